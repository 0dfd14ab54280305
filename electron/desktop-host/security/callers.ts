/**
 * Who may call: the main frame of our page, in a window of ours.
 *
 * Electron's security checklist, 17 "Validate the sender of all IPC messages".
 */
import { BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { isOfOurOrigin, pageOrigin } from './own-origin.ts';

export function isOurPage({
  sender,
  senderFrame,
}: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  // NOTE: both, because a sandboxed document has our address and an opaque origin, and an about:blank the other way round.
  if (senderFrame.origin !== pageOrigin || !isOfOurOrigin(senderFrame.url)) return false;
  return isOurWindow(sender);
}

/** False for developer tools and whatever else is no window that this program opened. */
export function isOurWindow(contents: WebContents | null): boolean {
  return BrowserWindow.getAllWindows().some(({ webContents }) => webContents === contents);
}
