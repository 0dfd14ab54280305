/**
 * The world of the preload script, in a page of a browser: the built script runs before the page's own, gets the double of
 * `electron` that a sandboxed one gets, and hands over copies. The main process is reached through two names, which the
 * page does not keep.
 */

/** Where the browser offers the way to the main process; taken away before the page runs. */
export const bindingName = 'wayToTheMainProcess';
/** Where messages of the main process come in; of a symbol, so that no name of the page is taken. */
export const receiverName = 'messages of the main process';

/** The script for a new page: `preload` is the text of the built preload script. */
export function preloadScript(preload: string, origin: string): string {
  const script = `function (require, module, exports) {\n${preload}\n}`;
  const names = JSON.stringify({ origin, bindingName, receiverName });
  return `(${world})(${script}, ${names});`;
}

type Script = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

// NOTE: runs in the page: it sees nothing of this file.
function world(
  script: Script,
  names: { readonly origin: string; readonly bindingName: string; readonly receiverName: string },
): void {
  if (location.origin !== names.origin || window !== window.top) return;
  const page = globalThis as unknown as Record<PropertyKey, unknown>;
  const invoke = page[names.bindingName] as (channel: string, args: unknown[]) => Promise<unknown>;
  delete page[names.bindingName];

  /** As the bridge of Electron copies values: no prototype crosses, functions and promises are wrapped. */
  const across = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => across(value(...args.map(across)));
    if (value instanceof Promise)
      return value.then(across, (fault: unknown) => Promise.reject(across(fault)));
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map(across);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, across(part)]));
  };
  const frozen = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    for (const part of Object.values(value)) frozen(part);
    return Object.freeze(value);
  };
  const loud = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get: (target, key) => {
        if (key in target) return Reflect.get(target, key);
        throw new Error(`the double of electron has no ${name}.${String(key)} in the preload script`);
      },
    });

  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  Object.defineProperty(page, Symbol.for(names.receiverName), {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  const electron = loud('electron', {
    contextBridge: loud('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (key in page) throw new Error(`Cannot bind an API on top of the property ${key} of the window`);
        Object.defineProperty(page, key, { value: frozen(across(api)), enumerable: true });
      },
    }),
    ipcRenderer: loud('ipcRenderer', {
      invoke: (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
      on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    }),
  });
  const module = { exports: {} };
  script(
    (name) => {
      if (name === 'electron') return electron;
      throw new Error(`a sandboxed preload script cannot load ${name}`);
    },
    module,
    module.exports,
  );
}
