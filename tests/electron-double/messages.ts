/** The messages between the processes: the main side's handlers, the page side's bridge. */
import type * as Electron from 'electron';
import { fits, loud } from './fits.ts';
import { asElectron, type Frame } from './web-contents.ts';
import type { Windows } from './windows.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Listener = (event: Electron.IpcRendererEvent, ...args: unknown[]) => void;

/** From whom a call seems to come; the main frame of the first window unless said. */
export interface Sender {
  readonly senderFrame?: Frame | null;
  readonly sender?: Electron.WebContents;
}

export class Messages {
  readonly channels = new Map<string, Handler>();
  /** What the preload script gave to the page. */
  readonly exposed = new Map<string, unknown>();
  /** What the page asked through the bridge. */
  readonly invoked: [string, ...unknown[]][] = [];
  readonly #listeners = new Map<string, Listener[]>();
  readonly #windows: Windows;

  constructor(windows: Windows) {
    this.#windows = windows;
  }

  /** Calls a handler as Electron would; what it throws or refuses comes back as it does there, to the caller. */
  async call(channel: string, args: readonly unknown[], from: Sender = {}): Promise<unknown> {
    const handler = this.channels.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const contents = this.#windows.open[0]?.contents;
    const sender = from.sender ?? (contents && asElectron(contents));
    const senderFrame = from.senderFrame === undefined ? (sender?.mainFrame ?? null) : from.senderFrame;
    const event = { type: 'frame', frameId: 1, processId: 1, sender, senderFrame };
    return handler(loud('ipcMainEvent', event) as Electron.IpcMainInvokeEvent, ...args);
  }

  /** To the preload script, as the main process sends it. */
  send(channel: string, ...args: unknown[]): void {
    const event = loud('ipcRendererEvent', {}) as Electron.IpcRendererEvent;
    for (const listener of this.#listeners.get(channel) ?? []) listener(event, ...args);
  }

  make() {
    const ipcMain = fits<Electron.IpcMain>()({
      handle: (channel: string, handler: Handler) => {
        if (this.channels.has(channel)) throw new Error(`a second handler for ${channel}`);
        this.channels.set(channel, handler);
      },
      removeHandler: (channel: string) => void this.channels.delete(channel),
    });
    const ipcRenderer = fits<Pick<Electron.IpcRenderer, 'invoke'> & Listening>()({
      invoke: async (channel: string, ...args: unknown[]) => void this.invoked.push([channel, ...args]),
      on: (channel: string, listener: Listener) => {
        this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
      },
    });
    const contextBridge = fits<Electron.ContextBridge>()({
      exposeInMainWorld: (key: string, api: unknown) => {
        if (this.exposed.has(key)) throw new Error(`a second bridge named ${key}`);
        this.exposed.set(key, api);
      },
    });
    return {
      ipcMain: loud('ipcMain', ipcMain),
      ipcRenderer: loud('ipcRenderer', ipcRenderer),
      contextBridge: loud('contextBridge', contextBridge),
    };
  }
}

/** Electron's `on` gives the same object back, for which nobody asks. */
interface Listening {
  on(...args: Parameters<Electron.IpcRenderer['on']>): void;
}
