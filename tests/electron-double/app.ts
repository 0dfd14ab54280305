/** Starting, being ready, quitting, in Electron's order. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Electron from 'electron';
import { args, eventsOf, fits, loud, Preventable, TellingEmitter } from './fits.ts';
import type { Noted } from './noted.ts';

const events = eventsOf<Electron.App>()({
  'window-all-closed': args<[]>(),
  'before-quit': args<[Preventable]>(),
  'will-quit': args<[Preventable]>(),
  quit: args<[Preventable, number]>(),
  'second-instance': args<[Preventable, string[], string, unknown]>(),
  activate: args<[Preventable, boolean]>(),
  'open-file': args<[Preventable, string]>(),
  'open-url': args<[Preventable, string]>(),
  'web-contents-created': args<[Preventable, Electron.WebContents]>(),
  'browser-window-created': args<[Preventable, Electron.BrowserWindow]>(),
  'render-process-gone': args<[Preventable, Electron.WebContents, Electron.RenderProcessGoneDetails]>(),
  'child-process-gone': args<[Preventable, Electron.Details]>(),
  'certificate-error':
    args<
      [Preventable, Electron.WebContents, string, string, Electron.Certificate, (trust: boolean) => void]
    >(),
  'select-client-certificate':
    args<
      [
        Preventable,
        Electron.WebContents | null,
        string,
        Electron.Certificate[],
        (certificate?: Electron.Certificate) => void,
      ]
    >(),
  login:
    args<
      [
        Preventable,
        Electron.WebContents | null,
        Electron.AuthenticationResponseDetails,
        Electron.AuthInfo,
        (name?: string, password?: string) => void,
      ]
    >(),
});

/** What the application asks of the windows to end. */
interface Windows {
  readonly open: readonly { close(): void; destroy(): void }[];
}

export class AppDouble {
  readonly events = new TellingEmitter('app', events);
  /** False for a start while the application runs already. */
  firstInstance = true;
  isPackaged = false;
  /** The folder of the built application, or its archive. */
  appPath = resolve(import.meta.dirname, '../../dist/app');
  /** Switches of the command line that the application gave itself. */
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>();
  /** Whether the application ever asked to quit. */
  askedToQuit = false;
  locale = 'vi';
  /** Where the application lies, as it was built. */
  folder = resolve(import.meta.dirname, '../../dist/app');
  readonly #noted: Noted;
  readonly #windows: Windows;
  readonly #ready = Promise.withResolvers<void>();
  #name = 'child-friendly-communes';
  #isReady = false;
  #quitting = false;

  constructor(noted: Noted, windows: Windows) {
    this.#noted = noted;
    this.#windows = windows;
  }

  /** Electron does this once the main module has been evaluated, never before. */
  becomeReady(): void {
    this.#noted.steps.push('ready');
    this.#isReady = true;
    this.#ready.resolve();
  }

  onlyBeforeReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} must come before ready`);
    this.#noted.steps.push(what);
  }

  onlyWhenReady(what: string): void {
    if (!this.#isReady) throw new Error(`${what} must not come before ready`);
  }

  /** The process ends at once. */
  kill(): void {
    this.#exit();
  }

  /** The last window is gone; quitting, Electron skips the event. */
  allClosed(): void {
    if (this.#quitting) this.#willQuit();
    else this.events.emit('window-all-closed');
  }

  /** A window stays: Electron no longer quits. */
  stay(): void {
    this.#quitting = false;
  }

  readonly quit = (): void => {
    this.askedToQuit = true;
    if (this.#quitting) return;
    const event = new Preventable();
    this.events.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    if (this.#windows.open.length === 0) this.#willQuit();
    for (const window of [...this.#windows.open]) window.close();
  };

  #willQuit(): void {
    const event = new Preventable();
    this.events.emit('will-quit', event);
    this.#quitting = false;
    if (!event.defaultPrevented) this.#exit();
  }

  #exit(): void {
    this.#noted.steps.push('exit');
    for (const window of [...this.#windows.open]) window.destroy();
  }

  make() {
    const double = this;
    const { noted } = this.#noted;
    const commandLine = fits<Electron.CommandLine>()({
      appendSwitch: (name: string, value?: string) => {
        double.onlyBeforeReady(`switch ${name}`);
        double.switches.set(name, value);
      },
      hasSwitch: (name: string) => double.switches.has(name),
      getSwitchValue: (name: string) => double.switches.get(name) ?? '',
    });
    const members = fits<Electron.App>()({
      commandLine: loud('app.commandLine', commandLine) as Electron.CommandLine,
      get isPackaged() {
        return double.isPackaged;
      },
      get name() {
        return double.#name;
      },
      enableSandbox: () => double.onlyBeforeReady('sandbox'),
      disableHardwareAcceleration: () => double.onlyBeforeReady('no hardware acceleration'),
      requestSingleInstanceLock: (_data?: { [key: string]: unknown }) => double.firstInstance,
      releaseSingleInstanceLock: noted('app.releaseSingleInstanceLock'),
      whenReady: () => double.#ready.promise,
      isReady: () => double.#isReady,
      getName: () => double.#name,
      setName: (name: string) => {
        double.#name = name;
      },
      getVersion: () => '0.0.0-double',
      getAppPath: () => double.appPath,
      getPath: (name: Parameters<Electron.App['getPath']>[0]) =>
        double.paths.get(name) ?? (name === 'temp' ? tmpdir() : join(tmpdir(), 'electron-double', name)),
      setPath: (name: string, path: string) => void double.paths.set(name, path),
      setAppLogsPath: (path?: string) => void double.paths.set('logs', path ?? ''),
      getLocale: () => double.locale,
      getPreferredSystemLanguages: () => [double.locale],
      setAppUserModelId: noted('app.setAppUserModelId'),
      setAboutPanelOptions: noted('app.setAboutPanelOptions'),
      showAboutPanel: noted('app.showAboutPanel'),
      focus: noted('app.focus'),
      quit: double.quit,
      exit: (_code?: number) => double.#exit(),
      relaunch: noted('app.relaunch'),
    });
    // NOTE: by descriptor, so that what is read later is what is true then.
    Object.defineProperties(double.events, Object.getOwnPropertyDescriptors(members));
    return loud('app', double.events as typeof double.events & typeof members);
  }
}
