/** Serves the api over IPC: one channel per call, answered only to our own page's main frame. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { methods } from '../api.ts';
import { reportFault } from '../program.ts';
import { dispatch, type Handlers } from '../service/dispatch.ts';
import { pageOrigin } from './page-scheme.ts';

export function answerCalls(handlers: Handlers): void {
  for (const method of methods) {
    ipcMain.handle(method, (event, args: unknown) => {
      if (!isOurPage(event)) throw new Error(`${method}: refused, not called by our page`);
      return dispatch(handlers, method, args, reportFault);
    });
  }
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  const { protocol, host } = new URL(senderFrame.url);
  return `${protocol}//${host}` === pageOrigin;
}
