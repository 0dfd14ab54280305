/** Where a file lies, said so that it tells nothing of a person: within the folders of the program, by names of its own. */

/** Folders in which the program names the files. */
const folders: ReadonlySet<string> = new Set([
  'assessments',
  'backups',
  'criteria-sets',
  'damaged',
  'evidence',
  'logs',
  'updates',
]);

/** Names that only the program gives: of single files, of assessments (by unit and year), of hashes. */
const ownName =
  /^(?:settings\.json|index\.ndjson|lock\.json|program-version\.json|browser-host-port|program\.log(?:\.\d)?|\d{4}-[A-Za-z0-9][A-Za-z0-9._-]{0,31}(?:_[0-9TZ._-]{1,60}(?:_[a-z]{1,16})?)?(?:\.json)?|[0-9a-f]{2}|[0-9a-f]{64}(?:\.print\.jpg)?)$/;

/** A file that is being written goes by the name that it will have. */
const temporary = /^\.(.+)\.[0-9a-f-]{36}\.tmp$/;

const elsewhere = '<elsewhere>';

/** `assessments/2026-24769.json`; `<elsewhere>` for what lies in no folder of ours or has a name that a person gave. */
export function ownPlace(path: string): string {
  const names = path.split(/[/\\]/).map((name) => temporary.exec(name)?.[1] ?? name);
  const last = names.at(-1) ?? '';
  const from = names.findLastIndex((name) => folders.has(name));
  if (from === -1) return ownName.test(last) && !/^[0-9a-f]{2}$/.test(last) ? last : elsewhere;
  const inside = names.slice(from + 1);
  if (!inside.every((name) => ownName.test(name))) return `${names[from]}/${elsewhere}`;
  return names
    .slice(from, from + 1)
    .concat(inside)
    .join('/');
}
