import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { SaidPage } from '../electron-double/page.ts';
import { asElectron } from '../electron-double/window.ts';
import { desktopProgram, signals } from './desktop-program.ts';

const desktop = desktopProgram();

describe('closing the window', () => {
  test('finishes a save under way before it ends, and removes the PDFs that it showed', async () => {
    await desktop.start();
    await desktop.call('sample.load', { year: 2026 });
    await desktop.call('documents.show', { id: '2026-vd-01', kind: 'scorecard' });
    const saving = desktop.call('assessments.save', {
      id: '2026-vd-01',
      basedOn: 0,
      by: null,
      answers: { children: null },
      notes: {},
    });
    desktop.electron.window.close();
    expect(desktop.electron.steps.slice(-1)).toEqual(['closed']);
    expect(await saving).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(desktop.electron.steps.slice(-1)).toEqual(['exit']));
    await expect(readFile(desktop.electron.system.opened[0] ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a window that objects gets time to save, and then closes without a question', async () => {
    await desktop.start();
    desktop.electron.pageObjects = true;
    desktop.electron.window.close();
    expect(desktop.electron.windows).toHaveLength(1);
    desktop.electron.pageObjects = false;
    await vi.waitFor(() => expect(desktop.electron.steps).toContain('closed'), 5_000);
    expect(desktop.electron.dialogs.questions).toEqual([]);
  });

  test('what cannot be saved is asked about, with staying as the easy answer', async () => {
    await desktop.start();
    desktop.electron.pageObjects = true;
    desktop.electron.window.close();
    await vi.waitFor(() => expect(desktop.electron.dialogs.questions).toHaveLength(1), 5_000);
    expect(desktop.electron.dialogs.questions[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
    expect(desktop.electron.dialogs.questions[0]?.buttons?.[0]).toContain('Ở lại');
    expect(desktop.electron.windows).toHaveLength(1);

    desktop.electron.dialogs.answer = 1;
    desktop.electron.window.close();
    await vi.waitFor(() => expect(desktop.electron.steps).toContain('closed'), 5_000);
    expect(desktop.electron.dialogs.questions).toHaveLength(2);
  });

  test('after "stay", nothing closes the window by itself', async () => {
    await desktop.start();
    desktop.electron.pageObjects = true;
    desktop.electron.window.close();
    desktop.electron.window.close();
    expect(desktop.electron.dialogs.questions).toHaveLength(1);
    desktop.electron.pageObjects = false;
    await new Promise((wait) => setTimeout(wait, 1_500));
    expect(desktop.electron.windows).toHaveLength(1);
  });

  test('loading the page again never closes the window', async () => {
    await desktop.start();
    desktop.electron.pageObjects = true;
    desktop.electron.window.reload();
    await new Promise((wait) => setTimeout(wait, 1_500));
    expect(desktop.electron.steps.slice(-1)).toEqual(['not reloaded']);
    expect(desktop.electron.dialogs.questions).toEqual([]);
  });
});

describe('every way of ending the desktop application', () => {
  const save = (children: number) =>
    desktop.call('assessments.save', {
      id: '2026-vd-01',
      basedOn: 0,
      by: null,
      answers: { children },
      notes: {},
    });
  const savedChildren = async () =>
    JSON.parse(await readFile(join(desktop.folder, 'assessments', '2026-vd-01.json'), 'utf8')).data.answers
      .children.value;

  test.each<[string, () => unknown]>([
    ['the window is closed', () => desktop.electron.window.close()],
    ['the application is quit', () => desktop.electron.module.app.quit()],
    ['Windows ends the session', () => desktop.electron.window.endSession()],
    ['Windows ends the session without asking', () => desktop.electron.window.endSession('critical')],
    ...signals.map((signal): [string, () => unknown] => [
      `${signal} comes`,
      () => process.listeners(signal).at(-1)?.(signal),
    ]),
  ])('finishes the save under way when %s, then gives the folder back', async (_how, end) => {
    await desktop.start();
    await desktop.call('sample.load', { year: 2026 });
    const saving = save(1491);
    end();
    await desktop.ended();
    expect(await saving).toMatchObject({ ok: true });
    expect(await savedChildren()).toBe(1491);
    expect(await desktop.lock()).toBeUndefined();
    expect(desktop.electron.steps.filter((step) => step === 'exit')).toHaveLength(1);
  });

  test('the window holds the session up until what the page still sends is on the disk', async () => {
    const saving: Promise<unknown>[] = [];
    desktop.electron.page = () =>
      Object.assign(new SaidPage(() => false), {
        receive: (...message: unknown[]) => {
          expect(message).toEqual(['menu', ['save']]);
          saving.push(save(1491));
        },
      });
    await desktop.start();
    await desktop.call('sample.load', { year: 2026 });
    const seen: unknown[] = [];
    asElectron(desktop.electron.window).on('closed', () => {
      const path = join(desktop.folder, 'assessments', '2026-vd-01.json');
      seen.push(JSON.parse(readFileSync(path, 'utf8')).data.answers.children.value);
    });
    expect(desktop.electron.window.endSession()).toBe(false);
    expect(desktop.electron.window.endSession()).toBe(false);
    expect(desktop.electron.windows).toHaveLength(1);
    await desktop.ended();
    expect([seen, saving.length]).toEqual([[1491], 1]);
  });

  test('Windows may not end the session before the page had its time to save', async () => {
    await desktop.start();
    desktop.electron.pageObjects = true;
    expect(desktop.electron.window.endSession()).toBe(false);
    expect(desktop.electron.windows).toHaveLength(1);
    desktop.electron.pageObjects = false;
    await desktop.ended();
    expect(desktop.electron.dialogs.questions).toEqual([]);
  });
});
