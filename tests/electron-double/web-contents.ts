/** What a window shows: the page, its frame, and what the main process may do to it. */
import type * as Electron from 'electron';
import { args, eventsOf, type Fits, loud, Preventable, TellingEmitter } from './fits.ts';
import type { Noted } from './noted.ts';
import type { Objected, PageDriver } from './page.ts';

/** Who calls: a frame of a page. Forged ones are made by hand. */
export type Frame = Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'top'>;

/** A frame of a page at an address; a main frame unless it has a parent. */
export function frameOf(url: string, parent: Frame | null = null): Frame {
  const { protocol, host } = new URL(url);
  const frame: { -readonly [K in keyof Frame]: Frame[K] } = {
    url,
    origin: `${protocol}//${host}`,
    parent: parent as Electron.WebFrameMain | null,
    top: (parent?.top ?? null) as Electron.WebFrameMain | null,
  };
  if (parent === null) frame.top = frame as Electron.WebFrameMain;
  return frame;
}

const events = eventsOf<Electron.WebContents>()({
  'will-navigate': args<[Preventable & { readonly url: string; readonly isMainFrame: boolean }]>(),
  'will-frame-navigate': args<[Preventable & { readonly url: string; readonly isMainFrame: boolean }]>(),
  'will-redirect': args<[Preventable & { readonly url: string; readonly isMainFrame: boolean }]>(),
  'will-attach-webview': args<[Preventable, Electron.WebPreferences, Record<string, string>]>(),
  'will-prevent-unload': args<[Preventable]>(),
  'render-process-gone': args<[Preventable, Electron.RenderProcessGoneDetails]>(),
  unresponsive: args<[]>(),
  responsive: args<[]>(),
  'dom-ready': args<[]>(),
  'did-finish-load': args<[]>(),
  'did-fail-load': args<[Preventable, number, string, string, boolean, number, number]>(),
  'preload-error': args<[Preventable, string, Error]>(),
  'context-menu': args<[Preventable, Electron.ContextMenuParams]>(),
  'before-input-event': args<[Preventable, Electron.Input]>(),
  'zoom-changed': args<[Preventable, 'in' | 'out']>(),
  'did-create-window': args<[Electron.BrowserWindow, Electron.DidCreateWindowDetails]>(),
  'did-navigate-in-page': args<[Preventable, string, boolean, number, number]>(),
  destroyed: args<[]>(),
});

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

export class DoubledContents extends TellingEmitter<typeof events> {
  readonly id: number;
  readonly session: Electron.Session;
  /** What decides about windows that the page opens. */
  openHandler: OpenHandler | undefined;
  readonly #noted: Noted;
  readonly #page: PageDriver;
  #breakOff: ((code: 'ERR_ABORTED' | 'ERR_FAILED') => void) | undefined;
  #tellingOfCrash = false;
  #crashed = false;
  #destroyed = false;
  #zoom = 0;

  constructor(id: number, session: Electron.Session, noted: Noted, page: PageDriver) {
    super('webContents', events);
    this.id = id;
    this.session = session;
    this.#noted = noted;
    this.#page = page;
  }

  get mainFrame(): Electron.WebFrameMain {
    return loud('webFrameMain', frameOf(this.#page.url() || 'about:blank')) as Electron.WebFrameMain;
  }
  getURL(): string {
    return this.#page.url();
  }
  getType(): 'window' {
    return 'window';
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    void this.#page.receive(channel, args);
  }
  /** As Electron, rejects where another load overtakes it, where the page is gone, and where the window is. */
  async loadURL(url: string): Promise<void> {
    if (this.#tellingOfCrash) throw new Error('Electron crashes over a load within render-process-gone');
    this.#breakOff?.('ERR_ABORTED');
    const { promise: brokenOff, reject } = Promise.withResolvers<never>();
    const breakOff = (code: 'ERR_ABORTED' | 'ERR_FAILED') => {
      const errno = code === 'ERR_ABORTED' ? -3 : -2;
      reject(Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { errno, code, url }));
    };
    this.#breakOff = breakOff;
    try {
      await Promise.race([this.#page.load(url), brokenOff]);
    } finally {
      if (this.#breakOff === breakOff) this.#breakOff = undefined;
    }
    this.#crashed = false;
    this.emit('dom-ready');
    this.emit('did-finish-load');
  }
  reload(): void {
    void this.#reload();
  }
  reloadIgnoringCache(): void {
    void this.#reload();
  }
  forcefullyCrashRenderer(): void {
    void this.losePage('killed');
  }
  print(options?: Electron.WebContentsPrintOptions, done?: (success: boolean, why: string) => void): void {
    this.#noted.noted('webContents.print')(options);
    done?.(true, '');
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    this.#noted.noted('webContents.setWebRTCIPHandlingPolicy')(policy);
  }
  getZoomLevel(): number {
    return this.#zoom;
  }
  setZoomLevel(level: number): void {
    this.#zoom = level;
  }
  setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    return this.#noted.notedLater('webContents.setVisualZoomLevelLimits')(minimum, maximum);
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    this.#noted.noted('webContents.setIgnoreMenuShortcuts')(ignore);
  }
  undo(): void {
    this.#noted.noted('webContents.undo')();
  }
  redo(): void {
    this.#noted.noted('webContents.redo')();
  }
  cut(): void {
    this.#noted.noted('webContents.cut')();
  }
  copy(): void {
    this.#noted.noted('webContents.copy')();
  }
  paste(): void {
    this.#noted.noted('webContents.paste')();
  }
  selectAll(): void {
    this.#noted.noted('webContents.selectAll')();
  }
  replaceMisspelling(text: string): void {
    this.#noted.noted('webContents.replaceMisspelling')(text);
  }
  openDevTools(options?: Electron.OpenDevToolsOptions): void {
    this.#noted.noted('webContents.openDevTools')(options);
  }
  closeDevTools(): void {
    this.#noted.noted('webContents.closeDevTools')();
  }

  /** For the tests: the process of the page ends, for one of Electron's reasons. */
  async losePage(reason: Electron.RenderProcessGoneDetails['reason']): Promise<void> {
    const crash = this.#page.crash();
    if (crash instanceof Promise) await crash;
    this.#crashed = true;
    // NOTE: that the load has stopped comes before the reason.
    this.#breakOff?.('ERR_FAILED');
    this.#tellingOfCrash = true;
    this.emit('render-process-gone', new Preventable(), { reason, exitCode: 1 });
    this.#tellingOfCrash = false;
  }

  /** For the tests: what becomes of an attempt of the page to go elsewhere; true when it goes. */
  navigates(name: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', url: string): boolean {
    const event = Object.assign(new Preventable(), { url, isMainFrame: true });
    this.emit(name, event);
    return !event.defaultPrevented;
  }

  /** Asked by the window: whether the page is left although it objects. */
  readonly objected: Objected = () => {
    const event = new Preventable();
    this.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  };

  /** With its window. */
  end(): void {
    this.#destroyed = true;
    this.#breakOff?.('ERR_FAILED');
    this.emit('destroyed');
  }

  async #reload(): Promise<void> {
    const left = this.#page.reload(this.objected);
    const went = left instanceof Promise ? await left : left;
    this.#noted.steps.push(went ? 'reloaded' : 'not reloaded');
  }
}

type OfTheTests = 'openHandler' | 'losePage' | 'navigates' | 'objected' | 'end' | keyof NodeJS.EventEmitter;

export function asElectron(contents: DoubledContents): Electron.WebContents {
  const fitting: Fits<Electron.WebContents, Omit<DoubledContents, OfTheTests>> = contents;
  return fitting as Electron.WebContents;
}
