/** The operations of the store that the fault matrix is run over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { backupName } from '../../electron/store/backup-name.ts';
import type { FileSystem } from '../../electron/store/file-system.ts';
import { diskJudgement } from './disk-judgement.ts';
import type { Scenario } from './fault-matrix.ts';
import { emptyDraft, filled, finalisedAt, idOf, openStore, reopenedAt, typed } from './proof-store.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { type Operation, openedBy, same, storeAttempt } from './store-attempt.ts';

const dataFolder = '/data';
const secondFolder = '/usb';
const code = '00001';
const id = idOf(code);
const at = '2026-11-02T01:00:00.000Z';
const now = new Date('2026-11-02T08:00:00.000Z');

const quick = { wait: async () => undefined };
const open = (disk: SimulatedDisk, clock = now) =>
  openStore(dataFolder, { files: disk, clock: () => clock, ...quick });
const onDay = (day: number) => new Date(now.getTime() - (40 - day) * 86_400_000);
const place = (name: string) => `${dataFolder}/assessments/${name}.json`;

/** A draft saved `saves` times, each time on a day of its own, with its backups. */
async function draftOf(disk: SimulatedDisk, saves: number, clockOf = onDay): Promise<Assessment> {
  await open(disk, clockOf(0)).create(emptyDraft(code, at));
  let state = emptyDraft(code, at);
  for (let n = 1; n <= saves; n += 1) {
    const store = open(disk, clockOf(n));
    state = await store.change(id, state.saves, typed(n));
    await store.settled();
  }
  return state;
}

const save =
  (basedOn: number, value = 77) =>
  (store: AssessmentStore) =>
    store.change(id, basedOn, typed(value, at));

const damage = (disk: SimulatedDisk, path: string) => {
  const bytes = disk.contents().get(path);
  if (bytes === undefined) throw new Error(`nothing at ${path}`);
  disk.place(path, bytes.slice(0, bytes.length - 200));
};

const oldFile = (disk: SimulatedDisk) => {
  const sample = join(import.meta.dirname, '../../electron/store/samples/v1-draft.json');
  const text = readFileSync(sample, 'utf8');
  disk.place(place(JSON.parse(text).data.id), text);
};

/** The name of the backup of the nth save of `draftOf`. */
const backupOf = (n: number) => backupName(id, n, onDay(n).toISOString(), 'save').file;

const operations: readonly Operation[] = [
  {
    id,
    name: 'create',
    prepare: async () => undefined,
    run: (store, acknowledge) =>
      store.create(emptyDraft(code, at)).then(() => acknowledge(emptyDraft(code, at))),
    again: (store) => store.create(emptyDraft(code, at)).then(() => emptyDraft(code, at)),
  },
  {
    id,
    name: 'save and back up',
    prepare: (disk) => draftOf(disk, 2),
    run: (store, acknowledge) => save(2)(store).then(acknowledge),
    again: save(2),
  },
  {
    id,
    name: 'save after a save',
    prepare: (disk) => draftOf(disk, 2),
    warmUp: save(2, 76),
    run: (store, acknowledge) => save(3)(store).then(acknowledge),
    again: save(3),
  },
  {
    id,
    name: 'saves that wait for one another',
    prepare: (disk) => draftOf(disk, 1),
    run: async (store, acknowledge) => {
      const saves = [1, 2, 3].map((n) => save(n, 70 + n)(store).then(acknowledge));
      const results = await Promise.allSettled(saves);
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
    again: save(1),
  },
  {
    id,
    name: 'rotate',
    prepare: (disk) =>
      // NOTE: 14 saves of one day after 33 days with one save each: both rules have something to remove.
      draftOf(disk, 47, (n) => (n <= 33 ? onDay(n) : new Date(onDay(34).getTime() + n * 1_000))),
    run: async (store, acknowledge) => {
      await save(47)(store).then(acknowledge);
    },
    again: save(47),
  },
  {
    id: '2026-24769',
    name: 'migrate',
    prepare: async (disk) => {
      await disk.makeFolder(`${dataFolder}/assessments`);
      oldFile(disk);
    },
    run: async (store, acknowledge) => {
      const { assessment } = await store.open('2026-24769');
      await store.change(assessment.id, assessment.saves, typed(77, at)).then(acknowledge);
    },
  },
  {
    id,
    name: 'finalise and reopen',
    prepare: async (disk) => {
      await draftOf(disk, 1);
      await open(disk).change(id, 1, filled(at));
    },
    run: async (store, acknowledge) => {
      await store.change(id, 2, finalisedAt(at)).then(acknowledge);
      await store.change(id, 3, reopenedAt(at), 'reopening').then(acknowledge);
    },
  },
  {
    id,
    name: 'restore',
    prepare: (disk) => draftOf(disk, 3),
    run: async (store, acknowledge) => {
      await store.restore(id, backupOf(1), 3).then(acknowledge);
    },
  },
  {
    id,
    name: 'restore what is gone',
    prepare: async (disk) => {
      await draftOf(disk, 3);
      disk.takeAway(place(id));
    },
    run: async (store, acknowledge) => {
      await store.restore(id, backupOf(3), null).then(acknowledge);
    },
  },
  {
    id,
    name: 'recover on opening',
    prepare: async (disk) => {
      await draftOf(disk, 3);
      damage(disk, place(id));
    },
    run: async (store, acknowledge) => {
      await store.open(id).then(({ assessment }) => acknowledge(assessment));
    },
  },
  {
    id,
    name: 'recover on listing',
    prepare: async (disk) => {
      await draftOf(disk, 3);
      damage(disk, place(id));
    },
    run: async (store) => {
      await store.list();
    },
  },
  ...(['deleted', 'damaged', 'of a list before'] as const).map(
    (how): Operation => ({
      id,
      name: `rebuild an index that is ${how}`,
      prepare: async (disk) => {
        const state = await draftOf(disk, 1);
        const listing = open(disk);
        await listing.list();
        await listing.settled();
        const path = `${dataFolder}/index.ndjson`;
        if (how === 'deleted') disk.takeAway(path);
        if (how === 'damaged') damage(disk, path);
        if (how === 'of a list before') {
          const before = disk.contents().get(path);
          await open(disk).change(id, state.saves, typed(5));
          if (before !== undefined) disk.place(path, before);
        }
      },
      run: async (store) => {
        await store.list();
      },
    }),
  ),
  {
    id,
    name: 'save with a second folder',
    prepare: async (disk) => {
      await disk.makeFolder(secondFolder);
      await draftOf(disk, 2);
    },
    begin: (store) => store.keeper.setSecond(secondFolder, true),
    run: async (store, acknowledge) => {
      await save(2)(store).then(acknowledge);
      await store.settled();
      await store.keeper.copyAll([id]);
    },
    again: save(2),
  },
  {
    id,
    name: 'recover from a second folder',
    prepare: async (disk) => {
      await disk.makeFolder(secondFolder);
      await draftOf(disk, 2);
      const store = open(disk);
      await store.keeper.setSecond(secondFolder, true);
      await store.keeper.copyAll([id]);
      for (const path of disk.contents().keys())
        if (path.startsWith(`${dataFolder}/backups/`)) disk.takeAway(path);
      damage(disk, place(id));
    },
    begin: (store) => store.keeper.setSecond(secondFolder, true),
    run: (store, acknowledge) => store.open(id).then(({ assessment }) => acknowledge(assessment)),
  },
  {
    id,
    name: 'choose a second folder',
    prepare: async (disk) => {
      await disk.makeFolder(secondFolder);
      await draftOf(disk, 1);
    },
    run: async (store) => {
      await store.keeper.setSecond(secondFolder);
      await store.settings.change((settings) => ({ ...settings, secondFolder }));
    },
    also: async (store, ended) => {
      const found = (await store.settings.read()).secondFolder;
      const faults = store.settings.trouble === null ? [] : [`the settings: ${store.settings.trouble}`];
      const allowed = ended ? [secondFolder] : [secondFolder, null];
      return allowed.includes(found) ? faults : [...faults, `the second folder is ${found}`];
    },
  },
];

/** The operation with the right outcome of every step found out beforehand, on a disk that does not fail. */
function scenarioOf(operation: Operation): Scenario {
  const { id } = operation;
  const begun = async (files: FileSystem, clock: Date) => {
    const store = openStore(dataFolder, { files, clock: () => clock, ...quick });
    await operation.begin?.(store);
    return store;
  };
  const later = new Date(now.getTime() + 3_600_000);
  return {
    name: operation.name,
    async prepare() {
      const disk = new SimulatedDisk();
      await disk.makeFolder(dataFolder);
      await operation.prepare(disk);
      const before = disk.copy();
      const trial = before.copy();
      const store = await begun(trial, now);
      await operation.warmUp?.(store);
      const course = [await openedBy(await begun(trial.copy(), now), id)];
      await operation.run(store, (state) => course.push(state));
      await store.settled();
      const end = await openedBy(store, id);
      if (!same(end, course.at(-1))) course.push(end);
      const judgement = diskJudgement({
        id,
        before,
        open: (found) => begun(found, later),
        ...(operation.also && { also: operation.also }),
      });
      return {
        before,
        begin: async (files) => {
          const opened = await begun(files, now);
          await operation.warmUp?.(opened);
          return storeAttempt(operation, opened, course, judgement);
        },
      };
    },
  };
}

export const storeScenarios: readonly Scenario[] = operations.map(scenarioOf);
