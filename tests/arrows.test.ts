import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const rooms = ['criteria', 'electron', 'renderer'] as const;

/** Files that may import the `electron` package: the desktop host and its two entries. */
const desktopHost = /^electron\/(main\.ts|preload\.ts|desktop-host\/)/;

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The file imported, from the root, for a relative import. */
  readonly target: string | undefined;
}

function sources(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function importsOf(file: string, text = readFileSync(join(root, file), 'utf8')): Import[] {
  const { module, program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const specifiers = [
    ...typeImports(program),
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) => e.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((i) =>
      text.slice(i.moduleRequest.start, i.moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ];
  return specifiers.map((specifier) => ({
    from: file,
    specifier,
    target: specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier))
          .split(sep)
          .join('/')
      : undefined,
  }));
}

/** What `import('…')` in the place of a type names. */
function typeImports(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const here =
    'type' in node && node.type === 'TSImportType' && 'source' in node
      ? [String((node.source as { value: unknown }).value)]
      : [];
  return [...here, ...Object.values(node).flatMap(typeImports)];
}

/** Why an import is forbidden; undefined when it is allowed. */
function fault({ from, specifier, target }: Import): string | undefined {
  const room = from.split('/')[0];
  const inRoom = target?.startsWith(`${room}/`);
  if (specifier === 'electron' && !desktopHost.test(from)) return 'only the desktop host imports electron';
  if (room === 'criteria') {
    if (target !== undefined) return inRoom ? undefined : 'criteria imports none of the other rooms';
    return /^zod(\/|$)/.test(specifier)
      ? undefined
      : 'criteria is pure: of the packages it may use zod alone';
  }
  if (target !== undefined && !inRoom && !target.startsWith('criteria/')) {
    if (room === 'renderer' && target === 'electron/api.ts') return undefined;
    return `${room} may not reach ${target}`;
  }
  if (room === 'renderer' && (specifier.startsWith('node:') || specifier === 'electron'))
    return 'the page knows neither node nor electron';
  return undefined;
}

const faults = (imports: readonly Import[]) =>
  imports.flatMap((one) => {
    const why = fault(one);
    return why === undefined ? [] : [`${one.from} -> ${one.specifier}: ${why}`];
  });

describe('the arrows between the rooms', () => {
  test.each(rooms)('%s imports only what it may', (room) => {
    const files = sources(room);
    expect(files.length).toBeGreaterThan(3);
    expect(faults(files.flatMap((file) => importsOf(file)))).toEqual([]);
  });

  test('the contract, which the page shares, imports nothing but itself, criteria and zod', () => {
    const contract = sources('electron').filter((file) => /^electron\/api[./]/.test(file));
    expect(contract.length).toBeGreaterThan(1);
    const reached = contract
      .flatMap((file) => importsOf(file))
      .map(({ specifier, target }) => target ?? specifier);
    expect(reached.filter((name) => !/^(zod$|criteria\/|electron\/api\/)/.test(name))).toEqual([]);
  });

  test('criteria reads no clock and no chance', () => {
    const impure = sources('criteria').filter((file) =>
      /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(impure).toEqual([]);
  });

  test.each([
    ['criteria/score.ts', "import { readFile } from 'node:fs';"],
    ['criteria/score.ts', "import type { Api } from '../electron/api.ts';"],
    ['criteria/score.ts', "export { useState } from 'react';"],
    ['criteria/score.ts', "export type X = import('../electron/api.ts').Api;"],
    ['renderer/walk/page.tsx', "import { AssessmentStore } from '../../electron/store/assessment-store.ts';"],
    ['renderer/walk/page.tsx', "const fs = await import('node:fs');"],
    ['renderer/main.tsx', "import { app } from 'electron';"],
    ['electron/service/handlers.ts', "import { theme } from '../../renderer/theme.ts';"],
    ['electron/store/envelope.ts', "import { app } from 'electron';"],
  ])('a forbidden arrow is seen: %s with %s', (file, text) => {
    expect(faults(importsOf(file, text))).toHaveLength(1);
  });
});
