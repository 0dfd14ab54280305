/** The last sieve before a line is kept: whatever reached it, it names no person, no machine, no commune and no folder. */
import { ownPlace } from './own-place.ts';

/** What this machine is called by; absolute paths. */
export interface Personal {
  readonly home: string;
  readonly dataFolder: string;
  readonly user: string;
  readonly machine: string;
}

/** More than any line of ours, in characters. */
const longest = 2_000;

/** What an official code and one of the sample can be, alone and in the names that the program makes of them. */
const ownCode = String.raw`(?:\d+|vd-\d+)(?:_[0-9TZ._-]+(?:_[a-z]+)?)?(?:\.json)?(?![A-Za-z0-9._-])`;
const date = String.raw`\d\d-\d\d(?:T|(?![A-Za-z0-9._-]))`;
/** The id of an assessment whose unit has no official code but one that somebody typed, which may be a name. */
const typedCode = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<year>\d{4})-(?!${ownCode}|${date})[A-Za-z0-9._-]+`,
  'gu',
);

/** From the root of a system, of a drive or of a server. */
const pathBegins = /(?<folder>~|<data>)(?=[/\\])|(?<![\p{L}\p{N}_.>~…])(?:[A-Za-z]:)?[/\\]+(?=[^\s/\\])/u;

/**
 * One line. `<data>` for the data folder, and behind it only names that the program gives; `~` for the home folder; `…` for
 * every other path with the rest of its line (a name in it may hold any character), and for names. Done twice it changes
 * nothing more. NOTE: a name in plain English letters cannot be told from a word, so nothing that quotes is logged at all.
 */
export function withoutPersonalData(text: string, { home, dataFolder, user, machine }: Personal): string {
  const line = text
    .slice(0, longest)
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  const coded = line.replaceAll(typedCode, '$<year>-…');
  const shortened = shortenedFolder(shortenedFolder(coded, dataFolder, '<data>'), home, '~');
  const named = withoutForeignNames(withoutPaths(shortened));
  return [user, machine].reduce(withoutName, named).trim();
}

function shortenedFolder(line: string, folder: string, short: string): string {
  // The root of a disk is nobody's home.
  if (folder.length < 4) return line;
  const parts = folder.normalize('NFC').split(/[/\\]+/);
  return line.replaceAll(
    new RegExp(String.raw`${parts.map(literally).join(String.raw`[/\\]+`)}(?![\p{L}\p{N}_-])`, 'giu'),
    short,
  );
}

function withoutPaths(line: string): string {
  const begin = pathBegins.exec(line);
  if (begin === null) return line;
  const before = line.slice(0, begin.index);
  const { folder } = begin.groups ?? {};
  const [path = ''] = /^[^\s"'():;,]*/.exec(line.slice(begin.index + begin[0].length)) ?? [];
  const place = ownPlace(path);
  if (folder !== '<data>' || place.includes('<')) return `${before}${folder ?? ''}…`;
  return `${before}<data>/${place}${withoutPaths(line.slice(begin.index + begin[0].length + path.length))}`;
}

/** Words with other letters than English has, and the capitalised ones beside them: what is logged is English. */
function withoutForeignNames(line: string): string {
  const words = line.split(' ');
  const foreign = words.map((word) => /(?![A-Za-z])[\p{L}\p{M}]/u.test(word));
  const name = words.map((word) => /^\P{L}*[A-Z]/u.test(word));
  const spread = (from: number, step: number) => {
    for (let n = from + step; name[n] && !foreign[n]; n += step) foreign[n] = true;
  };
  for (const [n, is] of foreign.slice().entries()) {
    if (!is) continue;
    spread(n, -1);
    spread(n, 1);
  }
  return words
    .map((word, n) => (foreign[n] ? '…' : word))
    .filter((_, n) => !(foreign[n] && foreign[n - 1]))
    .join(' ');
}

function withoutName(line: string, name: string): string {
  if (!/\p{L}/u.test(name) || name.length < 2) return line;
  const whole = String.raw`(?<![\p{L}\p{N}_])${literally(name.normalize('NFC'))}(?![\p{L}\p{N}_])`;
  return line.replaceAll(new RegExp(whole, 'giu'), '…');
}

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
