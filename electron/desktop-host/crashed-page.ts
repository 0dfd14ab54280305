/**
 * A page whose process has gone is loaded again where it was. What it had sent is safe: the saves run on in this process.
 */
import { app, type BrowserWindow, dialog } from 'electron';

/** A page that crashes this often within the time below will not get better by being loaded again. */
const crashLimit = 3;
/** In milliseconds. */
const crashTime = 60_000;

export function loadAgainAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    crashes = [...crashes.filter((time) => now - time < crashTime), now];
    const page = window.webContents.getURL();
    // NOTE: Electron itself has crashed over a page that was loaded again within this event.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (crashes.length < crashLimit) window.loadURL(page).catch(() => undefined);
      else void sayThatItKeepsCrashing(window);
    });
  });
}

async function sayThatItKeepsCrashing(window: BrowserWindow): Promise<void> {
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
