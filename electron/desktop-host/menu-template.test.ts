import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { combinationText, shortcuts } from '../../renderer/keys/shortcuts.ts';
import { messages } from '../../renderer/messages/vi/index.ts';
import { labelOf } from '../../tests/electron-double/menu.ts';
import { menuCommands } from '../api.ts';
import { menuTemplate } from './menu-template.ts';

let done: string[];
const template = (developing = false) =>
  menuTemplate({
    command: (command) => done.push(command),
    show: (place) => done.push(`show ${place}`),
    developing,
  });
const itemsOf = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
const leaves = () => itemsOf(template()).filter(({ submenu, type }) => !submenu && type !== 'separator');

beforeEach(() => {
  done = [];
});

describe('the menu', () => {
  test('offers everything that the page can be asked for, once', () => {
    for (const { id, click } of leaves()) if (id !== undefined) (click as () => void)();
    expect(done.toSorted()).toEqual(menuCommands.toSorted());
  });

  test('shows the keys that the page listens to, and leaves them to the page', () => {
    const idOf: Record<string, string> = { keys: 'sheet' };
    for (const { id = '', accelerator, registerAccelerator } of leaves().filter((item) => item.id)) {
      const shortcut = shortcuts.find((one) => one.id === (idOf[id] ?? id));
      const keys = shortcut?.combinations.map(combinationText);
      expect({ id, accelerator }).toEqual({ id, accelerator: keys?.[0] });
      if (accelerator !== undefined)
        expect({ id, registerAccelerator }).toEqual({ id, registerAccelerator: false });
    }
  });

  test('takes no key of the page for itself', () => {
    const ofThePage = shortcuts.flatMap(({ combinations }) => combinations.map(combinationText));
    const own = leaves().filter(({ id }) => id === undefined);
    for (const { accelerator } of own)
      expect(ofThePage).not.toContain(accelerator?.replace('CommandOrControl', 'Ctrl'));
    // NOTE: these roles bring keys of their own: Ctrl+X, C, V, A, Ctrl+0, +, -, F11, and none to quit on Windows.
    expect(own.flatMap(({ role }) => role ?? [])).toEqual([
      'quit',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'zoomIn',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'togglefullscreen',
    ]);
  });

  test('can be reached by a letter with Alt, each its own, and none that UniKey switches by', () => {
    const letters = template().map(({ label = '' }) => /&([A-Za-z])/.exec(label)?.[1]?.toUpperCase());
    expect(new Set(letters).size).toBe(template().length);
    for (const none of [undefined, 'Z']) expect(letters).not.toContain(none);
  });

  test('calls things as the page does', () => {
    const label = (id: string) => labelOf(leaves().find((item) => item.id === id) ?? {});
    expect(label('newAssessment')).toBe(messages.list.new);
    expect(label('undo')).toBe(messages.undo.undo);
    expect(label('redo')).toBe(messages.undo.redo);
    expect(label('keys')).toBe(messages.keys.sheet);
    expect(label('list')).toBe(messages.program.home);
    expect(label('printing')).toBe(messages.printing.title);
    expect(label('sheets')).toBe(messages.sheets.title);
    expect(label('recovery')).toBe(messages.recovery.title);
    expect(label('office')).toBe(messages.office.title);
    expect(label('rules')).toBe(messages.rules.title);
  });

  test('has tools for developers only where the program is developed', () => {
    const roles = (developing: boolean) => itemsOf(template(developing)).map(({ role }) => role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});
