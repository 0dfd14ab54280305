/** Menus: the template is kept, and an item can be clicked by what is written on it. */
import type * as Electron from 'electron';
import { fits, loud } from './fits.ts';
import { asElectron } from './window.ts';
import type { Windows } from './windows.ts';

type Item = Electron.MenuItemConstructorOptions;

/** What is read on an item: without the mark of its access key. */
export const labelOf = (item: Item): string => (item.label ?? '').replace(/&(.)/g, '$1');

export class Menus {
  /** Of the application; null where it has taken the menu away, undefined where Electron's own still stands. */
  application: readonly Item[] | null | undefined;
  /** Those that were shown beside the pointer, the newest last. */
  readonly popups: (readonly Item[])[] = [];
  readonly #windows: Windows;
  readonly #templates = new WeakMap<object, readonly Item[]>();
  #set: Electron.Menu | null = null;

  constructor(windows: Windows) {
    this.#windows = windows;
  }

  /** Every item of a template with those beneath it, in order. */
  items(template: readonly Item[] = this.application ?? []): Item[] {
    return template.flatMap((item) => [
      item,
      ...(Array.isArray(item.submenu) ? this.items(item.submenu) : []),
    ]);
  }

  /** Clicks the item of this name; throws where there is none, or where it is greyed or left to a role. */
  click(label: string, template: readonly Item[] = this.application ?? []): void {
    const item = this.items(template).find((one) => labelOf(one) === label);
    if (item === undefined) throw new Error(`no menu item "${label}"`);
    if (item.enabled === false || item.visible === false) throw new Error(`"${label}" cannot be clicked`);
    if (item.click === undefined) throw new Error(`"${label}" has no click of its own`);
    const [window] = this.#windows.open;
    const clicked = loud('menuItem', { ...item }) as unknown as Electron.MenuItem;
    item.click(clicked, window === undefined ? undefined : asElectron(window), {});
  }

  make() {
    const members = fits<typeof Electron.Menu>()({
      buildFromTemplate: (template: (Item | Electron.MenuItem)[]) => {
        const menu = fits<Electron.Menu>()({
          popup: (_options?: Electron.PopupOptions) => void this.popups.push(template as Item[]),
          getMenuItemById: (id: string) =>
            (this.items(template as Item[]).find((item) => item.id === id) ??
              null) as Electron.MenuItem | null,
        });
        this.#templates.set(menu, template as Item[]);
        return menu as Electron.Menu;
      },
      setApplicationMenu: (menu: Electron.Menu | null) => {
        this.#set = menu;
        this.application = menu === null ? null : this.#templates.get(menu);
      },
      getApplicationMenu: () => this.#set,
    });
    return loud('Menu', members);
  }
}
