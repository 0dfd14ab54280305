/** All windows of one application, and how Electron hands them out. */
import type * as Electron from 'electron';
import { fits, loud, Preventable } from './fits.ts';
import { asElectron as contentsAsElectron } from './web-contents.ts';
import { asElectron, DoubledWindow, type Surroundings } from './window.ts';

export class Windows {
  /** Those that are open, in the order in which they were opened. */
  readonly open: DoubledWindow[] = [];
  #opened = 0;

  remove(id: number): void {
    this.open.splice(0, Infinity, ...this.open.filter((window) => window.id !== id));
  }

  make(around: Surroundings) {
    const windows = this;
    const members = fits<typeof Electron.BrowserWindow>()({
      getAllWindows: () => windows.open.map(asElectron),
      getFocusedWindow: () => {
        const [first] = windows.open;
        return first === undefined ? null : asElectron(first);
      },
      fromWebContents: (contents: Electron.WebContents) => {
        const found = windows.open.find((window) => window.contents.id === contents.id);
        return found === undefined ? null : asElectron(found);
      },
      fromId: (id: number) => {
        const found = windows.open.find((window) => window.id === id);
        return found === undefined ? null : asElectron(found);
      },
    });
    class BrowserWindow {
      constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
        windows.#opened += 1;
        const window = loud('BrowserWindow', new DoubledWindow(windows.#opened, options, around, windows));
        windows.open.push(window);
        around
          .app()
          .events.emit('web-contents-created', new Preventable(), contentsAsElectron(window.contents));
        around.app().events.emit('browser-window-created', new Preventable(), asElectron(window));
        // biome-ignore lint/correctness/noConstructorReturn: a window that throws where it has no double is a proxy.
        return window;
      }
    }
    return loud('BrowserWindow', Object.assign(BrowserWindow, members));
  }
}
