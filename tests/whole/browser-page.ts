/** A page of a real browser behind a window of the double. An ordinary origin stands there for that of our own scheme. */
import type { Browser, BrowserContext, Frame as BrowserFrame, Dialog, Page, Route } from 'playwright-core';
import type { ElectronDouble } from '../electron-double/double.ts';
import type { Objected, PageDriver } from '../electron-double/page.ts';
import { type Frame, frameOf } from '../electron-double/web-contents.ts';
import { bindingName, preloadScript, receiverName } from './preload-world.ts';

/** In the browser, in place of `app://page`. */
const standInOrigin = 'https://page.app.test';
const ownOrigin = 'app://page';

const outward = (url: string) => url.replace(ownOrigin, standInOrigin);
const inward = (url: string) => url.replace(standInOrigin, ownOrigin);

/** An attempt of the page to reach somewhere else; none ever goes out, whether it was refused or not. */
export interface Outside {
  readonly url: string;
  /** By which guard of the application. */
  readonly refusedBy: 'navigation' | 'session' | null;
}

/** What outlives the windows, as Electron's profile does: storage, the preload script, the way out. */
export class Profile {
  readonly context: BrowserContext;
  readonly outside: Outside[] = [];
  /** Errors and warnings of all pages. */
  readonly troubles: string[] = [];
  readonly #electron: () => ElectronDouble;

  private constructor(context: BrowserContext, electron: () => ElectronDouble) {
    this.context = context;
    this.#electron = electron;
  }

  /** `electron` is the running one; `preload` the text of the built preload script. */
  static async open(browser: Browser, electron: () => ElectronDouble, preload: string): Promise<Profile> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const profile = new Profile(context, electron);
    await context.exposeBinding(bindingName, ({ frame }, channel: string, args: unknown[]) =>
      profile.#invoke(frame, channel, args),
    );
    await context.addInitScript({ content: preloadScript(preload, standInOrigin) });
    await context.route('**/*', (route) => profile.#answer(route));
    return profile;
  }

  async newPage(): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.troubles.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.troubles.push(message.text());
    });
    return page;
  }

  async #invoke(frame: BrowserFrame, channel: string, args: unknown[]): Promise<unknown> {
    try {
      return await this.#electron().messages.call(channel, args, { senderFrame: asFrame(frame) });
    } catch (fault) {
      throw new Error(`Error invoking remote method '${channel}': ${fault}`);
    }
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = inward(request.url());
    const electron = this.#electron();
    const refusedBy = async () => {
      const navigates = request.isNavigationRequest() && !url.startsWith(`${ownOrigin}/`);
      if (navigates && !electron.window.contents.navigates('will-navigate', url)) return 'navigation';
      return (await electron.session.lets(url)) ? null : 'session';
    };
    const refused = await refusedBy();
    const response = refused === null ? await electron.serve(url) : undefined;
    if (response === undefined) {
      this.outside.push({ url, refusedBy: refused });
      // A navigation that is refused leaves the page as it is.
      await route.abort(refused === 'navigation' ? 'aborted' : 'blockedbyclient');
      return;
    }
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}

function asFrame(frame: BrowserFrame): Frame {
  const parent = frame.parentFrame();
  return frameOf(inward(frame.url()), parent === null ? null : asFrame(parent));
}

export class BrowserPage implements PageDriver {
  readonly #profile: Profile;
  #page: Page | undefined;
  #url = '';
  /** What Chromium itself keeps for a window whose page has crashed, while the browser here needs another page. */
  #kept: Record<string, string> = {};

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** Throws while there is none. */
  get page(): Page {
    if (this.#page === undefined) throw new Error('no page');
    return this.#page;
  }
  url(): string {
    return this.#page === undefined ? this.#url : inward(this.#page.url());
  }
  async load(url: string): Promise<void> {
    if (this.#page === undefined) {
      this.#page = await this.#profile.newPage();
      await this.#page.addInitScript(
        ({ kept, origin }) => {
          if (location.origin !== origin || sessionStorage.length > 0) return;
          for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
        },
        { kept: this.#kept, origin: standInOrigin },
      );
    }
    await this.#page.goto(outward(url));
  }
  async close(objected: Objected): Promise<boolean> {
    const page = this.#page;
    if (page === undefined) return true;
    const left = leaving(page, 'close', objected);
    await page.close({ runBeforeUnload: true });
    if (await left) this.#page = undefined;
    return left;
  }
  async reload(objected: Objected): Promise<boolean> {
    const left = leaving(this.page, 'domcontentloaded', objected);
    await this.page.evaluate(() => setTimeout(() => location.reload()));
    return left;
  }
  async crash(): Promise<void> {
    const { page } = this;
    this.#url = this.url();
    this.#kept = await page.evaluate(() => ({ ...sessionStorage }));
    const crashed = page.waitForEvent('crash');
    const session = await this.#profile.context.newCDPSession(page);
    // Never answered: there is nobody left to do so.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    this.#page = undefined;
    await page.close();
  }
  async receive(channel: string, args: readonly unknown[]): Promise<void> {
    await this.page.evaluate(
      ([name, sent, given]) => {
        const receivers = globalThis as unknown as Record<symbol, (channel: string, args: unknown) => void>;
        receivers[Symbol.for(name)]?.(sent, given);
      },
      [receiverName, channel, args] as const,
    );
  }
  async destroy(): Promise<void> {
    await this.#page?.close();
    this.#page = undefined;
  }
}

/** True once the page is left; false when its objection stands. */
function leaving(page: Page, left: 'close' | 'domcontentloaded', objected: Objected): Promise<boolean> {
  return new Promise((done, failed) => {
    const answer = (leaves: boolean) => {
      page.off('dialog', onDialog);
      done(leaves);
    };
    const onDialog = (dialog: Dialog) => {
      if (objected()) dialog.accept().catch(failed);
      else dialog.dismiss().then(() => answer(false), failed);
    };
    page.on('dialog', onDialog);
    if (left === 'close') page.once('close', () => answer(true));
    else page.once('domcontentloaded', () => answer(true));
  });
}
