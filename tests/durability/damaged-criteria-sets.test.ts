import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asPublished } from '../../criteria/rules/published-set.ts';
import { beginDraft } from '../../criteria/rules/set-draft.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { builtInSets, exampleSetId } from '../../criteria/sets/built-in.ts';
import {
  draftCodec,
  draftFileName,
  publishedCodec,
  publishedFileName,
} from '../../electron/store/criteria-set-file.ts';
import { chanceFrom, damageOf, sameMeaning } from './damages.ts';
import { openStore } from './proof-store.ts';

const seed = Number(process.env.PROOF_SEED ?? Date.now() % 2 ** 32);
const count = 150;
const at = '2026-11-02T01:00:00.000Z';
const example = builtInSets.get(exampleSetId) as CriteriaSet;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bộ tiêu chí hỏng '));
});
afterEach(() => rm(folder, { recursive: true }));

const numbers = Array.from({ length: count }, (_, n) => n + 1);
const published = (version: number) => asPublished({ ...example, id: 'bo-moi', version });
const draft = (n: number) =>
  beginDraft(example, '0'.repeat(64), { id: `bo-${n}`, version: 1 }, { at, by: null });

interface Kind {
  readonly place: string;
  readonly fileOf: (n: number) => string;
  readonly bytesOf: (n: number) => Uint8Array;
}

const kinds: readonly (readonly [string, Kind])[] = [
  [
    'published versions',
    {
      place: 'criteria-sets',
      fileOf: (n) => publishedFileName(published(n).set),
      bytesOf: (n) => publishedCodec(publishedFileName(published(n).set)).encode(published(n)),
    },
  ],
  [
    'drafts',
    {
      place: join('criteria-sets', 'drafts'),
      fileOf: (n) => draftFileName(`bo-${n}`),
      bytesOf: (n) => draftCodec(draftFileName(`bo-${n}`)).encode(draft(n)),
    },
  ],
];

test.each(kinds)('damaged files of %s give way to their copies, and are kept', async (_what, kind) => {
  const { place, fileOf, bytesOf } = kind;
  const main = join(folder, place);
  const copies = join(folder, 'backups', place);
  for (const path of [main, copies]) await mkdir(path, { recursive: true });
  const damaged: { file: string; how: string; bytes: Uint8Array }[] = [];
  for (const n of numbers) {
    const good = bytesOf(n);
    const damage = damageOf({ good, other: bytesOf(n + 1) }, chanceFrom(seed + n), n);
    await writeFile(join(main, fileOf(n)), damage.bytes);
    await writeFile(join(copies, fileOf(n)), good);
    if (!sameMeaning(damage.bytes, good)) damaged.push({ file: fileOf(n), ...damage });
  }
  const store = openStore(folder, { wait: async () => undefined });
  const found = await store.criteria.read();
  const named = (files: readonly { file: string }[]) => files.map(({ file }) => file).sort();
  expect([`PROOF_SEED=${seed}`, named(found.troubled)]).toEqual([`PROOF_SEED=${seed}`, named(damaged)]);
  expect(found.published.length + found.drafts.length).toBe(count);
  const names = await readdir(join(folder, 'damaged'));
  for (const { file, how, bytes } of damaged) {
    const mended = await readFile(join(main, file));
    expect([how, seed, mended.equals(await readFile(join(copies, file)))]).toEqual([how, seed, true]);
    const name = names.find((one) => one.includes(`_${file.slice(0, -5)}_`)) ?? '';
    const kept = await readFile(join(folder, 'damaged', name));
    expect([how, seed, Buffer.compare(kept, bytes)]).toEqual([how, seed, 0]);
  }
  await store.settled();
});
