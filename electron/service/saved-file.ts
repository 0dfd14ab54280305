/** A file that the person saves to a place of their own. */
import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../refusal.ts';
import { writeDurably } from '../store/durable-file.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';
import { isWithinFolder } from '../store/within-folder.ts';

/**
 * A name as the dialog may offer it: no sign that turns the order of letters round, and nothing that Windows takes for a
 * folder, a drive or a stream.
 */
export function offeredName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').replaceAll(/[<>:"/\\|?*]/g, '-');
}

/** What is at `path` stays whole until the new bytes are on the disk. A Refusal where they cannot be written there. */
export async function writeSavedFile(
  files: FileSystem,
  dataFolder: string,
  path: string,
  bytes: Uint8Array,
): Promise<void> {
  if (await isWithinFolder(dataFolder, dirname(path)))
    throw new Refusal(
      'invalid_input',
      'Nơi đã chọn nằm trong thư mục dữ liệu của chương trình; hãy lưu tệp vào một thư mục khác',
    );
  await refuseWhatMustStay(path);
  try {
    await writeDurably(files, path, bytes);
  } catch (error) {
    throw new Refusal('storage_failed', failure(error), { cause: error });
  }
}

/** NOTE: the new file takes the place of what is there, also of a device, a link, or a file that was protected on purpose. */
async function refuseWhatMustStay(path: string): Promise<void> {
  const there = await lstat(path).catch(() => null);
  if (there === null) return;
  if (!there.isFile())
    throw new Refusal(
      'invalid_input',
      'Tên đã chọn đang là của một thư mục, một lối tắt hoặc một thiết bị, không phải của một tệp thường; hãy chọn tên khác',
    );
  if ((there.mode & 0o222) === 0)
    throw new Refusal(
      'invalid_input',
      'Tệp đã chọn được đặt là chỉ đọc nên không ghi đè; hãy chọn tên khác, hoặc bỏ thuộc tính chỉ đọc của tệp đó',
    );
}

/** Of a place that was chosen just now; elsewhere a folder that is not there was unplugged. */
function failure(error: unknown): string {
  const code = fileErrorCode(error) ?? '';
  const creating = error instanceof Error && 'syscall' in error && error.syscall === 'open';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `Thư mục đã chọn không còn ở đó; hãy chọn thư mục khác (${code})`;
  if (creating && ['EACCES', 'EPERM', 'EROFS'].includes(code))
    return `Không được phép ghi vào thư mục đã chọn; hãy chọn thư mục khác (${code})`;
  return fileFailure(error);
}
