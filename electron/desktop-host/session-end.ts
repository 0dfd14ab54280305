/** The end of a Windows session: what is not on the disk yet gets there while a window can still hold the session up. */
import { setTimeout as pause } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';
import { faultText } from '../log/fault-text.ts';
import { logLine } from '../log/program-log.ts';
import { askPage } from './menu.ts';

/** How long the calls of a page that was asked to save may take to come, in milliseconds. */
const callsTime = 500;
/** After this, ending says itself what it waits for, in milliseconds. */
const patience = 5_000;

/**
 * Windows ends the session without closing the program, kills it as soon as it has agreed, and waits only for a program
 * with a window to be seen. So, in this order:
 *
 * 1. Windows asks, and the program does not agree. Windows then shows what it waits for; whoever insists there ends the
 *    program at once, which loses nothing that was told to be saved.
 * 2. The page is asked to save, and what it and others have sent is waited for. The window stays.
 * 3. The program quits as ever. A page with something that is refused objects, and the person is asked; if they stay, the
 *    session stays. What is left after the window is a document being printed and the lock: the one is written whole or
 *    not at all, the other is taken over without a question.
 * 4. With the program gone Windows goes on. If somebody has cancelled it meanwhile, the program has ended all the same,
 *    and everything is saved.
 */
export function quitWithTheSession(window: BrowserWindow, settled: () => Promise<void>): void {
  let saving = false;

  async function save(): Promise<void> {
    askPage('save');
    await pause(callsTime);
    const waiting = new AbortController();
    await Promise.race([settled(), pause(patience, undefined, { signal: waiting.signal })])
      .catch((error: unknown) => logLine(`not all is saved at the end of the session: ${faultText(error)}`))
      .finally(() => waiting.abort());
  }

  window.on('query-session-end', (event) => {
    event.preventDefault();
    if (saving) return;
    saving = true;
    void save().finally(() => {
      saving = false;
      app.quit();
    });
  });
  // Comes without a question where Windows insists. NOTE: Electron ends at once here unless it is quitting.
  window.on('session-end', () => app.quit());
}
