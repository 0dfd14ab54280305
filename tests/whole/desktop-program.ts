/** The desktop application over the double of Electron, in this process, with a data folder of its own for each test. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { ElectronDouble } from '../electron-double/double.ts';
import type { Sender } from '../electron-double/messages.ts';

export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What the program listens to in its process, which here it shares with other starts of it. */
const heard = [...signals, 'uncaughtException', 'unhandledRejection'] as NodeJS.Signals[];

export interface DesktopProgram {
  readonly electron: ElectronDouble;
  readonly folder: string;
  /** Evaluates the main module; Electron is ready after that. */
  evaluate(): Promise<void>;
  /** As above, until the window shows its page. */
  start(): Promise<void>;
  /** As after the end of the process: everything but the data folder is another. */
  next(): ElectronDouble;
  /** Resolves when the application has ended. */
  ended(): Promise<void>;
  /** What the folder says of its writer; undefined when nobody has it. */
  lock(): Promise<unknown>;
  call(method: string, args: unknown, from?: Sender): Promise<unknown>;
}

/** For the tests of the file that calls it: a folder for each of them, or one for all. */
export function desktopProgram(lives: 'test' | 'file' = 'test'): DesktopProgram {
  const [begin, end] = lives === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  let electron: ElectronDouble;
  let folder: string;
  const streamListeners = new Map<NodeJS.WriteStream, number>();
  let listening: (readonly [NodeJS.Signals, readonly unknown[]])[];

  const program: DesktopProgram = {
    get electron() {
      return electron;
    },
    get folder() {
      return folder;
    },
    evaluate: async () => {
      await import('../../electron/main.ts');
      electron.becomeReady();
    },
    start: async () => {
      await program.evaluate();
      await vi.waitFor(() => expect(electron.window.isVisible()).toBe(true), 5_000);
    },
    next: () => {
      electron = new ElectronDouble();
      electron.app.paths.set('userData', join(folder, 'electron'));
      vi.resetModules();
      vi.doMock('electron', () => electron.module);
      return electron;
    },
    ended: () => vi.waitFor(() => expect(electron.steps).toContain('exit'), 5_000),
    lock: () => readFile(join(folder, 'lock.json'), 'utf8').then(JSON.parse, () => undefined),
    call: (method, args, from) => electron.call(method, args, from),
  };

  begin(async () => {
    for (const stream of [process.stdout, process.stderr])
      streamListeners.set(stream, stream.listenerCount('error'));
    listening = heard.map((name) => [name, process.listeners(name)]);
    folder = await mkdtemp(join(tmpdir(), 'desktop-'));
    process.env.CHILD_FRIENDLY_DATA = folder;
    program.next();
  });
  end(async () => {
    electron.pageObjects = false;
    // Whatever a test that failed has left unsaved.
    electron.dialogs.answer = 1;
    if (electron.windows.length > 0) {
      electron.module.app.quit();
      await program.ended();
    }
    for (const [name, before] of listening)
      for (const listener of process.listeners(name))
        if (!before.includes(listener)) process.off(name, listener);
    for (const stream of [process.stdout, process.stderr]) {
      for (const listener of stream.listeners('error').slice(streamListeners.get(stream)))
        stream.off('error', listener as () => void);
    }
    delete process.env.CHILD_FRIENDLY_DATA;
    vi.doUnmock('electron');
    await rm(folder, { recursive: true });
  });
  return program;
}
