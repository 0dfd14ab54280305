/** Every way of ending leads through here: what was accepted is finished, then the data folder is free for the next. */
import { app, type BrowserWindow } from 'electron';
import type { OneWriter } from '../one-writer/one-writer.ts';
import type { Program } from '../program.ts';
import { removeShownDocuments } from './show-document.ts';

export function quitWhenAllIsDone(program: Program, writer: OneWriter): void {
  let ending = false;
  async function end(): Promise<void> {
    if (ending) return;
    ending = true;
    await Promise.allSettled([program.close(), removeShownDocuments()]);
    await writer.release().catch(() => undefined);
    app.exit();
  }

  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void end();
  });
  // NOTE: Electron hears some of these itself on some systems; a page with something unsaved objects all the same.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/**
 * Windows ends the session without closing the application, and may kill it as soon as it has agreed. So it does not
 * agree but quits, which takes as long as the saves under way; the end of the session then goes on.
 */
export function quitWithTheSession(window: BrowserWindow): void {
  window.on('query-session-end', (event) => {
    event.preventDefault();
    app.quit();
  });
  // Comes without a question where Windows insists.
  window.on('session-end', () => app.quit());
}
