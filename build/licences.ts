/** The licences of everything that is bundled, so that whoever gets the program gets them too. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const usualTexts = join(import.meta.dirname, 'licence-texts');

/** What is taken from elsewhere and stands under a licence of its own. */
interface Borrowed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/**
 * Notes, in a file, which packages a bundle is made of; none where it is ours alone. Throws where one of them brings no
 * text of its licence.
 */
export function noteLicences(path: string): Plugin {
  return {
    name: 'note licences',
    generateBundle() {
      const ids = [...this.getModuleIds()];
      const folders = new Set(ids.flatMap((id) => packageFolder(id) ?? []));
      const lost = ids.find((id) => id.includes('node_modules') && packageFolder(id) === undefined);
      if (lost !== undefined) throw new Error(`${lost} belongs to no package`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify([...folders].map(licenceOf)));
    },
  };
}

/** One text of all that was noted and of what is copied rather than bundled. */
export function licenceText(program: string, noted: readonly string[], copied: readonly Borrowed[]): string {
  const bundled = noted.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as Borrowed[]);
  const byName = new Map([...bundled, ...copied].map((one) => [`${one.name} ${one.version}`.trim(), one]));
  const parts = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { licence, text }]) => `## ${title}\n\n${licence}\n\n\`\`\`\n${text.trim()}\n\`\`\`\n`);
  return [
    `# Licences\n\n\`\`\`\n${program.trim()}\n\`\`\`\n`,
    'The program contains the following. Electron and Chromium bring their licences beside it.\n',
    ...parts,
  ].join('\n');
}

/** The licence of the package in a folder; some name a usual one and leave its text out. Throws where there is none. */
export function licenceOf(folder: string): Borrowed {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    readonly author?: string | { readonly name: string };
  };
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)\b/i.test(entry));
  if (file !== undefined)
    return {
      name,
      version,
      licence: license || licenceByText(name),
      text: readFileSync(join(folder, file), 'utf8'),
    };
  const usual = join(usualTexts, `${license}.txt`);
  if (license === undefined || !existsSync(usual)) throw new Error(`${folder} brings no licence`);
  const holder = typeof author === 'object' ? author.name : (author ?? `the authors of ${name}`);
  return {
    name,
    version,
    licence: license,
    text: `Copyright (c) ${holder}\n\n${readFileSync(usual, 'utf8')}`,
  };
}

/** Of packages that name no licence but bring its text, which was read. */
const readLicences: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

function licenceByText(name: string): string {
  const licence = readLicences[name];
  if (licence === undefined) throw new Error(`${name} does not name its licence; read its text`);
  return licence;
}

/** The path of a module, with slashes on every system; its id may have a mark before it and a question behind it. */
export function modulePath(id: string): string {
  return id.replace(/^\0+/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
}

/** The folder of the package that a module comes from; undefined for our own. */
export function packageFolder(id: string): string | undefined {
  const path = modulePath(id);
  const inside = path.lastIndexOf('node_modules/');
  if (inside < 0) return undefined;
  const [scope = '', name = ''] = path.slice(inside + 'node_modules/'.length).split('/');
  const folder = join(
    path.slice(0, inside),
    'node_modules',
    scope.startsWith('@') ? join(scope, name) : scope,
  );
  return existsSync(join(folder, 'package.json')) ? folder : undefined;
}
