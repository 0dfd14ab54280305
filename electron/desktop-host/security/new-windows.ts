/**
 * A page opens no window.
 *
 * Electron's security checklist, 14 "Disable or limit creation of new windows", and 15 "Do not use shell.openExternal": what
 * is denied is not handed to the system's browser either; nothing in this program calls that.
 */
import { app } from 'electron';

/** Before any window is opened. */
export function denyNewWindows(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
