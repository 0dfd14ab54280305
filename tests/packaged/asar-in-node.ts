/**
 * Lets Node run a program from inside an archive as Electron does; for `--import`, which each thread of the program
 * inherits. What our program does not do to its archive today throws: look first whether Electron can.
 */
import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, statFile } from '@electron/asar';

interface Place {
  readonly archive: string;
  /** Within the archive, with slashes. */
  readonly path: string;
}
type Inside = (place: Place, ...rest: never[]) => unknown;

function placeOf(path: unknown): Place | undefined {
  const text = path instanceof URL && path.protocol === 'file:' ? fileURLToPath(path) : path;
  const [, archive, inside] = /^(.*\.asar)[\\/](.+)$/s.exec(typeof text === 'string' ? text : '') ?? [];
  if (archive === undefined || inside === undefined) return undefined;
  return { archive, path: inside.replaceAll('\\', '/') };
}

function found({ archive, path }: Place) {
  try {
    return statFile(archive, path);
  } catch {
    return undefined;
  }
}

function existing(place: Place) {
  const entry = found(place);
  if (entry !== undefined) return entry;
  throw Object.assign(new Error(`ENOENT, ${place.path} not found in ${place.archive}`), { code: 'ENOENT' });
}

function readFile(place: Place, options?: BufferEncoding | { readonly encoding?: BufferEncoding | null }) {
  existing(place);
  const bytes = extractFile(place.archive, place.path);
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding ? bytes.toString(encoding) : bytes;
}

/** As a folder of a disk is listed with these options; in no other way. */
function readdir(place: Place, options?: { readonly recursive?: boolean; readonly withFileTypes?: boolean }) {
  if (!options?.recursive || !options.withFileTypes) throw new Error('not listed in this way until now');
  const list = (path: string): object[] => {
    const entry = existing({ archive: place.archive, path });
    if (!('files' in entry)) throw new Error(`ENOTDIR, ${path}`);
    return Object.keys(entry.files).flatMap((name) => {
      const inner = `${path}/${name}`;
      const isFolder = 'files' in existing({ archive: place.archive, path: inner });
      const parentPath = `${place.archive}/${path}`;
      const here = { name, parentPath, isFile: () => !isFolder, isDirectory: () => isFolder };
      return isFolder ? [here, ...list(inner)] : [here];
    });
  };
  return list(place.path);
}

/** Gives every function that is handed a path inside an archive its counterpart, or a refusal. */
function readThrough(functions: object, counterparts: Readonly<Record<string, Inside>>): void {
  for (const [name, original] of Object.entries(functions)) {
    const isClass = /^[A-Z]/.test(name);
    if (typeof original !== 'function' || isClass) continue;
    const replaced = function (this: unknown, ...args: unknown[]) {
      const place = placeOf(args[0]);
      if (place === undefined) return Reflect.apply(original, this, args);
      const counterpart = counterparts[name];
      if (counterpart === undefined)
        throw new Error(`${name} is not done to an archive until now: ${args[0]}`);
      return counterpart(place, ...(args.slice(1) as never[]));
    };
    const { prototype: _, ...properties } = Object.getOwnPropertyDescriptors(original);
    Object.defineProperties(replaced, properties);
    Reflect.set(functions, name, replaced);
  }
}

const { realpath } = fs.promises;
readThrough(fs.promises, {
  realpath: async (place) => {
    existing(place);
    return join(await realpath(place.archive), place.path);
  },
  readFile: async (...args: Parameters<typeof readFile>) => readFile(...args),
  readdir: async (...args: Parameters<typeof readdir>) => readdir(...args),
});
readThrough(fs, { readFileSync: readFile, existsSync: (place) => found(place) !== undefined });
syncBuiltinESMExports();

registerHooks({
  resolve(specifier, context, next) {
    const isAddress = /^(\.{0,2}\/|file:)/.test(specifier);
    const url = isAddress ? new URL(specifier, context.parentURL).href : undefined;
    if (url === undefined || placeOf(new URL(url)) === undefined) return next(specifier, context);
    return { url, shortCircuit: true };
  },
  load(url, context, next) {
    const place = url.startsWith('file:') ? placeOf(new URL(url)) : undefined;
    if (place === undefined) return next(url, context);
    const { type } = JSON.parse(String(readFile({ ...place, path: 'package.json' }))) as { type?: string };
    const isModule = extname(url) === '.mjs' || (extname(url) === '.js' && type === 'module');
    return { format: isModule ? 'module' : 'commonjs', source: readFile(place), shortCircuit: true };
  },
});
