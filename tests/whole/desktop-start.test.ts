import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type DesktopBridge, type DesktopMenu, methods } from '../../electron/api.ts';
import { ElectronDouble } from '../electron-double/double.ts';
import { Preventable } from '../electron-double/fits.ts';
import { desktopProgram } from './desktop-program.ts';

const desktop = desktopProgram();

describe('the desktop application', () => {
  test('opens one window, isolated, sandboxed, without node, on its own scheme', async () => {
    await desktop.start();
    expect(desktop.electron.windows).toHaveLength(1);
    expect(desktop.electron.window).toMatchObject({
      loads: ['app://page/'],
      options: {
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
      },
    });
    expect(basename(desktop.electron.windows[0]?.options.webPreferences?.preload ?? '')).toBe('preload.cjs');
  });

  test('answers every call of the contract, each on its own channel, and no other', async () => {
    await desktop.start();
    expect([...desktop.electron.messages.channels.keys()].sort()).toEqual([...methods].sort());
    expect(await desktop.call('app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'electron', dataFolder: desktop.folder },
    });
    expect(await desktop.call('sample.load', { year: 2026 })).toEqual({ ok: true, value: { created: 12 } });
    expect(await desktop.call('assessments.list', { year: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_request', path: 'year' },
    });
  });

  test('opens a PDF with the system viewer, whole, under its own name', async () => {
    await desktop.start();
    await desktop.call('sample.load', { year: 2026 });
    const reply = await desktop.call('documents.show', { id: '2026-vd-01', kind: 'scorecard' });
    expect(reply).toEqual({ ok: true, value: { shown: true } });
    expect(basename(desktop.electron.system.opened[0] ?? '')).toMatch(/^phieu-cham-diem_2026_vd-01_.*\.pdf$/);
    const pdf = await readFile(desktop.electron.system.opened[0] ?? '');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.subarray(-6).toString().trim()).toBe('%%EOF');
  });

  test('removes the PDFs that a run left behind which was broken off, and none of today', async () => {
    const left = await mkdtemp(join(tmpdir(), 'child-friendly-communes-'));
    const ofToday = await mkdtemp(join(tmpdir(), 'child-friendly-communes-'));
    onTestFinished(() => rm(ofToday, { recursive: true }));
    await writeFile(join(left, 'phiếu.pdf'), 'old');
    const longAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1_000);
    await utimes(left, longAgo, longAgo);
    await desktop.start();
    await vi.waitFor(() => expect(existsSync(left)).toBe(false));
    expect(existsSync(ofToday)).toBe(true);
  });

  test('is there while a new version copies the data, and answers once that is done', async () => {
    const copying = Promise.withResolvers<void>();
    const { BeforeUpdate } = await import('../../electron/update/before-update.ts');
    const make = vi.spyOn(BeforeUpdate.prototype, 'make').mockReturnValue(copying.promise);
    await desktop.start();
    const heard = vi.fn();
    const answer = desktop.call('app.info', {}).then(heard);
    await new Promise((wait) => setTimeout(wait, 50));
    expect(heard).not.toHaveBeenCalled();
    copying.resolve();
    await answer;
    expect(heard.mock.calls).toMatchObject([[{ ok: true }]]);
    make.mockRestore();
  });

  test('says why it cannot start, and ends', async () => {
    vi.doMock('../../electron/page-files.ts', () => ({
      readPageFiles: () => Promise.reject(new Error('no page')),
    }));
    await desktop.evaluate();
    await vi.waitFor(() => expect(desktop.electron.steps).toContain('exit'));
    expect(desktop.electron.dialogs.errors.join()).toContain('no page');
    vi.doUnmock('../../electron/page-files.ts');
  });

  test('a second start gives way and brings the first to the front', async () => {
    await desktop.start();
    const first = desktop.electron;
    first.app.events.emit('second-instance', new Preventable(), [], desktop.folder, undefined);
    expect(first.window.focused).toBe(1);

    const second = new ElectronDouble();
    second.app.firstInstance = false;
    // Where the profile lies.
    vi.stubEnv('XDG_DATA_HOME', desktop.folder);
    vi.stubEnv('LOCALAPPDATA', desktop.folder);
    vi.resetModules();
    vi.doMock('electron', () => second.module);
    await import('../../electron/main.ts');
    await vi.waitFor(() => expect(second.steps).toEqual(['exit']));
    expect([second.windows, second.dialogs.errors]).toEqual([[], []]);
    vi.unstubAllEnvs();
  });
});

test('the preload gives the page the calls of the contract, the menu, and nothing else', async () => {
  await import('../../electron/preload.ts');
  const { exposed, invoked } = desktop.electron.messages;
  expect([...exposed.keys()]).toEqual(['desktop', 'desktopMenu']);
  const bridge = exposed.get('desktop') as DesktopBridge;
  expect(Object.keys(bridge).sort()).toEqual([...methods].sort());
  await bridge['assessments.open']({ id: 'x' });
  expect(invoked).toEqual([['assessments.open', { id: 'x' }]]);

  const menu = exposed.get('desktopMenu') as DesktopMenu;
  expect(Object.keys(menu)).toEqual(['listen']);
  const heard = vi.fn();
  menu.listen(heard);
  desktop.electron.messages.send('menu', 'save');
  expect(heard.mock.calls).toEqual([['save']]);
});
