/** The folder that a batch prints into. */
import { randomUUID } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import { Refusal } from '../refusal.ts';
import { writeDurably } from '../store/durable-file.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';

/** Of a whole path, in characters: Windows takes 259, and other programs add to what they open. */
const longestPath = 240;
/** What a file's name is longer by while it is being written. */
const whileWritten = '..00000000-0000-0000-0000-000000000000.tmp'.length;

/** Makes the folder where it is absent and tries it out; a Refusal where documents of these names cannot be kept there. */
export async function prepareBatchFolder(
  files: FileSystem,
  dataFolder: string,
  folder: string,
  names: readonly string[],
): Promise<void> {
  const path = 'folder';
  if (!isAbsolute(folder))
    throw new Refusal('invalid_input', 'Hãy ghi đường dẫn đầy đủ của thư mục, ví dụ D:\\InPhieu', { path });
  const within = relative(dataFolder, folder);
  if (within === '' || !(within.startsWith('..') || isAbsolute(within)))
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
}

/** The names of everything that is in the folder; a Refusal where it cannot be read. */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.listFolder(folder);
  } catch (error) {
    throw unusable(error);
  }
}

/** Writes a small file and takes it away again; rejects where the folder cannot be written to. */
export async function tryFolder(files: FileSystem, folder: string): Promise<void> {
  // NOTE: a name of its own, since the folder may hold anything.
  const probe = join(folder, `write-test-${randomUUID()}`);
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
    default:
      return `Không dùng được thư mục này. ${fileFailure(error)}`;
  }
}
