import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { lineOf, openStore } from './proof-store.ts';
import type { JournalLine } from './saving-program.ts';
import { openedBy, saidOf, same } from './store-attempt.ts';

const kills = process.env.LONG_PROOF === '1' ? 500 : 50;
/** Data folders that are killed in at the same time. */
const lanes = 2;

const program = join(import.meta.dirname, 'saving-program.ts');

async function runAndKill(dataFolder: string, journal: string): Promise<void> {
  const child = spawn(process.execPath, [program, dataFolder, journal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  // NOTE: mostly in the middle of the first saves, now and then when backups are made and old ones removed.
  await pause(Math.random() < 0.7 ? Math.random() * 120 : Math.random() * 500);
  child.kill('SIGKILL');
  expect(await closed).toEqual([null, 'SIGKILL']);
}

async function journalOf(path: string): Promise<JournalLine[]> {
  const text = await readFile(path, 'utf8');
  // NOTE: the last line may have been cut off by the kill.
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * What a new start finds must be the last state acknowledged or the one that was being saved. `known` is what the start
 * before found, by id, and is brought up to date.
 */
async function expectNothingLost(
  dataFolder: string,
  journal: readonly JournalLine[],
  known: Map<string, Assessment | undefined>,
): Promise<void> {
  const store = openStore(dataFolder);
  const { lines, troubled } = await store.list();
  expect(troubled).toEqual([]);
  expect(await store.damaged.list()).toEqual([]);
  for (const id of new Set([...known.keys(), ...journal.map(({ state }) => state.id)])) {
    const own = journal.filter(({ state }) => state.id === id);
    const saved = own.findLastIndex(({ word }) => word === 'saved');
    const since = own.slice(Math.max(saved, 0)).map(({ state }) => state);
    const allowed = saved === -1 ? [known.get(id), ...since] : since;
    const found = await openedBy(store, id);
    if (!allowed.some((state) => same(state, found)))
      expect.fail(`${id}: found ${saidOf(found)}, not one of ${allowed.map(saidOf).join(', ')}`);
    expect(lines.find((line) => line.id === id)).toEqual(found && lineOf(found));
    known.set(id, found);
    for (const backup of await store.shelf.list(id)) await store.shelf.open(backup);
  }
}

describe('a process that is killed while it saves', () => {
  const survived: number[] = [];
  afterAll(() => {
    const acknowledged = survived.reduce((sum, saves) => sum + saves, 0);
    process.stdout.write(
      `killed process: ${survived.length} kills survived, ${acknowledged} acknowledged saves kept\n`,
    );
  });

  test.concurrent.each(Array.from({ length: lanes }, (_, lane) => lane))(
    'loses nothing that it acknowledged, in folder %i',
    async () => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'bị tắt ngang '));
      const known = new Map<string, Assessment | undefined>();
      try {
        for (let kill = 0; kill < kills / lanes; kill += 1) {
          const journal = join(dataFolder, `journal-${kill}`);
          await runAndKill(dataFolder, journal);
          const lines = await journalOf(journal);
          await expectNothingLost(dataFolder, lines, known);
          survived.push(lines.filter(({ word }) => word === 'saved').length);
        }
      } finally {
        await rm(dataFolder, { recursive: true });
      }
    },
    kills * 10_000,
  );
});
