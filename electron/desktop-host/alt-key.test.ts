import { describe, expect, test } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';
import { Preventable } from '../../tests/electron-double/fits.ts';
import { keepAltWithOtherKeysFromMenu } from './alt-key.ts';

/** What the menu hears of these keys, as "down Alt". */
async function heard(pressed: readonly string[]): Promise<readonly string[]> {
  const electron = new ElectronDouble();
  const window = new electron.module.BrowserWindow({});
  keepAltWithOtherKeysFromMenu(window as Electron.BrowserWindow);
  const held = new Set<string>();
  return pressed.filter((press) => {
    const [way, key = ''] = press.split(' ');
    if (way === 'down') held.add(key);
    else held.delete(key);
    const type = way === 'down' ? 'keyDown' : 'keyUp';
    electron.window.contents.emit('before-input-event', new Preventable(), {
      type,
      key,
      alt: held.has('Alt'),
    } as Electron.Input);
    const [ignored] = electron.noted.lastCall('webContents.setIgnoreMenuShortcuts') ?? [];
    return !ignored;
  });
}

describe('the menu', () => {
  test.each([
    ['Alt alone', ['down Alt', 'up Alt']],
    ['Alt with a letter', ['down Alt', 'down t', 'up t']],
    ['Alt alone after Alt+Page Down', ['down Alt', 'down PageDown', 'up PageDown', 'down Alt', 'up Alt']],
    ['keys without Alt', ['down Control', 'down s', 'up s', 'up Control']],
  ])('hears %s', async (_what, keys) => {
    expect(await heard(keys)).toEqual(keys);
  });

  test.each([
    ['before the other key', ['down Alt', 'down PageDown', 'up Alt', 'up PageDown']],
    ['after it', ['down Alt', 'down PageDown', 'up PageDown', 'up Alt']],
  ])('does not hear that Alt is let go %s', async (_what, keys) => {
    expect(await heard(keys)).toEqual(keys.filter((key) => key !== 'up Alt'));
  });
});
