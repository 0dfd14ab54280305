/** Judges a disk as found at the next start: is an assessment in an allowed state, and is everything else as promised? */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../../criteria/assessment.ts';
import { decodeAssessment } from '../../electron/store/assessment-file.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { type BackupName, parseBackupName } from '../../electron/store/backup-name.ts';
import { superfluous } from '../../electron/store/backup-retention.ts';
import { instantOf, lineOf, machine, reopenedAt, typed } from './proof-store.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import { type Course, type Judgement, openedBy, saidOf, same } from './store-attempt.ts';

export interface JudgementOptions {
  readonly id: string;
  /** The disk before the operation. */
  readonly before: SimulatedDisk;
  /** Opens the store at the next start. */
  readonly open: (disk: SimulatedDisk) => Promise<AssessmentStore>;
  /** What else is wrong with that store, in sentences, where the operation had come to its end or not. */
  readonly also?: (store: AssessmentStore, ended: boolean, disk: SimulatedDisk) => Promise<readonly string[]>;
}

/** NOTE: most ends of an operation look alike on the disk; each is judged once. */
export function diskJudgement(options: JudgementOptions): Judgement {
  const judged = new Map<string, Promise<readonly string[]>>();
  return {
    faultsOf: (disk, allowed, ended) => {
      const key = `${likeness(disk)} ${ended} ${allowed.map((state) => JSON.stringify(state) ?? 'none').join(' ')}`;
      const known = judged.get(key) ?? judge(options, disk, allowed, ended);
      judged.set(key, known);
      return known;
    },
  };
}

async function judge(
  options: JudgementOptions,
  disk: SimulatedDisk,
  allowed: Course,
  ended: boolean,
): Promise<readonly string[]> {
  const { id } = options;
  const faults = [...faultsOfBackups(options, disk)];
  try {
    const listing = await (await options.open(disk.copy())).list();
    const store = await options.open(disk);
    faults.push(...((await options.also?.(store, ended, disk)) ?? []));
    const now = await openedBy(store, id);
    if (!allowed.some((state) => same(state, now)))
      faults.push(`found ${saidOf(now)} instead of one of ${allowed.map(saidOf).join(', ')}`);

    const line = listing.lines.find((one) => one.id === id);
    const troubled = listing.troubled.map(({ file, kind }) => `${file} ${kind}`);
    const missing = now === undefined && filesIn(disk, `/backups/${id}/`).length > 0;
    if (!isDeepStrictEqual(troubled, missing ? [`${id}.json missing`] : []))
      faults.push(`listed as troubled: ${troubled.join(', ') || 'nothing'}`);
    if (line?.updatedAt !== now?.updatedAt || (now && !isDeepStrictEqual(line, lineOf(now))))
      faults.push('its line in the list is another');

    for (const [path, bytes] of wrongFiles(options.before)) {
      const kept = filesIn(disk, '/damaged/').some(([, aside]) => Buffer.compare(aside, bytes) === 0);
      if (!kept) faults.push(`the bytes that lay in ${path} are gone`);
      if (!(await store.damaged.list()).some((moved) => moved.id === id))
        faults.push('no word of the recovery');
    }
    if (now !== undefined) faults.push(...(await faultsOfFurtherSave(options, store, disk, now)));
    await store.settled();
    const leftovers = [...disk.contents().keys()].filter(
      // NOTE: what a broken-off trial of a second folder left there is not looked for.
      (path) => path.endsWith('.tmp') && !path.includes('/.write-test.'),
    );
    if (now !== undefined && leftovers.length > 0) faults.push(`left over: ${leftovers.join(', ')}`);
  } catch (error) {
    faults.push(`the next start fails: ${error instanceof Error ? error.stack : error}`);
  }
  return faults;
}

async function faultsOfFurtherSave(
  options: JudgementOptions,
  store: AssessmentStore,
  disk: SimulatedDisk,
  now: Assessment,
): Promise<string[]> {
  const further = now.status === 'final' ? reopenedAt(instantOf(900)) : typed(900);
  const next = await store.change(now.id, now.saves, further);
  await store.settled();
  const troubles = await store.keeper.troubles();
  if (troubles.length > 0)
    return [`after a further save: ${troubles.map(({ message }) => message).join(', ')}`];
  const [newest] = await store.shelf.list(now.id);
  if (newest === undefined || !same(await store.shelf.open(newest), next))
    return ['a further save is not backed up'];
  const found = await openedBy(await options.open(disk.copy()), now.id);
  return same(found, next) ? [] : [`after a further save, found ${saidOf(found)}`];
}

/** The backups in the data folder and those in a second one, each by the parts of a path that only they have. */
const places = ['/backups/', `-backups/${machine}/`];

/** Every backup that was there, and every one that came, is there and good unless newer ones made it superfluous. */
function faultsOfBackups({ before, id }: JudgementOptions, disk: SimulatedDisk): string[] {
  return places.flatMap((place) => {
    const had = backupsOn(before, `${place}${id}/`);
    const has = backupsOn(disk, `${place}${id}/`);
    const all = new Map([...had, ...has]);
    const gone = new Set(superfluous([...all.values()].map(({ name }) => name)).map(({ file }) => file));
    return [...all].flatMap(([path, { name, good }]) => {
      if (gone.has(name.file)) return [];
      if (!has.has(path)) return [`the backup ${path} is gone`];
      return !has.get(path)?.good && (good || !had.has(path)) ? [`the backup ${path} is not good`] : [];
    });
  });
}

/** The files of assessments that are damaged, or that their backups prove not to be what was saved last. */
function wrongFiles(disk: SimulatedDisk): [string, Uint8Array][] {
  return filesIn(disk, '/assessments/').filter(([path, bytes]) => {
    if (!isGood(path, bytes)) return true;
    const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    const { saves } = decodeAssessment(id, bytes).assessment;
    const since = [...backupsOn(disk, `/backups/${id}/`).values()].filter(
      ({ name, good }) => good && name.saves >= saves,
    );
    const own = since.some((backup) => Buffer.compare(backup.bytes, bytes) === 0);
    return since.some(({ name }) => name.saves > saves) || (since.length > 0 && !own);
  });
}

interface FoundBackup {
  readonly name: BackupName;
  readonly bytes: Uint8Array;
  readonly good: boolean;
}

function backupsOn(disk: SimulatedDisk, folder: string): Map<string, FoundBackup> {
  return new Map(
    filesIn(disk, folder).flatMap(([path, bytes]) => {
      const name = parseBackupName(path.slice(path.lastIndexOf('/') + 1));
      return name === undefined ? [] : [[path, { name, bytes, good: isGood(path, bytes) }]];
    }),
  );
}

function isGood(path: string, bytes: Uint8Array): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    decodeAssessment(parseBackupName(name)?.id ?? name.replace(/\.json$/, ''), bytes);
    return true;
  } catch {
    return false;
  }
}

function filesIn(disk: SimulatedDisk, folder: string): [string, Uint8Array][] {
  return [...disk.contents()].filter(([path]) => path.includes(folder) && path.endsWith('.json'));
}

const digests = new WeakMap<Uint8Array, string>();

/** The same for disks that differ in the made-up names of temp files alone. */
export function likeness(disk: SimulatedDisk): string {
  const files = [...disk.contents()].map(([path, bytes]) => {
    const digest = digests.get(bytes) ?? createHash('sha1').update(bytes).digest('base64');
    digests.set(bytes, digest);
    return `${path.replace(/[0-9a-f-]{36}\.tmp$/, 'tmp')} ${digest}`;
  });
  return files.sort().join('\n');
}
