/** Where something takes long: the person is asked now and then whether to go on waiting, and waiting is the default. */
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserWindow, dialog } from 'electron';

const wait = 0;
const giveUp = 1;

export interface Waiting {
  /** Aborted once it is over; a question that is open then closes by itself. */
  readonly over: AbortSignal;
  /** Before each question, in milliseconds. */
  readonly pauses: readonly [first: number, next: number];
  readonly window?: BrowserWindow;
  /** Asked anew each time, in Vietnamese. */
  readonly question: () => { title: string; message: string; detail: string; giveUp: string };
}

/** True when the person does not want to wait any longer, false when it is over. */
export async function givesUpWaiting({ over, pauses, window, question }: Waiting): Promise<boolean> {
  for (let length = pauses[0]; ; length = pauses[1]) {
    await pause(length, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return false;
    const { title, message, detail, giveUp: other } = question();
    const options: Electron.MessageBoxOptions = {
      type: 'warning',
      title,
      message,
      detail,
      buttons: ['Đợi thêm', other],
      defaultId: wait,
      cancelId: wait,
      noLink: true,
      signal: over,
    };
    const asking =
      window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
    // NOTE: a question that cannot be asked must not end what waits for its answer.
    const { response } = await asking.catch(() => ({ response: wait }));
    if (over.aborted) return false;
    if (response === giveUp) return true;
  }
}
