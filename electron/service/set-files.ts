/** Criteria sets as files: to hand them to another machine, and to take in what an author wrote. Nothing is overwritten. */
import { z } from 'zod';
import { pathText } from '../../criteria/path-text.ts';
import {
  asItStands,
  asPublished,
  type PublishedSet,
  publishedSetSchema,
} from '../../criteria/rules/published-set.ts';
import type { Register } from '../../criteria/rules/register.ts';
import { countRules, rulesOf } from '../../criteria/rules/rules.ts';
import { setDifferences } from '../../criteria/rules/set-difference.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { parseCriteriaSet, type SetFault } from '../../criteria/set-faults.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';
import { largestSetFile, type SetFileCheck } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';
import type { CriteriaStore } from '../store/criteria-store.ts';
import { sha256OfJson } from '../store/sha256.ts';
import type { CriteriaSets } from './criteria-sets.ts';
import { jsonFaults } from './json-faults.ts';

export const setFileFormat = 'criteria-set-file';
const formatVersion = 1;
/** Each version gives the next one its number, so that no file may use them up. */
const greatestVersion = 9_999;

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

/** What a file says, or every fault of it by place. Throws nothing, whatever the bytes. */
export function readSetFile(bytes: Uint8Array): ReadSetFile {
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
  return faults.length > 0 ? { ok: false, faults } : readJson(JSON.parse(text));
}

function readJson(json: unknown): ReadSetFile {
  try {
    const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    if (format === setFileFormat) return readSealed(json);
    const parsed = parseCriteriaSet(json);
    if (parsed.ok && parsed.set.version > greatestVersion)
      return broken('version', `Không được quá ${greatestVersion}`);
    return parsed.ok ? { ok: true, published: asPublished(parsed.set), sealed: false } : parsed;
  } catch {
    // Nesting too deep for the stack, or half a character: nothing that anybody wrote looks like that.
    return broken('', 'Không hiểu được nội dung tệp; tệp không phải là một bộ tiêu chí');
  }
}

function readSealed(json: unknown): ReadSetFile {
  const sealed = sealedSchema.safeParse(json, vietnamese);
  if (!sealed.success)
    return { ok: false, faults: sealed.error.issues.flatMap((issue) => faultsOf(issue, [])) };
  const { checksum, hash, published } = sealed.data;
  const within = typeof published === 'object' && published !== null ? published : {};
  const parsed = parseCriteriaSet('set' in within ? within.set : undefined);
  const faults: SetFault[] = parsed.ok
    ? []
    : parsed.faults.map(({ path, message }) => ({
        path: path === '' ? 'published.set' : `published.set.${path}`,
        message,
      }));
  const whole = publishedSetSchema.safeParse(published, vietnamese);
  if (!whole.success)
    for (const issue of whole.error.issues)
      if (issue.path[0] !== 'set') faults.push(...faultsOf(issue, ['published']));
  if (whole.success && parsed.ok) faults.push(...strayEntries(whole.data));
  if (parsed.ok && parsed.set.version > greatestVersion)
    faults.push({ path: 'published.set.version', message: `Không được quá ${greatestVersion}` });
  if (checksum !== checksumOf(hash, published)) faults.unshift({ path: 'checksum', message: changedSince });
  if (faults.length > 0 || !whole.success || !parsed.ok) return { ok: false, faults };
  // NOTE: the parsed set, so that keys come in the order of the schema and an export gives the same bytes again.
  const read = { ...whole.data, set: parsed.set };
  return hashOfSet(asItStands(read)) === hash
    ? { ok: true, published: read, sealed: true }
    : broken('hash', changedSince);
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

function strayEntries({ set, register }: PublishedSet): readonly SetFault[] {
  const rules = new Set(rulesOf(set).map(({ key }) => key));
  return register.flatMap(({ rule }, entry) =>
    rules.has(rule)
      ? []
      : [{ path: `published.register[${entry}].rule`, message: `Bộ tiêu chí không có quy tắc "${rule}"` }],
  );
}

function broken(path: string, message: string): ReadSetFile {
  return { ok: false, faults: [{ path, message }] };
}

type Outlook = Extract<SetFileCheck, { state: 'readable' }>['outlook'];

interface Comparison {
  readonly outlook: Outlook;
  /** What would be kept here. */
  readonly becomes: PublishedSet;
  readonly comparedWith: PublishedSet | null;
  /** Entries of the register that are not here. */
  readonly added: Register;
}

export class SetFiles {
  readonly #options: { readonly store: CriteriaStore; readonly sets: CriteriaSets };

  constructor(options: { readonly store: CriteriaStore; readonly sets: CriteriaSets }) {
    this.#options = options;
  }

  check(bytes: Uint8Array): SetFileCheck {
    const { sets } = this.#options;
    const read = readSetFile(bytes);
    if (!read.ok) return { state: 'broken', faults: read.faults };
    const { outlook, becomes, comparedWith, added } = this.#compared(read.published);
    const set = asItStands(read.published);
    return {
      state: 'readable',
      set,
      hash: hashOfSet(set),
      sealed: read.sealed,
      rules: countRules(rulesOf(set)),
      outlook,
      becomes: { id: becomes.set.id, version: becomes.set.version },
      comparedWith:
        comparedWith === null ? null : { id: comparedWith.set.id, version: comparedWith.set.version },
      differences:
        comparedWith === null ? [] : setDifferences(sets.standing(comparedWith), asItStands(becomes)),
      confirmations: added.length,
    };
  }

  /** What is kept here afterwards; a Refusal (`invalid_input`) for a broken file. */
  async import(
    bytes: Uint8Array,
    made: { readonly at: string; readonly by: string | null },
  ): Promise<PublishedSet> {
    const { store, sets } = this.#options;
    const read = readSetFile(bytes);
    if (!read.ok) {
      const [fault] = read.faults;
      throw new Refusal(
        'invalid_input',
        `Tệp có ${read.faults.length} lỗi nên chưa nhập, trước hết: ${fault?.message}`,
        {
          path: fault?.path ?? '',
        },
      );
    }
    const { outlook, becomes, comparedWith } = this.#compared(read.published);
    if (outlook === 'known') return becomes;
    const kept: PublishedSet = read.sealed ? becomes : { ...becomes, madeAt: made.at, madeBy: made.by };
    if (outlook === 'confirmations') await store.register(becomes, comparedWith?.register.length ?? 0);
    else await store.publish(kept);
    const after = outlook === 'confirmations' ? becomes : kept;
    sets.keep(after);
    return after;
  }

  #compared(read: PublishedSet): Comparison {
    const { sets } = this.#options;
    const comparedWith = this.#newest(read.set.id);
    if (sets.find(read.set) === undefined)
      return { outlook: 'new', becomes: read, comparedWith, added: read.register };
    const present = this.#sayingTheSame(read.set);
    if (present === undefined) {
      const set = { ...read.set, version: sets.nextVersion(read.set.id) };
      return { outlook: 'taken', becomes: { ...read, set }, comparedWith, added: read.register };
    }
    const added = newerEntries(present.register, read.register);
    return {
      outlook: added.length === 0 ? 'known' : 'confirmations',
      becomes: { ...present, register: [...present.register, ...added] },
      comparedWith: present,
      added,
    };
  }

  /** The version that says the same under its number or, where that was taken, under the one that it was given here. */
  #sayingTheSame(set: CriteriaSet): PublishedSet | undefined {
    const { published } = this.#options.sets;
    return published
      .filter((one) => one.set.id === set.id)
      .sort((a, b) => Number(b.set.version === set.version) - Number(a.set.version === set.version))
      .find((one) => sha256OfJson({ ...one.set, version: set.version }) === sha256OfJson(set));
  }

  #newest(id: string): PublishedSet | null {
    const { sets } = this.#options;
    const version = sets.nextVersion(id) - 1;
    return sets.find({ id, version }) ?? null;
  }
}

/** The entries that are not here. NOTE: what is older than the word that stands here on a rule must not take its place. */
function newerEntries(here: Register, there: Register): Register {
  const known = new Set(here.map((entry) => sha256OfJson(entry)));
  const latest = new Map(here.map(({ rule, at }) => [rule, Date.parse(at)]));
  return there.filter(
    (entry) =>
      !known.has(sha256OfJson(entry)) &&
      Date.parse(entry.at) >= (latest.get(entry.rule) ?? Number.NEGATIVE_INFINITY),
  );
}
