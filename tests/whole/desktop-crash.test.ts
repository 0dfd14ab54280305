import { describe, expect, test, vi } from 'vitest';
import { desktopProgram } from './desktop-program.ts';

const desktop = desktopProgram();

describe('a page that crashes', () => {
  test('is loaded again where it was, told of it, and what it had sent is saved', async () => {
    await desktop.start();
    await desktop.call('sample.load', { year: 2026 });
    await desktop.electron.window.page.load('app://page/#/2026-vd-01/tieu-chi/3');
    const saving = desktop.call('assessments.save', {
      id: '2026-vd-01',
      basedOn: 0,
      by: null,
      answers: { children: 1491 },
      notes: {},
    });
    await desktop.electron.window.losePage('crashed');
    await vi.waitFor(() => expect(desktop.electron.window.loads).toHaveLength(2));
    expect(desktop.electron.window.loads[1]).toBe('app://page/?crashed=1#/2026-vd-01/tieu-chi/3');
    expect(await saving).toMatchObject({ ok: true });
  });

  test('is not loaded again for ever: at the third crash within a minute the person is told', async () => {
    await desktop.start();
    for (const crash of [1, 2]) {
      await desktop.electron.window.losePage('oom');
      await vi.waitFor(() => expect(desktop.electron.window.loads).toHaveLength(1 + crash));
    }
    const { loads } = desktop.electron.window;
    await desktop.electron.window.losePage('oom');
    await desktop.ended();
    expect(loads).toHaveLength(3);
    expect(desktop.electron.dialogs.said).toMatchObject([
      { type: 'error', detail: expect.stringContaining('vẫn an toàn') },
    ]);
    expect(await desktop.lock()).toBeUndefined();
  });

  test('that ended in order is left alone', async () => {
    await desktop.start();
    await desktop.electron.window.losePage('clean-exit');
    await new Promise((wait) => setTimeout(wait, 100));
    expect(desktop.electron.window.loads).toHaveLength(1);
  });
});
