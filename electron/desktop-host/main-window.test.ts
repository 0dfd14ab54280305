import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';
import { SaidPage } from '../../tests/electron-double/page.ts';
import { displayAt } from '../../tests/electron-double/system.ts';

let electron: ElectronDouble;

beforeEach(() => {
  electron = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(() => vi.doUnmock('electron'));

async function open(): Promise<void> {
  const { openMainWindow } = await import('./main-window.ts');
  await openMainWindow('/preload.cjs', async () => undefined);
}

describe('the window', () => {
  test.each([
    [1366, 768, 1366, 728],
    [1024, 600, 1024, 560],
    [2560, 1440, 1366, 768],
  ])('of the first start on a screen of %i × %i has %i × %i', async (w, h, width, height) => {
    electron.system.displays = [displayAt({ x: 0, y: 0, width: w, height: h })];
    await open();
    expect(electron.window.options).toMatchObject({ width, height });
  });

  test.each([
    [1366, 768, 800, 500],
    [910, 512, 800, 472],
    [640, 480, 640, 440],
  ])('can on a screen of %i × %i be made as small as %i × %i', async (w, h, minWidth, minHeight) => {
    const large = displayAt({ x: 0, y: 0, width: 2560, height: 1440 });
    electron.system.displays = [large, displayAt({ x: 2560, y: 0, width: w, height: h }, 2)];
    await open();
    expect(electron.window.options).toMatchObject({ minWidth, minHeight });
  });

  test('is kept by Electron where it was, under its name', async () => {
    await open();
    expect(electron.window.options).toMatchObject({ name: 'main', windowStatePersistence: true });
  });

  test('comes to the front when the program is started again, also where it was minimised', async () => {
    await open();
    electron.window.minimize();
    const { showMainWindow } = await import('./main-window.ts');
    showMainWindow();
    expect([electron.window.isMinimized(), electron.window.focused]).toEqual([false, 1]);
  });

  test('offers cut, copy, paste in a field, copy on text, and nothing elsewhere', async () => {
    await open();
    const click = (isEditable: boolean, selectionText: string) =>
      electron.window.webContents.emit('context-menu', {}, { isEditable, selectionText });
    click(true, '');
    click(false, 'Xã');
    click(false, '');
    const roles = electron.menus.popups.map((items) => items.map(({ role }) => role));
    expect(roles).toEqual([['cut', 'copy', 'paste', 'selectAll'], ['copy']]);
  });
});

describe('a page that does not answer', () => {
  const asked = (times: number) => vi.waitFor(() => expect(electron.dialogs.said).toHaveLength(times));

  test('is loaded again where it was if the person wants that', async () => {
    await open();
    await electron.window.loadURL('app://page/#/2026-vd-01/tieu-chi/3');
    electron.dialogs.answer = 1;
    electron.window.webContents.emit('unresponsive');
    await vi.waitFor(() => expect(electron.window.loads).toHaveLength(3));
    expect(electron.window.loads[2]).toBe('app://page/?crashed=1#/2026-vd-01/tieu-chi/3');
    expect(electron.dialogs.said).toMatchObject([
      { buttons: ['Đợi thêm', 'Tải lại trang'], defaultId: 0, cancelId: 0 },
    ]);
  });

  test('is waited for by default, and asked about once at a time', async () => {
    await open();
    electron.window.webContents.emit('unresponsive');
    electron.window.webContents.emit('unresponsive');
    await asked(1);
    electron.window.webContents.emit('responsive');
    expect(electron.window.loads).toHaveLength(1);
    electron.window.webContents.emit('unresponsive');
    await asked(2);
    electron.window.webContents.emit('responsive');
  });

  test('that answers again takes the question back', async () => {
    electron.dialogs.nobodyAnswers = true;
    await open();
    electron.window.webContents.emit('unresponsive');
    await asked(1);
    expect(electron.dialogs.said[0]?.signal?.aborted).toBe(false);
    electron.window.webContents.emit('responsive');
    expect(electron.dialogs.said[0]?.signal?.aborted).toBe(true);
    expect(electron.window.loads).toHaveLength(1);
  });

  test('is not what a window is that objected to being closed', async () => {
    await open();
    electron.window.emit('unresponsive');
    await new Promise(setImmediate);
    expect(electron.dialogs.said).toEqual([]);
  });
});

describe('the first load of the page', () => {
  /** Ends as the test says; later loads end at once. */
  let first: PromiseWithResolvers<void>;
  beforeEach(() => {
    first = Promise.withResolvers();
    let loads = 0;
    electron.page = () => {
      const page = new SaidPage(() => false);
      const load = page.load.bind(page);
      return Object.assign(page, {
        load: (url: string) => {
          loads += 1;
          if (loads === 1) return first.promise;
          return load(url);
        },
      });
    };
  });

  test('that the page does not live to see is made again, and is no failed start', async () => {
    const opened = open();
    await vi.waitFor(() => expect(electron.windows).toHaveLength(1));
    await electron.window.losePage('crashed');
    await opened;
    await vi.waitFor(() => expect(electron.window.isVisible()).toBe(true));
    expect(electron.window.loads).toEqual(['app://page/', 'app://page/?crashed=1']);
  });

  test('in which the window is closed is no failed start', async () => {
    const opened = open();
    await vi.waitFor(() => expect(electron.windows).toHaveLength(1));
    electron.window.close();
    await opened;
    expect(electron.windows).toEqual([]);
  });

  test('that another load overtakes is no failed start', async () => {
    const opened = open();
    await vi.waitFor(() => expect(electron.windows).toHaveLength(1));
    await electron.window.loadURL('app://page/');
    await opened;
    expect(electron.window.isVisible()).toBe(true);
  });

  test('that fails is a failed start', async () => {
    const opened = open();
    const fault = Object.assign(new Error('ERR_FAILED (-2)'), { code: 'ERR_FAILED', errno: -2 });
    first.reject(fault);
    await expect(opened).rejects.toBe(fault);
  });
});
