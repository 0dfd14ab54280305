/** A page that still holds something unsaved objects to being closed. What waits is saved; what cannot be is asked about. */
import { type BrowserWindow, dialog } from 'electron';

/** How long the page gets for the save that its objection set off, in milliseconds. */
const savingTime = 1_000;

const stay = 0;
const close = 1;

export function confirmClosing(window: BrowserWindow): void {
  let secondTry = false;
  window.webContents.on('will-prevent-unload', (event) => {
    if (!secondTry) {
      secondTry = true;
      setTimeout(() => window.close(), savingTime);
      return;
    }
    secondTry = false;
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Còn số liệu chưa lưu',
      message: 'Còn số liệu chưa lưu được hoặc bị từ chối. Nếu đóng, phần đó sẽ mất.',
      detail: 'Mọi số liệu đã lưu vẫn an toàn.',
      buttons: ['Ở lại để sửa', 'Đóng và bỏ phần chưa lưu'],
      defaultId: stay,
      cancelId: stay,
      noLink: true,
    });
    // NOTE: in this event, preventing the default lets the window close.
    if (answer === close) event.preventDefault();
  });
}
