/** The machine around the application: its programs, its screens, its clipboard, its look, and our scheme. */
import type * as Electron from 'electron';
import type { AppDouble } from './app.ts';
import { args, eventsOf, fits, loud, TellingEmitter } from './fits.ts';
import type { Noted } from './noted.ts';

type PageHandler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>;

const screenEvents = eventsOf<Electron.Screen>()({
  'display-added': args<[{ preventDefault(): void; defaultPrevented: boolean }, Electron.Display]>(),
  'display-removed': args<[{ preventDefault(): void; defaultPrevented: boolean }, Electron.Display]>(),
  'display-metrics-changed':
    args<[{ preventDefault(): void; defaultPrevented: boolean }, Electron.Display, string[]]>(),
});
const themeEvents = eventsOf<Electron.NativeTheme>()({ updated: args<[]>() });

/** A screen whose bar takes 40 pixels at the foot. */
export function displayAt(bounds: Electron.Rectangle, id = 1): Electron.Display {
  const workAreaSize = { width: bounds.width, height: bounds.height - 40 };
  const workArea = { ...bounds, ...workAreaSize };
  return { id, bounds, workArea, workAreaSize, scaleFactor: 1 } as Electron.Display;
}

export class System {
  /** What was opened with its own program, as paths. */
  readonly opened: string[] = [];
  /** What was shown in the file manager, as paths. */
  readonly shown: string[] = [];
  /** What the system says when something is opened; empty when it can. */
  cannotOpen = '';
  clipboard = '';
  dark = false;
  displays: readonly Electron.Display[] = [displayAt({ x: 0, y: 0, width: 1366, height: 768 })];
  readonly screenEvents = new TellingEmitter('screen', screenEvents);
  readonly themeEvents = new TellingEmitter('nativeTheme', themeEvents);
  /** What serves each scheme of ours. */
  readonly schemes = new Map<string, PageHandler>();
  readonly privileges: Electron.CustomScheme[] = [];
  readonly #app: AppDouble;
  readonly #noted: Noted;

  constructor(app: AppDouble, noted: Noted) {
    this.#app = app;
    this.#noted = noted;
  }

  #display(near: { readonly x: number; readonly y: number }): Electron.Display {
    const distance = ({ bounds: { x, y, width, height } }: Electron.Display) =>
      Math.hypot(x + width / 2 - near.x, y + height / 2 - near.y);
    const [nearest] = this.displays.toSorted((one, other) => distance(one) - distance(other));
    if (nearest === undefined) throw new Error('no screen');
    return nearest;
  }

  make() {
    const double = this;
    const { noted, notedLater } = this.#noted;
    const shell = fits<Electron.Shell>()({
      openPath: async (path: string) => {
        if (double.cannotOpen === '') double.opened.push(path);
        return double.cannotOpen;
      },
      showItemInFolder: (path: string) => void double.shown.push(path),
      openExternal: notedLater('shell.openExternal'),
      beep: noted('shell.beep'),
    });
    const screen = fits<Electron.Screen>()({
      getAllDisplays: () => [...double.displays],
      getPrimaryDisplay: () => double.#display({ x: 0, y: 0 }),
      getDisplayMatching: ({ x, y, width, height }: Electron.Rectangle) =>
        double.#display({ x: x + width / 2, y: y + height / 2 }),
      getDisplayNearestPoint: (point: Electron.Point) => double.#display(point),
    });
    const clipboard = fits<Electron.Clipboard>()({
      writeText: async (text: string) => {
        double.clipboard = text;
      },
      readText: async () => double.clipboard,
    });
    const nativeTheme = fits<Electron.NativeTheme>()({
      get shouldUseDarkColors() {
        return double.dark;
      },
      themeSource: 'system',
    });
    const protocol = fits<Electron.Protocol>()({
      registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
        double.#app.onlyBeforeReady(`scheme ${schemes.map(({ scheme }) => scheme)}`);
        double.privileges.push(...schemes);
      },
      handle: (scheme: string, handler: PageHandler) => {
        double.#app.onlyWhenReady('protocol.handle');
        double.schemes.set(scheme, handler);
      },
      isProtocolHandled: (scheme: string) => double.schemes.has(scheme),
    });
    Object.defineProperties(double.screenEvents, Object.getOwnPropertyDescriptors(screen));
    Object.defineProperties(double.themeEvents, Object.getOwnPropertyDescriptors(nativeTheme));
    return {
      shell: loud('shell', shell),
      screen: loud('screen', double.screenEvents as typeof double.screenEvents & typeof screen),
      clipboard: loud('clipboard', clipboard),
      nativeTheme: loud('nativeTheme', double.themeEvents as typeof double.themeEvents & typeof nativeTheme),
      protocol: loud('protocol', protocol),
    };
  }
}
