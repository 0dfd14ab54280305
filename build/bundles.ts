/** Builds what runs: the page for both hosts, and Electron's main and preload. */
import { join, resolve } from 'node:path';
import { build } from 'vite';

export const root = resolve(import.meta.dirname, '..');
export const pageFolder = join(root, 'dist', 'renderer');
const desktopFolder = join(root, 'dist', 'electron');

export async function buildPage(): Promise<void> {
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}

/** Main as ESM with the packages left outside; preload as one CommonJS file, which is what a sandbox can load. */
export async function buildDesktop(): Promise<void> {
  await bundle(join(root, 'electron', 'main.ts'), 'es', 'main.js');
  await bundle(join(root, 'electron', 'preload.ts'), 'cjs', 'preload.cjs');
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
      rolldownOptions: { external: ['electron'], output: { format, entryFileNames: name } },
    },
  });
}
