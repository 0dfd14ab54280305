import { BrowserWindow, screen } from 'electron';
import { keepAltWithOtherKeysFromMenu } from './alt-key.ts';
import { confirmClosing } from './confirm-closing.ts';
import { loadAgainAfterCrash } from './crashed-page.ts';
import { firstSize, leastSize } from './first-size.ts';
import { askWhenThePageHangs } from './hanging-page.ts';
import { offerTextMenu } from './menu.ts';
import { pageOrigin } from './security/own-origin.ts';
import { webPreferences } from './security/web-preferences.ts';
import { quitWithTheSession } from './session-end.ts';

/**
 * The one window: a sandboxed page with nothing but the bridge. Fails where the page cannot be loaded; not where it was
 * closed or has crashed before it was there. `settled` is when what the page has sent is on the disk.
 */
export async function openMainWindow(preload: string, settled: () => Promise<void>): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    // Electron keeps its place and size under this name, on a screen that is there.
    name: 'main',
    windowStatePersistence: true,
    ...firstSize(screen.getPrimaryDisplay().workAreaSize),
    ...leastSize(screen.getAllDisplays().map(({ workAreaSize }) => workAreaSize)),
    show: false,
    webPreferences: webPreferences(preload),
  });
  confirmClosing(window);
  loadAgainAfterCrash(window);
  askWhenThePageHangs(window);
  offerTextMenu(window);
  keepAltWithOtherKeysFromMenu(window);
  quitWithTheSession(window, settled);
  window.once('ready-to-show', () => window.show());
  await loadFirst(window);
  return window;
}

/** NOTE: Electron breaks a load off, with an error, also where the page goes another way that is seen to already. */
async function loadFirst(window: BrowserWindow): Promise<void> {
  let gone = false;
  window.webContents.once('render-process-gone', () => {
    gone = true;
  });
  try {
    await window.loadURL(`${pageOrigin}/`);
  } catch (error) {
    // That the load has ended may be told before why.
    await new Promise(setImmediate);
    if (!gone && !window.isDestroyed() && !wasOvertaken(error)) throw error;
  }
}

/** By another load of our page, as when it loads itself again. */
const wasOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';

/** To whoever starts the program a second time. */
export function showMainWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
