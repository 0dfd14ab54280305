/** Published criteria sets and drafts of them as the bytes of their files, and back; and how the files are named. */
import type { z } from 'zod';
import {
  type PublishedSet,
  publishedSetSchema,
  type SetVersion,
  setVersionSchema,
} from '../../criteria/rules/published-set.ts';
import { type SetDraft, setDraftSchema } from '../../criteria/rules/set-draft.ts';
import { setIdSchema } from '../../criteria/schema.ts';
import { parseCriteriaSet } from '../../criteria/set-faults.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import type { Codec } from './durable-adapter.ts';
import { currentVersion, openEnvelope, sealEnvelope } from './envelope.ts';

export const publishedFormat = 'child-friendly-communes/criteria-set';
const draftFormat = 'child-friendly-communes/criteria-set-draft';

/** What Windows takes for a device, whatever follows after a dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
/** NOTE: no id begins so. */
const mark = '_';

export function publishedFileName({ id, version }: SetVersion): string {
  return `${nameOfId(id)}@${version}.json`;
}

export function draftFileName(id: string): string {
  return `${nameOfId(id)}.json`;
}

/** An id as the beginning of a file name on every system. */
export function nameOfId(id: string): string {
  return device.test(id) ? mark + id : id;
}

/** Null for a file that has no version's name. */
export function versionOfFile(name: string): SetVersion | null {
  const [, id, version] = /^_?([^@]+)@(\d+)\.json$/.exec(name) ?? [];
  const parsed = setVersionSchema.safeParse({ id, version: Number(version) });
  return parsed.success && publishedFileName(parsed.data) === name ? parsed.data : null;
}

/** Null for a file that has no draft's name. */
export function draftIdOfFile(name: string): string | null {
  const id = /^_?(.+)\.json$/.exec(name)?.[1];
  const parsed = setIdSchema.safeParse(id);
  return parsed.success && draftFileName(parsed.data) === name ? parsed.data : null;
}

/** Of the file of that name; `decode` takes no set with a fault. */
export function publishedCodec(name: string): Codec<PublishedSet> {
  return {
    encode: (published) => sealEnvelope(publishedFormat, published),
    decode(bytes) {
      const published = opened(publishedFormat, publishedSetSchema, bytes);
      needName(name, publishedFileName(published.set));
      const parsed = parseCriteriaSet(published.set);
      if (!parsed.ok) throw wrong(parsed.faults[0]);
      return published;
    },
  };
}

export function draftCodec(name: string): Codec<SetDraft> {
  return {
    encode: (draft) => sealEnvelope(draftFormat, draft),
    decode(bytes) {
      const draft = opened(draftFormat, setDraftSchema, bytes);
      needName(name, draftFileName(draft.set.id));
      return draft;
    },
  };
}

function opened<T>(format: string, schema: z.ZodType<T>, bytes: Uint8Array): T {
  const { version, data } = openEnvelope(format, bytes);
  if (version > currentVersion) throw new NewerFormatError(version);
  const parsed = schema.safeParse(data, vietnamese);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw wrong(issue && { path: issue.path.join('.'), message: issue.message });
}

function wrong(fault: { readonly path: string; readonly message: string } | undefined): DamagedFileError {
  return new DamagedFileError(`Dữ liệu sai ở ${fault?.path || 'gốc'}: ${fault?.message}`);
}

function needName(name: string, expected: string): void {
  if (name !== expected)
    throw new DamagedFileError(
      `Tệp chứa nội dung của tệp ${expected}; hãy dời tệp này ra khỏi thư mục dữ liệu`,
    );
}
