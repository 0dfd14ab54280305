/**
 * Stands in for the few Electron APIs that the desktop host uses, where its binary cannot run. Every name is checked
 * against the real electron.d.ts, the desktop host itself is compiled against the real types, and what Electron does in
 * an order of its own happens here in that order: ready after the main module, closing, objecting, crashing, quitting, the
 * end of a Windows session.
 */
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import type * as Electron from 'electron';

type Names<T> = Partial<Record<keyof T, unknown>>;

export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

interface DoubledWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: EventEmitter;
  readonly loads: readonly string[];
  url: string;
  close(): void;
  reload(): void;
  /** The process of the page ends, for one of Electron's reasons. */
  losePage(reason: Electron.RenderProcessGoneDetails['reason']): void;
  /** Windows asks whether the session may end, and ends it where nobody objects; true when it ended. */
  endSession(): boolean;
}

export class ElectronDouble {
  /** What was done to Electron, in order. */
  readonly steps: string[] = [];
  readonly channels = new Map<string, (event: { senderFrame: Frame | null }, args: unknown) => unknown>();
  readonly windows: DoubledWindow[] = [];
  readonly opened: string[] = [];
  readonly exposed = new Map<string, unknown>();
  readonly invoked: [string, unknown][] = [];
  readonly appEvents = new EventEmitter();
  readonly questions: Electron.MessageBoxSyncOptions[] = [];
  /** Message boxes that only say something. */
  readonly said: Electron.MessageBoxOptions[] = [];
  readonly errors: string[] = [];
  /** The index of the button that the person presses. */
  answer = 0;
  /** Whether the page objects to being closed or loaded again, as it does while it holds something unsaved. */
  pageObjects = false;
  pageHandler: ((request: Request) => Response | Promise<Response>) | undefined;
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void)
    | undefined;
  permissionCheck: (() => boolean) | undefined;
  firstInstance = true;
  focused = 0;
  #isReady = false;
  #quitting = false;
  readonly #ready = Promise.withResolvers<void>();

  /** Electron does this once the main module has been evaluated, never before. */
  becomeReady(): void {
    this.steps.push('ready');
    this.#isReady = true;
    this.#ready.resolve();
  }

  readonly module = this.#makeModule();

  #onlyBeforeReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} must come before ready`);
    this.steps.push(what);
  }

  /** True when the page lets itself be unloaded, or the application overrules it. */
  #mayUnload(window: DoubledWindow): boolean {
    if (!this.pageObjects) return true;
    let overruled = false;
    window.webContents.emit('will-prevent-unload', {
      preventDefault: () => {
        overruled = true;
      },
    });
    return overruled;
  }

  #willQuit(): void {
    let prevented = false;
    this.appEvents.emit('will-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) this.steps.push('exit');
  }

  #makeModule() {
    const double = this;
    class BrowserWindow extends EventEmitter implements DoubledWindow {
      static getAllWindows() {
        return double.windows;
      }
      readonly webContents = Object.assign(new EventEmitter(), { getURL: () => this.url });
      readonly options: Electron.BrowserWindowConstructorOptions;
      readonly loads: string[] = [];
      url = '';
      #pageLives = false;
      #tellingOfCrash = false;
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        super();
        this.options = options;
        double.windows.push(this);
      }
      show() {}
      isMinimized() {
        return false;
      }
      focus() {
        double.focused += 1;
      }
      isDestroyed() {
        return !double.windows.includes(this);
      }
      async loadURL(url: string) {
        if (this.#tellingOfCrash) throw new Error('Electron crashes over a load within render-process-gone');
        this.url = url;
        this.#pageLives = true;
        this.loads.push(url);
      }
      losePage(reason: Electron.RenderProcessGoneDetails['reason']) {
        this.#pageLives = false;
        this.#tellingOfCrash = true;
        this.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
        this.#tellingOfCrash = false;
      }
      endSession() {
        let refused = false;
        this.emit('query-session-end', {
          reasons: ['shutdown'],
          preventDefault: () => {
            refused = true;
          },
        });
        if (!refused) this.emit('session-end', { reasons: ['shutdown'] });
        return !refused;
      }
      reload() {
        double.steps.push(double.#mayUnload(this) ? 'reloaded' : 'not reloaded');
      }
      close() {
        if (!double.windows.includes(this)) throw new TypeError('Object has been destroyed');
        this.emit('close');
        if (this.#pageLives && !double.#mayUnload(this)) {
          double.#quitting = false;
          return;
        }
        double.windows.splice(double.windows.indexOf(this), 1);
        double.steps.push('closed');
        this.emit('closed');
        if (double.windows.length > 0) return;
        // Quitting, Electron skips this event.
        if (double.#quitting) double.#willQuit();
        else double.appEvents.emit('window-all-closed');
      }
    }
    const app = {
      enableSandbox: () => double.#onlyBeforeReady('sandbox'),
      requestSingleInstanceLock: () => double.firstInstance,
      whenReady: () => double.#ready.promise,
      getName: () => 'child-friendly-communes',
      getVersion: () => '0.0.0-double',
      getAppPath: () => resolve(import.meta.dirname, '..'),
      getPath: () => process.env.TMPDIR ?? '/tmp',
      on: (name: string, listener: (...args: unknown[]) => void) => double.appEvents.on(name, listener),
      quit: () => {
        if (double.#quitting) return;
        let prevented = false;
        double.appEvents.emit('before-quit', {
          preventDefault: () => {
            prevented = true;
          },
        });
        if (prevented) return;
        double.#quitting = true;
        if (double.windows.length === 0) double.#willQuit();
        for (const window of [...double.windows]) window.close();
      },
      exit: () => void double.steps.push('exit'),
    } satisfies Names<Electron.App>;
    const protocol = {
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) =>
        double.#onlyBeforeReady(`scheme ${schemes.map(({ scheme }) => scheme)}`),
      handle: (_scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
        double.pageHandler = handler;
      },
    } satisfies Names<Electron.Protocol>;
    const ipcMain = {
      handle: (
        channel: string,
        listener: (event: { senderFrame: Frame | null }, args: unknown) => unknown,
      ) => {
        if (double.channels.has(channel)) throw new Error(`a second handler for ${channel}`);
        double.channels.set(channel, listener);
      },
    } satisfies Names<Electron.IpcMain>;
    const defaultSession = {
      setPermissionRequestHandler: (handler: NonNullable<ElectronDouble['permissionRequest']>) => {
        double.permissionRequest = handler;
      },
      setPermissionCheckHandler: (handler: () => boolean) => {
        double.permissionCheck = handler;
      },
    } satisfies Names<Electron.Session>;
    const shell = {
      openPath: async (path: string) => {
        double.opened.push(path);
        return '';
      },
    } satisfies Names<Electron.Shell>;
    const dialog = {
      showMessageBoxSync: (
        ...[first, second]: [unknown, Electron.MessageBoxSyncOptions] | [Electron.MessageBoxSyncOptions]
      ) => {
        double.questions.push(second ?? (first as Electron.MessageBoxSyncOptions));
        return double.answer;
      },
      showMessageBox: async (
        ...[first, second]: [unknown, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]
      ) => {
        double.said.push(second ?? (first as Electron.MessageBoxOptions));
        return { response: 0, checkboxChecked: false };
      },
      showErrorBox: (title: string, content: string) => void double.errors.push(`${title}: ${content}`),
    } satisfies Names<Electron.Dialog>;
    const contextBridge = {
      exposeInMainWorld: (key: string, api: unknown) => void double.exposed.set(key, api),
    } satisfies Names<Electron.ContextBridge>;
    const ipcRenderer = {
      invoke: async (channel: string, args: unknown) => void double.invoked.push([channel, args]),
    } satisfies Names<Electron.IpcRenderer>;
    return {
      app,
      protocol,
      ipcMain,
      session: { defaultSession },
      shell,
      dialog,
      contextBridge,
      ipcRenderer,
      BrowserWindow,
    } satisfies Names<typeof Electron>;
  }
}
