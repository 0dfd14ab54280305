/** Builds what runs: the page for both hosts, and Electron's main and preload. What is newer than its sources stays. */
import { cpSync, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export const root = resolve(import.meta.dirname, '..');
export const pageFolder = join(root, 'dist', 'renderer');
const desktopFolder = join(root, 'dist', 'electron');

const faceFolder = join(root, 'electron', 'documents', 'engine', 'faces');
const shared = ['criteria', 'build', 'package-lock.json', 'vite.config.ts'];

export async function buildPage(): Promise<void> {
  await unlessFresh('renderer', [...shared, 'renderer', 'electron/api.ts', 'electron/api'], () =>
    build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
  );
}

/** Main as ESM with the packages left outside; preload as one CommonJS file, which is what a sandbox can load. */
export async function buildDesktop(): Promise<void> {
  await unlessFresh('electron', [...shared, 'electron'], async () => {
    await bundle(join(root, 'electron', 'main.ts'), 'es', 'main.js');
    await bundle(join(root, 'electron', 'printing', 'press-worker.ts'), 'es', 'press-worker.js');
    // The bundles look for what lies beside them.
    cpSync(faceFolder, join(desktopFolder, 'faces'), { recursive: true });
    await bundle(join(root, 'electron', 'preload.ts'), 'cjs', 'preload.cjs');
  });
}

/** A build leaves a stamp with the time of its beginning, so that one that broke off, or missed a change, counts for nothing. */
async function unlessFresh(
  name: string,
  sources: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const stamp = join(root, 'dist', `${name}.stamp`);
  const newest = Math.max(...sources.map((source) => newestChange(join(root, source))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  const began = new Date();
  await work();
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

/** When a file, or the latest in a folder, changed last, in milliseconds. */
function newestChange(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

async function bundle(entry: string, format: 'es' | 'cjs', name: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir: desktopFolder,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        external: ['electron'],
        output: { format, entryFileNames: name, chunkFileNames: '[name].js' },
      },
    },
  });
}
