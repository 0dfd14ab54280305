/**
 * Stands in for the few Electron APIs that the desktop host uses, where its binary cannot run. Every name is checked
 * against the real electron.d.ts; the desktop host itself is compiled against the real types.
 */
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type * as Electron from 'electron';

type Names<T> = Partial<Record<keyof T, unknown>>;

export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

export class ElectronDouble {
  /** What was done to Electron, in order. */
  readonly steps: string[] = [];
  readonly channels = new Map<string, (event: { senderFrame: Frame | null }, args: unknown) => unknown>();
  readonly windows: {
    options: Electron.BrowserWindowConstructorOptions;
    url: string;
    contents: EventEmitter;
  }[] = [];
  closings = 0;
  readonly questions: Electron.MessageBoxSyncOptions[] = [];
  /** The index of the button that the person presses. */
  answer = 0;
  readonly opened: string[] = [];
  readonly exposed = new Map<string, unknown>();
  readonly invoked: [string, unknown][] = [];
  readonly appEvents = new EventEmitter();
  pageHandler: ((request: Request) => Response | Promise<Response>) | undefined;
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void)
    | undefined;
  permissionCheck: (() => boolean) | undefined;
  firstInstance = true;
  focused = 0;
  readonly module = this.#makeModule();

  #makeModule() {
    const double = this;
    class BrowserWindow extends EventEmitter {
      static getAllWindows() {
        return double.windows.map(() => ({
          isMinimized: () => false,
          focus: () => {
            double.focused += 1;
          },
        }));
      }
      readonly webContents = new EventEmitter();
      readonly #options: Electron.BrowserWindowConstructorOptions;
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        super();
        this.#options = options;
      }
      show() {}
      close() {
        double.closings += 1;
      }
      async loadURL(url: string) {
        double.windows.push({ options: this.#options, url, contents: this.webContents });
      }
    }
    const app = {
      enableSandbox: () => void double.steps.push('sandbox'),
      requestSingleInstanceLock: () => double.firstInstance,
      whenReady: async () => {
        await setImmediate();
        double.steps.push('ready');
      },
      getVersion: () => '0.0.0-double',
      getAppPath: () => resolve(import.meta.dirname, '..'),
      getPath: () => process.env.TMPDIR ?? '/tmp',
      on: (name: string, listener: (...args: unknown[]) => void) => double.appEvents.on(name, listener),
      quit: () => {
        let prevented = false;
        double.appEvents.emit('before-quit', { preventDefault: () => (prevented = true) });
        if (!prevented) double.steps.push('quit');
      },
    } satisfies Names<Electron.App>;
    const protocol = {
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) =>
        void double.steps.push(`scheme ${schemes.map(({ scheme }) => scheme)}`),
      handle: (_scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
        double.pageHandler = handler;
      },
    } satisfies Names<Electron.Protocol>;
    const ipcMain = {
      handle: (
        channel: string,
        listener: (event: { senderFrame: Frame | null }, args: unknown) => unknown,
      ) => {
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
      showMessageBoxSync: (_window: unknown, options: Electron.MessageBoxSyncOptions) => {
        double.questions.push(options);
        return double.answer;
      },
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
