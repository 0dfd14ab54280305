/**
 * Stands in for those Electron APIs that the desktop application uses, where its binary cannot run. Every member and event
 * is checked against the real electron.d.ts (see fits.ts), the application itself is compiled against the real types, and
 * what Electron does in an order of its own happens here in that order: ready after the main module, closing, objecting,
 * crashing, quitting, the end of a Windows session. What the double does not have throws.
 */
import type * as Electron from 'electron';
import { AppDouble } from './app.ts';
import { Dialogs } from './dialogs.ts';
import { loud } from './fits.ts';
import { Menus } from './menu.ts';
import { Messages, type Sender } from './messages.ts';
import { Noted } from './noted.ts';
import { type MakePage, SaidPage } from './page.ts';
import { SessionDouble } from './session.ts';
import { System } from './system.ts';
import type { DoubledWindow } from './window.ts';
import { Windows } from './windows.ts';

export class ElectronDouble {
  readonly noted = new Noted();
  readonly #windows = new Windows();
  readonly app = new AppDouble(this.noted, this.#windows);
  readonly session = new SessionDouble(this.noted);
  readonly dialogs = new Dialogs();
  readonly menus = new Menus(this.#windows);
  readonly messages = new Messages(this.#windows);
  readonly system = new System(this.app, this.noted);
  /** Whether the page objects to being closed or loaded again, as it does while it holds something unsaved. */
  pageObjects = false;
  /** What stands behind each window that is opened from now on. */
  page: MakePage = () => new SaidPage(() => this.pageObjects);
  /** What the application gets for `electron`. */
  readonly module = this.#make();

  /** What a person would see happen, in order. */
  get steps(): readonly string[] {
    return this.noted.steps;
  }
  /** Those that are open. */
  get windows(): readonly DoubledWindow[] {
    return this.#windows.open;
  }
  /** The one window; throws where there is none. */
  get window(): DoubledWindow {
    const [first] = this.#windows.open;
    if (first === undefined) throw new Error('no window');
    return first;
  }
  becomeReady(): void {
    this.app.becomeReady();
  }
  /** A call of the contract as the page sends it. */
  call(method: string, args: unknown, from?: Sender): Promise<unknown> {
    return this.messages.call(method, [args], from);
  }
  /** What our scheme answers to a request of the page. */
  async serve(url: string): Promise<Response | undefined> {
    return this.system.schemes.get(new URL(url).protocol.slice(0, -1))?.(new Request(url));
  }

  #make() {
    const defaultSession = this.session.make();
    const double = this;
    const BrowserWindow = this.#windows.make({
      noted: this.noted,
      session: defaultSession as unknown as Electron.Session,
      app: () => double.app,
      page: (window) => double.page(window),
    });
    return {
      app: this.app.make(),
      BrowserWindow,
      session: loud('session', {
        // Electron has none before it is ready.
        get defaultSession() {
          double.app.onlyWhenReady('session.defaultSession');
          return defaultSession;
        },
      }),
      dialog: this.dialogs.make(),
      Menu: this.menus.make(),
      ...this.messages.make(),
      ...this.system.make(),
    } satisfies Partial<Record<keyof typeof Electron, unknown>>;
  }
}
