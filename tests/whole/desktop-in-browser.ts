/** The whole desktop application: its main process over the double, its built preload script and page in a real browser. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { ElectronDouble } from '../electron-double/double.ts';
import { launchBrowser } from './browser.ts';
import { BrowserPage, type Outside, Profile } from './browser-page.ts';
import { desktopProgram } from './desktop-program.ts';

const preload = resolve(import.meta.dirname, '../../dist/app/electron/preload.cjs');

export interface DesktopInBrowser {
  readonly electron: ElectronDouble;
  /** What the window shows; another one after a crash or a new start. */
  readonly page: Page;
  readonly folder: string;
  readonly outside: readonly Outside[];
  /** Starts it; it was never started, or has ended. */
  start(): Promise<void>;
  ended(): Promise<void>;
  /** What is saved of an assessment. */
  stored(id: string): Promise<StoredAssessment>;
  /** Forgets those troubles that are part of the test. */
  forgive(expected: RegExp): void;
}

interface StoredAssessment {
  readonly status: string;
  readonly answers: Readonly<Record<string, { readonly value: unknown }>>;
}

/** For the tests of the file that calls it, which go on with what the ones before have left. */
export function desktopInBrowser(): DesktopInBrowser {
  let profile: Profile;
  let closeBrowser: () => Promise<void>;

  beforeAll(async () => {
    const browser = await launchBrowser();
    closeBrowser = () => browser.close();
    profile = await Profile.open(browser, () => program.electron, await readFile(preload, 'utf8'));
  });
  afterAll(async () => {
    await closeBrowser();
    expect(profile.troubles).toEqual([]);
  });
  // NOTE: after the above, because what comes last is ended first: the program needs its page to end.
  const program = desktopProgram('file');

  return {
    get electron() {
      return program.electron;
    },
    get page() {
      const { page } = program.electron.window;
      if (page instanceof BrowserPage) return page.page;
      throw new Error('no page of the browser');
    },
    get folder() {
      return program.folder;
    },
    get outside() {
      return profile.outside;
    },
    start: async () => {
      const electron = program.next();
      electron.app.isPackaged = true;
      electron.page = () => new BrowserPage(profile);
      await program.start();
    },
    ended: program.ended,
    stored: async (id) =>
      JSON.parse(await readFile(join(program.folder, 'assessments', `${id}.json`), 'utf8')).data,
    forgive: (expected) => {
      const others = profile.troubles.filter((text) => !expected.test(text));
      profile.troubles.splice(0, Infinity, ...others);
    },
  };
}
