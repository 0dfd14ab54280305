/**
 * A page whose process has gone is loaded again where it was. What it had sent is safe: the saves run on in this process.
 */
import { app, type BrowserWindow, dialog } from 'electron';
import { logLine } from '../log/program-log.ts';
import { pageOrigin } from './security/own-origin.ts';

/** A page that crashes this often within the time below will not get better by being loaded again. */
const crashLimit = 3;
/** In milliseconds. */
const crashTime = 60_000;

/** In the address of a page that was loaded again after a crash: `app://page/?crashed=1#/...`. */
const crashedMark = 'crashed';

export function loadAgainAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    crashes = [...crashes.filter((time) => now - time < crashTime), now];
    logLine(`the page has gone: ${reason}`);
    const page = afterCrash(window.webContents.getURL());
    // NOTE: Electron itself has crashed over a page that was loaded again within this event.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (crashes.length < crashLimit) window.loadURL(page).catch(() => undefined);
      else void sayThatItKeepsCrashing(window);
    });
  });
}

/** The same page, told that it was loaded again. The address is empty where the page went before it was there. */
function afterCrash(address: string): string {
  const page = new URL(address || `${pageOrigin}/`);
  page.searchParams.set(crashedMark, '1');
  return page.href;
}

/** Chromium starts its other processes again by itself, the one that draws among them. */
export function logLostProcesses(): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') logLine(`${type} process has gone: ${reason} (${exitCode})`);
  });
}

async function sayThatItKeepsCrashing(window: BrowserWindow): Promise<void> {
  // It may have crashed before it was ever shown.
  window.show();
  await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Trang bị lỗi nhiều lần',
    message: 'Trang của chương trình vừa bị lỗi nhiều lần liền nhau nên không được tải lại nữa.',
    detail: 'Mọi số liệu đã lưu vẫn an toàn. Chương trình sẽ đóng; hãy mở lại.',
    buttons: ['Đóng chương trình'],
    noLink: true,
  });
  app.quit();
}
