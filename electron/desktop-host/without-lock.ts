/**
 * Without the lock of the single instance this start gives way. Mostly to another one, which then shows itself; but
 * Electron answers the same where the lock could not be made, and then nobody else would say a word.
 */
import { mkdirSync, mkdtempSync, readlinkSync, rmdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { fileFailure } from '../store/file-failure.ts';

export async function giveWay(profile: string): Promise<void> {
  const why = whyNoLock(profile);
  if (why === null) return app.quit();
  // NOTE: Linux shows no box before; Chromium may not get so far in this profile elsewhere.
  if (process.platform === 'linux') await app.whenReady();
  dialog.showErrorBox('Chương trình không khởi động được', `${why}\n\nDữ liệu đã lưu không đổi.`);
  app.exit(1);
}

/** In Vietnamese, with what to do; null where another start has the lock. */
export function whyNoLock(profile: string): string | null {
  try {
    mkdirSync(profile, { recursive: true });
    rmdirSync(mkdtempSync(join(profile, 'thu-ghi-')));
  } catch (error) {
    return `Không ghi được vào thư mục làm việc của chương trình:\n${profile}\n\n${fileFailure(error)}. Rồi mở lại chương trình.`;
  }
  const machine = otherMachine(profile);
  if (machine === null) return null;
  return `Thư mục làm việc của chương trình đang được máy “${machine}” dùng:\n${profile}\n\nHãy đóng chương trình trên máy đó. Nếu chương trình không còn chạy ở đó (hoặc máy này vừa đổi tên), hãy xóa tệp SingletonLock trong thư mục trên rồi mở lại.`;
}

/** Where Chromium's lock is a link to `machine-process`, as on Linux; null where it is of this machine, or no such link. */
function otherMachine(profile: string): string | null {
  try {
    const machine = readlinkSync(join(profile, 'SingletonLock')).replace(/-\d+$/, '');
    return machine === hostname() ? null : machine;
  } catch {
    return null;
  }
}
