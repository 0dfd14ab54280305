import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { licenceOf, modulePath, packageFolder } from './licences.ts';
import { withoutBrotli } from './without-brotli.ts';
import { withoutCanvas } from './without-canvas.ts';
import { withoutWoff } from './without-woff.ts';

const packages = resolve(import.meta.dirname, '..', 'node_modules');

test.each([
  ['C:\\project\\node_modules\\zod\\index.js?commonjs-proxy', 'C:/project/node_modules/zod/index.js'],
  ['\0/project/node_modules/zod/index.js', '/project/node_modules/zod/index.js'],
])('the module %j is known by its path', (id, path) => {
  expect(modulePath(id)).toBe(path);
});

test.each(['zod', '@mantine/core'])(
  'a module of %s is found to be of it, with slashes and backslashes',
  (name) => {
    const id = join(packages, name, 'esm', 'index.js');
    for (const written of [id, id.replaceAll('/', '\\')])
      expect(packageFolder(written)).toBe(join(modulePath(packages), name));
  },
);

test('a package that does not name its licence is named by hand, or not bundled', () => {
  expect(licenceOf(join(packages, 'png-js'))).toMatchObject({ licence: 'MIT' });
  expect(readFileSync(join(packages, 'png-js', 'package.json'), 'utf8')).not.toContain('"license"');
});

test('a module of ours is of no package', () => {
  expect(packageFolder(join(import.meta.dirname, 'licences.ts'))).toBeUndefined();
});

/** Bundles modules that lie nowhere, under the ids that they are given here. */
function bundle(plugin: Plugin, modules: Readonly<Record<string, string>>) {
  const [input = ''] = Object.keys(modules);
  const inMemory: Plugin = {
    name: 'in memory',
    resolveId: (source) => (source in modules ? source : null),
    load: (id) => modules[id] ?? null,
  };
  return build({
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin, inMemory],
    ssr: { noExternal: true },
    build: { ssr: true, write: false, rolldownOptions: { input } },
  });
}

test.each([
  ['of pdf.js lies elsewhere', withoutCanvas(), { '/pdfjs-dist/build/pdf.mjs': 'export {}' }, 'pdf.js lies'],
  [
    'of pdf.js looks otherwise',
    withoutCanvas(),
    { 'C:\\node_modules\\pdfjs-dist\\legacy\\build\\pdf.mjs': 'export {}' },
    'pdf.js looks',
  ],
  [
    'of fontkit unpacks otherwise',
    withoutBrotli(),
    { '/fontkit/module.mjs': 'export {}' },
    'fontkit unpacks',
  ],
  ['of a typeface looks otherwise', withoutWoff(), { '/@fontsource/x/400.css': 'a{}' }, 'names its WOFF'],
])('nothing is built where what is left out %s', async (_case, plugin, modules, reason) => {
  await expect(bundle(plugin, modules)).rejects.toThrow(reason);
});
