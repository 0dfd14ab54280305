import type { BrowserWindow } from 'electron';

/**
 * Alt alone leads to the menu. NOTE: when Alt is let go before Page Down, which the page has taken (Alt+Page Down is the
 * next criterion), Electron sees Alt alone and would take the focus out of the figure; so that one is kept from the menu.
 */
export function keepAltWithOtherKeysFromMenu({ webContents }: BrowserWindow): void {
  let withAnother = false;
  webContents.on('before-input-event', (_event, { type, key, alt }) => {
    const isAlt = key === 'Alt';
    if (type === 'keyDown') withAnother = alt && !isAlt;
    webContents.setIgnoreMenuShortcuts(type === 'keyUp' && isAlt && withAnother);
  });
}
