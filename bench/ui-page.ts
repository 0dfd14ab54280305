/** The built page in a slow browser, served by the real host over a data folder: what a cheap machine shows. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Assessment } from '../criteria/assessment.ts';
import { launchBrowser, workingContext } from '../tests/whole/browser.ts';
import { type RunningProgram, startProgram } from '../tests/whole/running-program.ts';
import { dataFolder, removeFolder } from './district.ts';

/** How many times slower than this machine the page runs. */
export const throttle = 6;

/** A program over a folder with these assessments, and the one browser that it let in. */
export class Stage {
  private readonly program: RunningProgram;
  private readonly browser: Browser;
  private readonly folder: string;
  private cookies: Awaited<ReturnType<BrowserContext['cookies']>> = [];

  private constructor(program: RunningProgram, browser: Browser, folder: string) {
    this.program = program;
    this.browser = browser;
    this.folder = folder;
  }

  static async set(all: readonly Assessment[]): Promise<Stage> {
    const folder = await dataFolder(all);
    const stage = new Stage(await startProgram(folder), await launchBrowser(), folder);
    // The first visit uses the one-time address up, and makes the host write its index.
    const page = await stage.page();
    await page.goto(stage.program.address);
    await page.getByRole('row').nth(1).waitFor();
    stage.cookies = await page.context().cookies();
    await page.context().close();
    return stage;
  }

  /** Where a screen is. */
  at(path: string): string {
    return `${new URL(this.program.address).origin}/#${path}`;
  }

  /** An empty tab with an empty cache, throttled, in which somebody is working. */
  async page(): Promise<Page> {
    const context = await workingContext(this.browser);
    await context.addCookies(this.cookies);
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    return page;
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.program.stop();
    await removeFolder(this.folder);
  }
}
