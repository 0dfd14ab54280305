import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { assessmentSchema } from '../../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { methods } from '../../electron/api.ts';
import { CriteriaSets } from '../../electron/service/criteria-sets.ts';
import { sha256Of } from '../../electron/store/evidence-folder.ts';
import { openStore } from '../open-store.ts';
import type { StormReport } from './storm.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** In each of two storms, so that every call is made a thousand times. */
const callsOfEach = 500;
/** What the program reads of itself; nothing else of this machine can be read. */
const ownFiles = ['criteria', 'electron', 'tests', 'node_modules', 'package.json'];

/** The program as `host`, where the system itself lets it write into two folders alone and start no other program. */
async function storm(folder: string, host: 'electron' | 'browser', seed: number): Promise<StormReport> {
  const own = ['data', 'allowed'].map((name) => join(folder, name));
  const permissions = [
    '--permission',
    '--allow-worker',
    ...ownFiles.map((name) => `--allow-fs-read=${join(root, name)}`),
    ...own.flatMap((path) => [`--allow-fs-read=${path}`, `--allow-fs-write=${path}`]),
  ];
  const given = [...own, String(seed), String(callsOfEach), host];
  const { stdout } = await run(
    process.execPath,
    [...permissions, join(import.meta.dirname, 'storm.ts'), ...given],
    { maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
}

async function expectWholeData(dataFolder: string): Promise<void> {
  const sets = new CriteriaSets(builtInSets, currentSetId);
  const store = openStore(dataFolder, {
    lines: {
      programKey: 'test',
      setKey: (version) => sets.setKey(version),
      of: (assessment) => sets.lineOf(assessment),
    },
  });
  const kept = await store.criteria.read();
  expect(kept.troubled).toEqual([]);
  for (const published of kept.published) sets.keep(published);
  const { lines, troubled } = await store.list();
  expect(troubled).toEqual([]);
  expect(await store.damaged.list()).toEqual([]);
  expect(lines.length).toBeGreaterThanOrEqual(24);
  for (const { id, saves } of await Promise.all(lines.map(({ id }) => store.read(id)))) {
    const { assessment, readOnly } = await store.open(id);
    expect(readOnly).toBeUndefined();
    expect(assessmentSchema.parse(assessment)).toEqual(assessment);
    expect(assessment.saves).toBe(saves);
    for (const backup of await store.shelf.list(id)) await store.shelf.open(backup);
  }
  await store.settings.read();
  expect(store.settings.trouble).toBeNull();
  await expectWholeEvidence(join(dataFolder, 'evidence'));
}

async function expectWholeEvidence(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const kept = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.print.jpg'));
  expect(kept.length).toBeGreaterThan(0);
  for (const { parentPath, name } of kept)
    expect(sha256Of(await readFile(join(parentPath, name)))).toBe(name);
}

describe('the program under random calls', () => {
  test.concurrent.each(['electron', 'browser'] as const)(
    `answers or refuses each as %s, with ${callsOfEach} of every method, and touches nothing but its own`,
    async (host) => {
      const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 2 ** 30));
      const folder = await mkdtemp(join(tmpdir(), 'storm-'));
      const beside = join(folder, 'beside');
      try {
        for (const name of ['data', 'allowed', 'beside']) await mkdir(join(folder, name));
        await writeFile(join(beside, 'note.txt'), 'as it was');

        const { calls, allowed, faults } = await storm(folder, host, seed);

        expect(faults, `STORM_SEED=${seed} makes the same calls`).toEqual([]);
        expect(calls).toBe(methods.length * callsOfEach);
        for (const method of methods) expect(allowed[method], method).toBeGreaterThanOrEqual(25);
        expect((await readdir(folder)).sort()).toEqual(['allowed', 'beside', 'data']);
        expect(await readdir(beside)).toEqual(['note.txt']);
        await expectWholeData(join(folder, 'data'));
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    240_000,
  );
});
