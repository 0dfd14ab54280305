/** Windows: opening, being placed and shown, closing with the page's consent, the end of a Windows session. */
import type * as Electron from 'electron';
import type { AppDouble } from './app.ts';
import { args, eventsOf, type Fits, loud, Preventable, TellingEmitter } from './fits.ts';
import type { Noted } from './noted.ts';
import type { MakePage, PageDriver } from './page.ts';
import { asElectron as contentsAsElectron, DoubledContents } from './web-contents.ts';

const events = eventsOf<Electron.BrowserWindow>()({
  close: args<[Preventable]>(),
  closed: args<[]>(),
  'ready-to-show': args<[]>(),
  show: args<[]>(),
  hide: args<[]>(),
  focus: args<[]>(),
  blur: args<[]>(),
  resize: args<[]>(),
  resized: args<[]>(),
  move: args<[]>(),
  moved: args<[]>(),
  maximize: args<[]>(),
  unmaximize: args<[]>(),
  minimize: args<[]>(),
  restore: args<[]>(),
  'enter-full-screen': args<[]>(),
  'leave-full-screen': args<[]>(),
  'page-title-updated': args<[Preventable, string, boolean]>(),
  unresponsive: args<[]>(),
  responsive: args<[]>(),
  'query-session-end': args<[Preventable & { readonly reasons: SessionEnd[] }]>(),
  'session-end': args<[Preventable & { readonly reasons: SessionEnd[] }]>(),
});

type SessionEnd = Electron.WindowSessionEndEvent['reasons'][number];

/** What a window needs to know of the rest. */
export interface Surroundings {
  readonly noted: Noted;
  readonly session: Electron.Session;
  app(): AppDouble;
  page: MakePage;
}

/** All windows, this one among them until it is closed. */
interface Place {
  readonly open: readonly unknown[];
  remove(id: number): void;
}

export class DoubledWindow extends TellingEmitter<typeof events> {
  readonly id: number;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly contents: DoubledContents;
  /** Every address that was loaded, in order. */
  readonly loads: string[] = [];
  readonly page: PageDriver;
  /** How often it was brought to the front. */
  focused = 0;
  readonly #around: Surroundings;
  readonly #windows: Place;
  #bounds: Electron.Rectangle;
  #visible: boolean;
  #painted = false;
  #minimized = false;
  #maximized = false;
  #fullScreen = false;
  #title = '';
  #destroyed = false;

  constructor(
    id: number,
    options: Electron.BrowserWindowConstructorOptions,
    around: Surroundings,
    windows: Place,
  ) {
    super('BrowserWindow', events);
    this.id = id;
    this.options = options;
    this.#around = around;
    this.#windows = windows;
    this.#bounds = { x: 0, y: 0, width: 800, height: 600, ...placeOf(options) };
    this.#visible = options.show !== false;
    this.page = around.page(this);
    this.contents = loud('webContents', new DoubledContents(id, around.session, around.noted, this.page));
  }

  get webContents(): Electron.WebContents {
    this.#mustLive();
    return contentsAsElectron(this.contents);
  }
  async loadURL(url: string): Promise<void> {
    this.loads.push(url);
    await this.contents.loadURL(url);
    if (!this.#painted) this.emit('ready-to-show');
    this.#painted = true;
  }
  reload(): void {
    this.contents.reload();
  }
  show(): void {
    this.#mustLive();
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible;
  }
  focus(): void {
    this.#mustLive();
    this.focused += 1;
    this.emit('focus');
  }
  isFocused(): boolean {
    return this.focused > 0;
  }
  isMinimized(): boolean {
    this.#mustLive();
    return this.#minimized;
  }
  minimize(): void {
    this.#minimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.#minimized = false;
    this.emit('restore');
  }
  isMaximized(): boolean {
    return this.#maximized;
  }
  maximize(): void {
    this.#maximized = true;
    this.#visible = true;
    this.emit('maximize');
  }
  unmaximize(): void {
    this.#maximized = false;
    this.emit('unmaximize');
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }
  setFullScreen(full: boolean): void {
    this.#fullScreen = full;
    this.emit(full ? 'enter-full-screen' : 'leave-full-screen');
  }
  getBounds(): Electron.Rectangle {
    this.#mustLive();
    return { ...this.#bounds };
  }
  /** Where it is, or would be if it were neither maximised nor minimised: here always the same. */
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setMenuBarVisibility(visible: boolean): void {
    this.#around.noted.noted('window.setMenuBarVisibility')(visible);
  }
  setBackgroundColor(colour: string): void {
    this.#around.noted.noted('window.setBackgroundColor')(colour);
  }
  flashFrame(flash: boolean): void {
    this.#around.noted.noted('window.flashFrame')(flash);
  }
  setProgressBar(progress: number): void {
    this.#around.noted.noted('window.setProgressBar')(progress);
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  close(): void {
    this.#mustLive();
    const event = new Preventable();
    this.emit('close', event);
    if (event.defaultPrevented) {
      this.#around.app().stay();
      return;
    }
    const left = this.page.close(this.contents.objected);
    if (left instanceof Promise) void left.then((went) => this.#closeOrStay(went));
    else this.#closeOrStay(left);
  }
  destroy(): void {
    if (this.#destroyed) return;
    void this.page.destroy();
    this.#closeOrStay(true);
  }

  /** For the tests: the process of the page ends. */
  losePage(reason: Electron.RenderProcessGoneDetails['reason']): Promise<void> {
    return this.contents.losePage(reason);
  }

  /**
   * For the tests: Windows asks whether the session may end, and ends it where nobody objects; true when it ended. It does
   * not ask where the reason is critical. Electron ends with it unless it is quitting by then.
   */
  endSession(reason: SessionEnd = 'shutdown'): boolean {
    const event = Object.assign(new Preventable(), { reasons: [reason] });
    if (reason !== 'critical') this.emit('query-session-end', event);
    if (!event.defaultPrevented) {
      this.emit('session-end', event);
      if (!this.#around.app().askedToQuit) this.#around.app().kill();
    }
    return !event.defaultPrevented;
  }

  #closeOrStay(left: boolean): void {
    if (!left) this.#around.app().stay();
    if (!left || this.#destroyed) return;
    this.#destroyed = true;
    this.#windows.remove(this.id);
    this.#around.noted.steps.push('closed');
    this.contents.end();
    this.emit('closed');
    if (this.#windows.open.length === 0) this.#around.app().allClosed();
  }

  #mustLive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }
}

function placeOf(options: Electron.BrowserWindowConstructorOptions): Partial<Electron.Rectangle> {
  const { x, y, width, height } = options;
  return Object.fromEntries(
    Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined),
  );
}

type OfTheTests =
  | 'options'
  | 'contents'
  | 'loads'
  | 'page'
  | 'focused'
  | 'losePage'
  | 'endSession'
  | keyof NodeJS.EventEmitter;

export function asElectron(window: DoubledWindow): Electron.BrowserWindow {
  const fitting: Fits<Electron.BrowserWindow, Omit<DoubledWindow, OfTheTests>> = window;
  return fitting as Electron.BrowserWindow;
}
