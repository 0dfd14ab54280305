import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type OneWriter, startAsOneWriter } from '../../electron/one-writer/one-writer.ts';
import { SaidPage } from '../electron-double/page.ts';
import { desktopProgram } from './desktop-program.ts';

const desktop = desktopProgram();

describe('the desktop application as the one writer of its folder', () => {
  /** Somebody else's lock, whose holder does not answer. */
  const writeLock = (host: string) =>
    writeFile(
      join(desktop.folder, 'lock.json'),
      JSON.stringify({
        program: 'browser',
        pid: 4321,
        host,
        started: '2026-11-02T01:02:03.000Z',
        nonce: '00000000-0000-4000-8000-000000000000',
        channel: '/tmp/cfc-nobody/channel',
      }),
    );

  async function startAndGiveWay(): Promise<void> {
    await desktop.evaluate();
    await desktop.ended();
    expect(desktop.electron.windows).toEqual([]);
    expect([...desktop.electron.messages.channels.keys()]).toEqual([]);
  }

  test('names itself in the folder while it runs, and no longer once it ended', async () => {
    await desktop.start();
    expect(await desktop.lock()).toMatchObject({ program: 'electron', pid: process.pid, host: hostname() });
    desktop.electron.window.close();
    await desktop.ended();
    expect(await desktop.lock()).toBeUndefined();
  });

  test('is shown when the program is started again in the browser', async () => {
    await desktop.start();
    const second = await startAsOneWriter({
      dataFolder: desktop.folder,
      program: 'browser',
      secondStart: () => undefined,
      log: () => undefined,
    });
    expect(second).toMatchObject({
      kind: 'elsewhere',
      sentences: [
        expect.stringContaining(`ứng dụng trên máy tính, tiến trình ${process.pid}`),
        expect.any(String),
      ],
    });
    await vi.waitFor(() => expect(desktop.electron.window.focused).toBe(1));
  });

  test('gives way to the program in the browser, and says where that runs', async () => {
    let shown = 0;
    const first = (await startAsOneWriter({
      dataFolder: desktop.folder,
      program: 'browser',
      origin: () => 'http://127.0.0.1:4567',
      secondStart: () => {
        shown += 1;
      },
      log: () => undefined,
    })) as OneWriter;
    await startAndGiveWay();
    expect(desktop.electron.dialogs.said).toMatchObject([
      { type: 'info', message: expect.stringContaining('http://127.0.0.1:4567') },
    ]);
    expect(shown).toBe(1);
    expect(await first.holds()).toBe(true);
    await first.release();
  });

  test('asks about a folder that another machine holds, with leaving it as the easy answer', async () => {
    await writeLock('may-cua-xa');
    await startAndGiveWay();
    expect(desktop.electron.dialogs.questions).toMatchObject([
      { message: expect.stringContaining('“may-cua-xa”'), defaultId: 0, cancelId: 0 },
    ]);
    expect(desktop.electron.dialogs.questions[0]?.buttons?.[0]).toBe('Thoát');
    expect(await desktop.lock()).toMatchObject({ host: 'may-cua-xa' });
  });

  test('opens a folder that another machine holds when it is told to', async () => {
    await writeLock('may-cua-xa');
    desktop.electron.dialogs.answer = 1;
    await desktop.start();
    expect(await desktop.lock()).toMatchObject({ host: hostname(), pid: process.pid });
  });

  test('takes over after a crash without a question', async () => {
    await writeLock(hostname());
    await desktop.start();
    expect(desktop.electron.dialogs.questions).toEqual([]);
    expect(await desktop.lock()).toMatchObject({ pid: process.pid });
  });

  test('gives the folder back when it cannot start', async () => {
    desktop.electron.page = () =>
      Object.assign(new SaidPage(() => false), { load: () => Promise.reject(new Error('no page')) });
    await desktop.evaluate();
    await desktop.ended();
    expect(desktop.electron.dialogs.errors.join()).toContain('no page');
    expect(await desktop.lock()).toBeUndefined();
  });
});
