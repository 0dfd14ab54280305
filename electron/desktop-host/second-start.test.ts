import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';

let electron: ElectronDouble;
let starts: typeof import('./second-start.ts');

beforeEach(async () => {
  electron = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  starts = await import('./second-start.ts');
  new electron.module.BrowserWindow();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.doUnmock('electron');
});

const restarts = () => electron.noted.calls.filter(([name]) => name === 'app.relaunch');

describe('a second start', () => {
  test('shows the window of the first, and makes no third', () => {
    starts.answerSecondStart();
    expect(electron.window.focused).toBe(1);
    starts.noteEnding();
    starts.startAgainIfWanted();
    expect(restarts()).toEqual([]);
  });

  test('that comes while the first is ending is made up for once, after it', () => {
    starts.noteEnding();
    starts.answerSecondStart();
    starts.answerSecondStart();
    expect(restarts()).toEqual([]);
    starts.startAgainIfWanted();
    starts.startAgainIfWanted();
    expect(restarts()).toEqual([['app.relaunch', undefined]]);
  });

  test('of a portable edition starts the file that the person has', () => {
    vi.stubEnv('PORTABLE_EXECUTABLE_FILE', 'E:\\portable.exe');
    starts.noteEnding();
    starts.answerSecondStart();
    starts.startAgainIfWanted();
    expect(restarts()).toEqual([
      ['app.relaunch', { execPath: 'E:\\portable.exe', args: process.argv.slice(1) }],
    ]);
  });

  test.each([
    ['the AppImage that runs', '/tmp/.mount_a/child-friendly-communes', '/home/a/x.AppImage'],
    ['no AppImage that only started the terminal', '/opt/a/child-friendly-communes', undefined],
  ])('starts %s', (_what, execPath, started) => {
    const environment = { APPIMAGE: '/home/a/x.AppImage', APPDIR: '/tmp/.mount_a' };
    expect(starts.startedFile(environment, execPath)).toBe(started);
  });
});
