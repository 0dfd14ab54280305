/** What there is in the program under the storm, by the name of the argument, so that random calls reach something. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import type { Args, Method, Reply, Value } from '../../electron/api.ts';
import { leadingElsewhere } from './hostile-values.ts';

export type Ask = <M extends Method>(method: M, args: Args<M>) => Promise<Reply<Value<M>>>;

/** Of each kind so many are remembered, the oldest give way. */
const remembered = 80;
/** The smallest that begins as a JPEG does. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString('base64');

export type KnownValues = Record<'id' | 'sha256' | 'file' | 'files' | 'base64', string[]> &
  Record<string, unknown[]>;

/** A district of which one commune passed, with a file, backups, a printed scorecard, and folders to print into. */
export async function fillDistrict(
  ask: Ask,
  dataFolder: string,
  allowedFolder: string,
): Promise<KnownValues> {
  const set = builtInSets.get(currentSetId);
  const indicators = set?.criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => id)) ?? [];
  const facts = set?.facts.map(({ id }) => id) ?? [];
  const folders = ['print', 'print/Năm 2026', 'second'].map((name) => join(allowedFolder, name));
  for (const folder of folders) await mkdir(folder, { recursive: true });

  // Reads what the program keeps of the country's units beside itself.
  await ask('units.search', { query: 'Hà Đông', limit: 1 });
  await ask('sample.load', { year: 2026 });
  const list = given(await ask('assessments.list', { year: 2026 }));
  const ids = list.assessments.map(({ id }) => id);
  const passed = list.assessments.find(({ verdict }) => verdict === 'eligible')?.id ?? '';
  given(await ask('assessments.finalise', { id: passed, basedOn: 0, by: null }));
  const sheet = given(await ask('documents.make', { kind: 'scorecard', id: passed }));
  const evidence = given(await ask('evidence.add', { base64: jpeg, name: 'ảnh.jpg', printCopy: jpeg }));
  given(await ask('backups.setSecondFolder', { folder: folders[2] ?? '' }));
  const notThere = ['2026-00000', '2099-vd-01', '2026-con'];
  return {
    id: [...ids, ...ids, passed, ...notThere],
    ids: [...ids, ...notThere],
    sha256: [evidence.sha256, 'f'.repeat(64)],
    file: [...leadingElsewhere, ...ids.map((id) => `${id}.json`)],
    files: ['x.json', ...leadingElsewhere],
    base64: [jpeg, sheet.base64, sheet.base64.slice(0, 8_000), 'JVBERi0xLjcK'],
    printCopy: [null, jpeg],
    name: ['Trần Văn Nam', 'biên bản.pdf', 'Xã Mới', ...leadingElsewhere],
    year: [2026, 2027],
    by: [null, 'Nguyễn Thị Hoa'],
    basedOn: [0, 1, 2, 3],
    code: ['moi-1', 'moi-2', 'vd-01', '24769'],
    class: set?.unitClasses.map(({ id }) => id) ?? [],
    type: set?.unitTypes.map(({ id }) => id) ?? [],
    version: [1],
    answers: facts,
    'answers.value': [null, 0, 1, 2, 3],
    notes: indicators,
    evidence: indicators,
    unconfirmed: facts,
    of: [...facts, ...indicators],
    folder: [
      ...Array.from({ length: 8 }, () => folders).flat(),
      ...[dataFolder, join(dataFolder, 'assessments'), join(dataFolder, '..x'), `${allowedFolder}/../beside`],
      ...leadingElsewhere,
    ],
    from: [...folders, ...leadingElsewhere],
  };
}

function given<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`the storm could not begin: ${reply.error.message}`);
  return reply.value;
}

/** Takes up what an answer names: assessments, their `saves`, hashes of files, names of backups and moved-aside files. */
export function learn(known: KnownValues, saves: Map<string, number>, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const name of ['id', 'sha256', 'file'] as const) {
    const found = (value as Record<string, unknown>)[name];
    if (typeof found === 'string' && !known[name].includes(found)) add(known[name], found);
  }
  if ('id' in value && 'saves' in value) saves.set(String(value.id), Number(value.saves));
  for (const [name, part] of Object.entries(value))
    if (name !== 'criteria' && name !== 'history') learn(known, saves, part);
}

function add(list: string[], value: string): void {
  if (list.length >= remembered) list.splice(list.length >> 1, 1);
  list.push(value);
}
