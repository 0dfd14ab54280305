/** A page that does not answer: one waits, or its process is ended and it is loaded again where it was, as after a crash. */
import type { BrowserWindow } from 'electron';
import { givesUpWaiting } from './asking-to-wait.ts';

/** Chromium has waited for half a minute by itself. In milliseconds. */
const pauses = [0, 20_000] as const;

export function askWhenThePageHangs(window: BrowserWindow): void {
  const { webContents } = window;
  let hanging: AbortController | undefined;

  async function ask(): Promise<void> {
    if (hanging !== undefined) return;
    hanging = new AbortController();
    const { signal } = hanging;
    if (await givesUpWaiting({ over: signal, pauses, window, question }))
      webContents.forcefullyCrashRenderer();
  }
  function over(): void {
    hanging?.abort();
    hanging = undefined;
  }

  // NOTE: not the event of the window, which also comes when the page objected to being closed.
  webContents.on('unresponsive', () => void ask());
  webContents.on('responsive', over);
  webContents.on('render-process-gone', over);
  window.on('closed', over);
}

const question = () => ({
  title: 'Trang không trả lời',
  message: 'Trang của chương trình đang không trả lời.',
  detail:
    'Mọi số liệu đã lưu vẫn an toàn. Nếu tải lại trang, chỉ những gì vừa gõ mà chưa kịp lưu phải nhập lại.',
  giveUp: 'Tải lại trang',
});
