/** Serves the api over IPC: one channel per call, answered only to our own page's main frame. */
import { ipcMain } from 'electron';
import { methods } from '../api.ts';
import { reportFault } from '../log/program-log.ts';
import { dispatch, type Handlers } from '../service/dispatch.ts';
import { isOurPage } from './security/callers.ts';

/** Calls wait until the program has `begun`; the page says meanwhile that it is opening. */
export function answerCalls(handlers: Handlers, begun: Promise<void>): void {
  for (const method of methods) {
    ipcMain.handle(method, async (event, args: unknown) => {
      // NOTE: whoever else calls learns nothing, not even whether the arguments were right.
      if (!isOurPage(event)) throw new Error('refused');
      await begun;
      return dispatch(handlers, method, args, reportFault);
    });
  }
}
