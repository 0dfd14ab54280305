/** The folder that a batch prints into. */
import { randomUUID } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { removeLeftovers, writeDurably } from '../store/durable-file.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';
import { isWithinFolder } from '../store/within-folder.ts';

/** Of a whole path, in characters: Windows takes 259, and other programs add to what they open. */
const longestPath = 240;
/** What a file's name is longer by while it is being written. */
const whileWritten = '..00000000-0000-0000-0000-000000000000.tmp'.length;
const probeName = 'write-test-';
const isProbe = (name: string) => /^write-test-[0-9a-f-]{36}$/.test(name);
const pdfHead = Buffer.from('%PDF-');

/**
 * Makes the folder where it is absent, tries it out, and clears away what a batch of these names that was broken off has
 * left half written. A Refusal where documents of these names cannot be kept there.
 */
export async function prepareBatchFolder(
  files: FileSystem,
  dataFolder: string,
  folder: string,
  names: readonly string[],
): Promise<void> {
  const path = 'folder';
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(folder))
    throw new Refusal(
      'invalid_input',
      'Đường dẫn có chỗ xuống dòng hoặc ký tự không nhìn thấy được; hãy gõ lại đường dẫn của thư mục',
      { path },
    );
  if (!isAbsolute(folder))
    throw new Refusal('invalid_input', 'Hãy ghi đường dẫn đầy đủ của thư mục, ví dụ D:\\InPhieu', { path });
  // NOTE: before the folder is made, so that nothing is made among the data either.
  if (await isWithinFolder(dataFolder, folder))
    throw new Refusal(
      'invalid_input',
      'Thư mục này nằm trong thư mục dữ liệu của chương trình; hãy chọn một thư mục khác để in vào',
      { path },
    );
  const longestName = names.reduce((longest, { length }) => Math.max(longest, length), 0);
  if (join(folder, 'x'.repeat(longestName + whileWritten)).length >= longestPath)
    throw new Refusal('invalid_input', tooLong, { path });
  try {
    await files.makeFolder(folder);
    await tryFolder(files, folder);
  } catch (error) {
    throw unusable(error);
  }
  // What cannot be cleared away is in nobody's way.
  await clearAway(files, folder, new Set(names)).catch(() => undefined);
}

async function clearAway(files: FileSystem, folder: string, ours: ReadonlySet<string>): Promise<void> {
  await removeLeftovers(files, folder, (name) => ours.has(name) || isProbe(name));
  for (const name of await files.listFolder(folder))
    if (isProbe(name)) await files.remove(join(folder, name));
}

/** The names of everything that is in the folder; a Refusal where it cannot be read. */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.listFolder(folder);
  } catch (error) {
    throw unusable(error);
  }
}

/**
 * Removes a document of an earlier batch, and resolves with whether there was one. Whatever has its name and is no PDF is
 * somebody else's.
 */
export async function removeDocument(files: FileSystem, path: string): Promise<boolean> {
  try {
    const head = (await files.readFile(path)).subarray(0, pdfHead.length);
    if (!pdfHead.equals(head)) return false;
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes(fileErrorCode(error) ?? '')) return false;
    throw error;
  }
  await files.remove(path);
  return true;
}

/** Whether these bytes lie there, whatever the write of them said. */
export async function holds(files: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  return files.readFile(path).then(
    (there) => Buffer.from(bytes).equals(there),
    () => false,
  );
}

/** Writes a small file and takes it away again; rejects where the folder cannot be written to. */
export async function tryFolder(files: FileSystem, folder: string): Promise<void> {
  // NOTE: a name of its own, since the folder may hold anything.
  const probe = join(folder, `${probeName}${randomUUID()}`);
  try {
    await writeDurably(files, probe, new Uint8Array([10]));
    await files.remove(probe);
  } catch (error) {
    await files.remove(probe).catch(() => undefined);
    throw error;
  }
}

const tooLong = 'Đường dẫn quá dài; hãy chọn thư mục có đường dẫn ngắn hơn, ví dụ D:\\InPhieu';

function unusable(error: unknown): Refusal {
  return new Refusal('storage_failed', unusableText(error), { path: 'folder', cause: error });
}

function unusableText(error: unknown): string {
  switch (fileErrorCode(error)) {
    case 'ENOENT':
      return 'Không tạo được thư mục này; hãy kiểm tra lại đường dẫn hoặc cắm ổ đĩa';
    case 'ENAMETOOLONG':
      return tooLong;
    case 'EINVAL':
    case 'ERR_INVALID_ARG_VALUE':
      return 'Thư mục này không dùng được để in vào; hãy kiểm tra lại đường dẫn hoặc chọn thư mục khác';
    default:
      return `Không dùng được thư mục này. ${fileFailure(error)}`;
  }
}
