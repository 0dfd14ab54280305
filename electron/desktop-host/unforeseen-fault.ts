/** A fault in this process that nobody caught is told in place of Electron's own window, and the program quits as ever. */
import { app, dialog } from 'electron';
import { endAfterUnforeseen, outliveTerminal } from '../log/unforeseen.ts';

export function quitAfterUnforeseenFault(): void {
  outliveTerminal();
  endAfterUnforeseen(async () => {
    // NOTE: not the window that stops everything until it is closed: the saves under way go on behind this one.
    if (app.isReady()) await sayThatItEnds().catch(() => undefined);
    app.quit();
  });
}

async function sayThatItEnds(): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: 'Chương trình gặp lỗi',
    message: 'Chương trình gặp một lỗi không lường trước nên sẽ đóng.',
    detail:
      'Mọi số liệu đã lưu vẫn an toàn. Hãy mở lại chương trình; phần “Giới thiệu” có thông tin để gửi cho người hỗ trợ.',
    buttons: ['Đóng chương trình'],
    noLink: true,
  });
}
