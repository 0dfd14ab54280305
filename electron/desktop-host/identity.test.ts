import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packageConfiguration } from '../../build/package-configuration.ts';
import { ElectronDouble } from '../../tests/electron-double/double.ts';
import { profileFolder } from './profile-folder.ts';

let electron: ElectronDouble;

beforeEach(() => {
  electron = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(() => vi.doUnmock('electron'));

test('the window has the identity of the installer, and the profile is not where Electron would put it', async () => {
  const { takeIdentity } = await import('./identity.ts');
  const environment = { CHILD_FRIENDLY_DATA: '/srv/du-lieu' };
  takeIdentity(environment);
  const { appId } = packageConfiguration({
    target: 'win',
    edition: 'release',
    app: 'app',
    output: 'out',
    electronDist: undefined,
  });
  expect(electron.noted.lastCall('app.setAppUserModelId')).toEqual([appId]);
  expect(electron.module.app.getPath('userData')).toBe(profileFolder(environment));
});
