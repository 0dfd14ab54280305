/** A page that still holds something unsaved objects to being closed. What waits is saved; what cannot be is asked about. */
import { type BrowserWindow, dialog } from 'electron';

/** How long the page gets for the save that its objection set off, in milliseconds. */
const savingTime = 1_000;

const stay = 0;
const close = 1;

export function confirmClosing(window: BrowserWindow): void {
  /** Whether the objection answers an attempt to close; a page also objects to being loaded again, and then just stays. */
  let closing = false;
  let retry: NodeJS.Timeout | undefined;
  let retried = false;

  window.on('close', () => {
    closing = true;
  });
  window.on('closed', () => clearTimeout(retry));
  window.webContents.on('will-prevent-unload', (event) => {
    if (!closing) return;
    closing = false;
    if (!retried && retry === undefined) {
      retry = setTimeout(() => {
        retry = undefined;
        retried = true;
        window.close();
      }, savingTime);
      return;
    }
    clearTimeout(retry);
    retry = undefined;
    retried = false;
    // NOTE: in this event, preventing the default lets the window close.
    if (askWhetherToClose(window) === close) event.preventDefault();
  });
}

function askWhetherToClose(window: BrowserWindow): number {
  return dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Còn số liệu chưa lưu',
    message: 'Còn số liệu chưa lưu được hoặc bị từ chối. Nếu đóng, phần đó sẽ mất.',
    detail: 'Mọi số liệu đã lưu vẫn an toàn.',
    buttons: ['Ở lại để sửa', 'Đóng và bỏ phần chưa lưu'],
    defaultId: stay,
    cancelId: stay,
    noLink: true,
  });
}
