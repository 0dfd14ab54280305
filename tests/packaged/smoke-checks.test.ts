/**
 * The checks of `npm run smoke` that need a page alone, here over the double of Electron. What only real Electron can show
 * (smoke-electron-checks.ts, smoke-release.ts) runs on a machine that has the packaged program.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { desktopInBrowser } from '../whole/desktop-in-browser.ts';
import { pageChecks } from './smoke-checks.ts';
import { electronChecks } from './smoke-electron-checks.ts';
import type { SmokedProgram } from './smoke-program.ts';
import { releaseChecks } from './smoke-release.ts';

const desktop = desktopInBrowser();
let artefacts: string;

beforeAll(async () => {
  artefacts = await mkdtemp(join(tmpdir(), 'smoke-'));
});
afterAll(() => rm(artefacts, { recursive: true }));

const program: SmokedProgram = {
  get page() {
    return desktop.page;
  },
  get dataFolder() {
    return desktop.folder;
  },
  get artefacts() {
    return artefacts;
  },
  get printFolder() {
    return join(artefacts, 'bản in');
  },
  start: desktop.start,
  end: async () => {
    desktop.electron.window.close();
    await desktop.ended();
  },
  crashPage: async () => {
    const before = desktop.page;
    await desktop.electron.window.losePage('crashed');
    await vi.waitFor(() => expect(desktop.page).not.toBe(before));
  },
  valueOf: (expression) => desktop.page.evaluate(expression),
  forgive: desktop.forgive,
};

test.each(pageChecks())('$says', ({ run }) => run(program));

describe('the checks that need the packaged program', () => {
  test('are sentences that nobody takes for one another', () => {
    const sentences = [...pageChecks(), ...electronChecks(), ...releaseChecks()].map(({ says }) => says);
    for (const sentence of sentences) expect(sentence).toMatch(/^[a-z`].{20,160}[^.]$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
