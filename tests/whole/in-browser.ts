/** The program with a page of it in a browser, as somebody works with it, and everything that the page complains of. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { workingContext } from './browser.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** A new page in a window; its errors and warnings are added to `troubles`. */
export async function watchedPage(context: BrowserContext, troubles: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  return page;
}

interface Running {
  readonly program: RunningProgram;
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface InBrowser extends Running {
  /** Made for it, and gone once it is closed. */
  readonly folder: string;
  /** As after closing the application and opening it again: everything but the folder is another. */
  restart(): Promise<Running>;
  /** Stops the program alone; gives how to start it again on the same data. */
  stopProgram(): Promise<() => Promise<RunningProgram>>;
  /** Forgets those troubles that are part of the test. */
  forgive(expected: RegExp): void;
  /** Expects that there was no trouble. */
  close(): Promise<void>;
}

/** The program on data of its own, in a new folder whose name begins with `name`, and its first page. */
export async function openInBrowser(browser: Browser, name: string, inFolder = '.'): Promise<InBrowser> {
  const folder = await mkdtemp(join(tmpdir(), name));
  const data = join(folder, inFolder);
  const troubles: string[] = [];
  let running = await run();

  async function run(): Promise<Running> {
    const program = await startProgram(data);
    const context = await workingContext(browser);
    const page = await watchedPage(context, troubles);
    await page.goto(program.address);
    return { program, context, page };
  }

  return {
    get program() {
      return running.program;
    },
    get context() {
      return running.context;
    },
    get page() {
      return running.page;
    },
    folder,
    async restart() {
      await running.context.close();
      expect(await running.program.stop()).toBe(0);
      running = await run();
      return running;
    },
    async stopProgram() {
      await running.program.stop();
      return async () => {
        running = { ...running, program: await startProgram(data) };
        return running.program;
      };
    },
    forgive(expected) {
      // NOTE: in place, because the pages add to it.
      troubles.splice(0, Infinity, ...troubles.filter((text) => !expected.test(text)));
    },
    async close() {
      await running.context.close();
      await running.program.stop();
      await rm(folder, { recursive: true });
      expect(troubles).toEqual([]);
    },
  };
}
