/** The built page, read once: a request can only name a file that was there, so no path is ever resolved from outside. */
import { promises as fs } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Every file of the folder by its URL path; `index.html` also answers `/`. What a link leads to is none of them. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  const root = await fs.realpath(folder);
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)];
    const name = relative(folder, path);
    if (type === undefined || relative(root, await fs.realpath(path)) !== name) continue;
    files.set(`/${name.split(sep).join('/')}`, { type, bytes: await fs.readFile(path) });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`no index.html in ${folder}`);
  return files.set('/', index);
}
