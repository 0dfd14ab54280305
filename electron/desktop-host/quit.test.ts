import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../tests/electron-double/double.ts';
import type { Program } from '../program.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let electron: ElectronDouble;
let before: Map<NodeJS.Signals, readonly NodeJS.SignalsListener[]>;
let released: number;

beforeEach(() => {
  before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  released = 0;
  electron = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(() => {
  for (const [signal, listeners] of before)
    for (const listener of process.listeners(signal))
      if (!listeners.includes(listener)) process.off(signal, listener);
  vi.doUnmock('electron');
});

const release = async () => {
  released += 1;
};
const never = new Promise<void>(() => undefined);

async function quit(
  close: Program['close'],
  pauses: readonly [number, number] = [1, 20],
  begun: Promise<void> = Promise.resolve(),
): Promise<void> {
  const { quitWhenAllIsDone } = await import('./quit.ts');
  quitWhenAllIsDone({ close, begun }, { release }, pauses);
  electron.module.app.quit();
}
const asked = (times = 1) =>
  vi.waitFor(() => expect(electron.dialogs.said.length).toBeGreaterThanOrEqual(times));
const ended = () => vi.waitFor(() => expect(electron.steps).toEqual(['exit']));

describe('the end of the desktop application', () => {
  test('says nothing where all is written soon, and gives the folder back before it ends', async () => {
    await quit(async () => undefined, [60_000, 60_000]);
    await ended();
    expect(released).toBe(1);
    expect(electron.dialogs.said).toEqual([]);
  });

  test('waits for what is under way, says what that is, and ends by itself once it is done', async () => {
    electron.dialogs.nobodyAnswers = true;
    const written = Promise.withResolvers<void>();
    await quit((tell) => {
      tell?.('batch');
      tell?.('saves');
      return written.promise;
    });
    await asked();
    expect(electron.dialogs.said).toMatchObject([
      { message: expect.stringContaining('những thay đổi cuối cùng'), buttons: ['Đợi thêm', 'Thoát ngay'] },
    ]);
    expect([electron.steps, released]).toEqual([[], 0]);
    written.resolve();
    await ended();
    expect([electron.dialogs.said.length, released]).toEqual([1, 1]);
  });

  test('waits for the copy that a new version makes at its start, before it gives the folder back', async () => {
    electron.dialogs.nobodyAnswers = true;
    const copied = Promise.withResolvers<void>();
    await quit(async () => undefined, [1, 20], copied.promise);
    await asked();
    expect(electron.dialogs.said).toMatchObject([{ message: expect.stringContaining('chép dữ liệu') }]);
    expect(released).toBe(0);
    copied.reject(new Error('ENOSPC'));
    await ended();
    expect(released).toBe(1);
  });

  test('is followed by a new start where somebody asked for one meanwhile, and then only', async () => {
    const written = Promise.withResolvers<void>();
    await quit(() => written.promise, [60_000, 60_000]);
    const { answerSecondStart } = await import('./second-start.ts');
    answerSecondStart();
    expect(electron.noted.lastCall('app.relaunch')).toBeUndefined();
    written.resolve();
    await ended();
    expect(electron.noted.calls.map(([name]) => name)).toContain('app.relaunch');
  });

  test('with a disk that hangs asks again after waiting, which is the default', async () => {
    await quit(() => never);
    await asked(3);
    for (const { defaultId, cancelId } of electron.dialogs.said)
      expect([defaultId, cancelId]).toEqual([0, 0]);
    expect(electron.steps).toEqual([]);
    electron.dialogs.answer = 1;
    await ended();
  });

  test('with a disk that hangs leaves at once where the person wants that', async () => {
    electron.dialogs.answer = 1;
    await quit(() => never);
    await ended();
    expect(electron.dialogs.said).toHaveLength(1);
  });

  test.each([
    ['a full disk', 'ENOSPC', 'Ổ đĩa đã đầy'],
    ['a disk that was pulled out', 'ENODEV', 'Ổ đĩa không còn kết nối'],
  ])('that fails over %s says so and gives the folder back before it ends', async (_what, code, said) => {
    await quit(() => Promise.reject(Object.assign(new Error(code), { code })), [60_000, 60_000]);
    await ended();
    expect(electron.dialogs.said).toMatchObject([{ type: 'error', detail: expect.stringContaining(said) }]);
    expect(released).toBe(1);
  });

  test('is asked for as often as one likes, and comes once', async () => {
    let closes = 0;
    const written = Promise.withResolvers<void>();
    await quit(() => {
      closes += 1;
      return written.promise;
    }, [60_000, 60_000]);
    electron.module.app.quit();
    for (const signal of signals) process.listeners(signal).at(-1)?.(signal);
    written.resolve();
    await ended();
    expect(closes).toBe(1);
  });
});
