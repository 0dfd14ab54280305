import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';
import { SaidPage } from '../../tests/electron-double/page.ts';
import type { Handlers } from '../service/dispatch.ts';

let electron: ElectronDouble;
let page: SaidPage;
let show: Handlers['places.show'];

beforeEach(async () => {
  electron = new ElectronDouble();
  page = new SaidPage(() => false);
  electron.page = () => page;
  show = async () => ({ shown: true, path: '/data' });
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const { setMenu } = await import('./menu.ts');
  setMenu({ 'places.show': (args) => show(args) } as Handlers);
});
afterEach(() => vi.doUnmock('electron'));

async function open(url: string): Promise<void> {
  new electron.module.BrowserWindow({});
  await electron.window.loadURL(url);
}

describe('the menu of the application', () => {
  test('sends its commands to our page', async () => {
    await open('app://page/#/');
    electron.menus.click('Phiếu mới');
    electron.menus.click('Hoàn tác');
    expect(page.received).toEqual([
      ['menu', ['newAssessment']],
      ['menu', ['undo']],
    ]);
  });

  test.each(['about:blank', 'app://page.evil/', 'https://page/'])('sends nothing to %s', async (url) => {
    await open(url);
    electron.menus.click('Phiếu mới');
    expect(page.received).toEqual([]);
  });

  test('asks nobody where there is no window', () => {
    expect(() => electron.menus.click('Phiếu mới')).not.toThrow();
  });

  test('shows folders, and says where one is that cannot be shown', async () => {
    const shown: string[] = [];
    show = async ({ place }) => {
      shown.push(place);
      return { shown: place === 'data', path: '/data/logs' };
    };
    electron.menus.click('Mở thư mục dữ liệu');
    electron.menus.click('Mở thư mục nhật ký');
    await vi.waitFor(() => expect(electron.dialogs.said).toHaveLength(1));
    expect(shown).toEqual(['data', 'logs']);
    expect(electron.dialogs.said).toMatchObject([{ detail: 'Thư mục nằm ở /data/logs' }]);
  });

  test('says why a folder cannot be shown', async () => {
    const { Refusal } = await import('../refusal.ts');
    show = () => Promise.reject(new Refusal('not_found', 'Chưa có thư mục này'));
    electron.menus.click('Mở thư mục nhật ký');
    await vi.waitFor(() => expect(electron.dialogs.said).toMatchObject([{ detail: 'Chưa có thư mục này' }]));
  });
});
