/** A file with a published version: as it is handed to another machine, as it lies in the data folder, as an author wrote it. */
import { z } from 'zod';
import { pathText } from '../../criteria/path-text.ts';
import {
  asItStands,
  asPublished,
  type PublishedSet,
  publishedSetSchema,
} from '../../criteria/rules/published-set.ts';
import type { Register } from '../../criteria/rules/register.ts';
import { rulesOf } from '../../criteria/rules/rules.ts';
import { parseCriteriaSet, type SetFault } from '../../criteria/set-faults.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';
import { largestSetFile } from '../api.ts';
import { dayInVietnam } from '../day-in-vietnam.ts';
import { hashOfSet } from '../set-hash.ts';
import { publishedFormat } from '../store/criteria-set-file.ts';
import { DamagedFileError, NewerFormatError } from '../store/damaged-file.ts';
import { currentVersion, openEnvelope } from '../store/envelope.ts';
import { sha256OfJson } from '../store/sha256.ts';
import { jsonFaults } from './json-faults.ts';

const setFileFormat = 'criteria-set-file';
const formatVersion = 1;
/** How far another machine's clock may be ahead, in milliseconds. */
const aDay = 86_400_000;

const sealedSchema = z.strictObject({
  format: z.literal(setFileFormat),
  version: z.literal(formatVersion),
  checksum: z.string(),
  hash: z.string(),
  published: z.unknown(),
});

/** The file of a published version as text: JSON by two spaces, so that it can be read and compared. */
export function setFileText(kept: PublishedSet): string {
  const published = inOrder(kept);
  const hash = hashOfSet(asItStands(published));
  const file = {
    format: setFileFormat,
    version: formatVersion,
    checksum: checksumOf(hash, published),
    hash,
    published,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** With its keys in the order of the schema, and those of the sources, which have none, by name. */
function inOrder(published: PublishedSet): PublishedSet {
  const { set, ...rest } = publishedSetSchema.parse(published);
  const sources = Object.entries(set.sources).sort(([a], [b]) => (a < b ? -1 : 1));
  return { set: { ...set, sources: Object.fromEntries(sources) }, ...rest };
}

/** SHA-256 in hex over the canonical JSON of the rest of the file. */
function checksumOf(hash: string, published: unknown): string {
  return sha256OfJson({ format: setFileFormat, version: formatVersion, hash, published });
}

export type ReadSetFile =
  | { readonly ok: true; readonly published: PublishedSet; readonly sealed: boolean }
  | { readonly ok: false; readonly faults: readonly SetFault[] };

/** What a file says, or every fault of it by place, as of `now`. Throws nothing, whatever the bytes. */
export function readSetFile(bytes: Uint8Array, now: Date): ReadSetFile {
  if (bytes.length > largestSetFile) return broken('', 'Tệp quá lớn, không thể là một bộ tiêu chí');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return broken(
      '',
      'Tệp không phải là chữ mã hóa UTF-8; hãy mở tệp bằng trình soạn thảo rồi lưu lại ở dạng UTF-8',
    );
  }
  const faults = jsonFaults(text);
  return faults.length > 0 ? { ok: false, faults } : readJson(JSON.parse(text), bytes, now);
}

function readJson(json: unknown, bytes: Uint8Array, now: Date): ReadSetFile {
  try {
    const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    if (format === setFileFormat) return readSealed(json, now);
    if (format === publishedFormat) return readKept(bytes, now);
    const parsed = parseCriteriaSet(json);
    const faults = [...(parsed.ok ? [] : parsed.faults), ...earlyProvenances(json, [], now)];
    return parsed.ok && faults.length === 0
      ? { ok: true, published: asPublished(parsed.set), sealed: false }
      : { ok: false, faults };
  } catch {
    // Nesting too deep for the stack, or half a character: nothing that anybody wrote looks like that.
    return broken('', 'Không hiểu được nội dung tệp; tệp không phải là một bộ tiêu chí');
  }
}

function readSealed(json: unknown, now: Date): ReadSetFile {
  const sealed = sealedSchema.safeParse(json, vietnamese);
  if (!sealed.success)
    return { ok: false, faults: sealed.error.issues.flatMap((issue) => faultsOf(issue, [])) };
  const { checksum, hash, published } = sealed.data;
  const read = readPublished(published, 'published', now);
  if (checksum !== checksumOf(hash, published)) {
    const changed: SetFault = { path: 'checksum', message: changedSince };
    return { ok: false, faults: [changed, ...(read.ok ? [] : read.faults)] };
  }
  return !read.ok || hashOfSet(asItStands(read.published)) === hash ? read : broken('hash', changedSince);
}

/** The file as it lies in the data folder: whoever lost the folder has it in a backup. */
function readKept(bytes: Uint8Array, now: Date): ReadSetFile {
  try {
    const { version, data } = openEnvelope(publishedFormat, bytes);
    if (version > currentVersion) return broken('version', new NewerFormatError(version).message);
    return readPublished(data, 'data', now);
  } catch (error) {
    if (error instanceof DamagedFileError) return broken('checksum', error.message);
    throw error;
  }
}

/** With the parsed set, so that keys come in the order of the schema and an export gives the same bytes again. */
function readPublished(published: unknown, place: 'published' | 'data', now: Date): ReadSetFile {
  const within = typeof published === 'object' && published !== null ? published : {};
  const parsed = parseCriteriaSet('set' in within ? within.set : undefined);
  const faults: SetFault[] = parsed.ok
    ? []
    : parsed.faults.map(({ path, message }) => ({
        path: path === '' ? `${place}.set` : `${place}.set.${path}`,
        message,
      }));
  faults.push(...earlyProvenances('set' in within ? within.set : undefined, [place, 'set'], now));
  const whole = publishedSetSchema.safeParse(published, vietnamese);
  if (!whole.success)
    for (const issue of whole.error.issues)
      if (issue.path[0] !== 'set') faults.push(...faultsOf(issue, [place]));
  if (whole.success && parsed.ok) faults.push(...strayEntries(whole.data, place));
  if (whole.success) faults.push(...earlyEntries(whole.data.register, place, now));
  return faults.length > 0 || !whole.success || !parsed.ok
    ? { ok: false, faults }
    : { ok: true, published: { ...whole.data, set: parsed.set }, sealed: true };
}

function faultsOf(issue: z.core.$ZodIssue, within: readonly string[]): readonly SetFault[] {
  const strays = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
  return strays.map((key) => ({
    path: pathText([...within, ...issue.path, ...key]),
    message: issue.message,
  }));
}

const changedSince =
  'Tệp đã hỏng hoặc bị sửa sau khi xuất. Nếu chủ ý sửa bằng tay, hãy chép riêng phần “set” trong “published” ra một tệp rồi nhập tệp đó';

function strayEntries({ set, register }: PublishedSet, place: string): readonly SetFault[] {
  const rules = new Set(rulesOf(set).map(({ key }) => key));
  return register.flatMap(({ rule }, entry) =>
    rules.has(rule)
      ? []
      : [{ path: `${place}.register[${entry}].rule`, message: `Bộ tiêu chí không có quy tắc "${rule}"` }],
  );
}

const tooEarly = 'Ngày đối chiếu không được sau hôm nay';

/** Of what the set itself says, wherever it names a day and whatever else is wrong with it. */
function earlyProvenances(part: unknown, path: readonly PropertyKey[], now: Date): readonly SetFault[] {
  if (typeof part !== 'object' || part === null) return [];
  const entries = Array.isArray(part) ? [...part.entries()] : Object.entries(part);
  return entries.flatMap(([key, value]: [PropertyKey, unknown]) => {
    const within = [...path, key];
    if (key !== 'confirmedOn') return earlyProvenances(value, within, now);
    const day = z.iso.date().safeParse(value);
    return day.success && day.data > dayInVietnam(now.toISOString())
      ? [{ path: pathText(within), message: tooEarly }]
      : [];
  });
}

/** NOTE: what was confirmed on a day to come would be the last word on its rule until then. */
function earlyEntries(register: Register, place: string, now: Date): readonly SetFault[] {
  const today = dayInVietnam(now.toISOString());
  return register.flatMap((entry, index): SetFault[] => [
    ...(entry.kind === 'confirmed' && entry.on > today
      ? [{ path: `${place}.register[${index}].on`, message: tooEarly }]
      : []),
    ...(Date.parse(entry.at) > now.getTime() + aDay
      ? [
          {
            path: `${place}.register[${index}].at`,
            message: 'Thời điểm ghi sau hôm nay; hãy xem lại đồng hồ của máy này và của máy đã xuất tệp',
          },
        ]
      : []),
  ]);
}

function broken(path: string, message: string): ReadSetFile {
  return { ok: false, faults: [{ path, message }] };
}
