import { BrowserWindow } from 'electron';
import { confirmClosing } from './confirm-closing.ts';
import { loadAgainAfterCrash } from './crashed-page.ts';
import { pageOrigin } from './page-scheme.ts';
import { quitWithTheSession } from './quit.ts';

/** The one window: a sandboxed page with nothing but the bridge. */
export async function openMainWindow(preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 500,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  });
  confirmClosing(window);
  loadAgainAfterCrash(window);
  quitWithTheSession(window);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${pageOrigin}/`);
  return window;
}

/** To whoever starts the program a second time. */
export function showMainWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
