/** The operations of the store that the fault matrix is run over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../../electron/refusal.ts';
import { Evidence } from '../../electron/service/evidence.ts';
import { Recovery } from '../../electron/service/recovery.ts';
import type { SheetAttachment } from '../../electron/sheets/attachment.ts';
import { importedAsDraft, importedAsLastYear } from '../../electron/sheets/importing.ts';
import { encodeAssessment } from '../../electron/store/assessment-file.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { backupName } from '../../electron/store/backup-name.ts';
import type { FileSystem } from '../../electron/store/file-system.ts';
import { office } from '../example-document-input.ts';
import { diskJudgement } from './disk-judgement.ts';
import {
  alterEvidence,
  attach,
  evidencePath,
  faultsOfAltered,
  faultsOfEvidence,
} from './evidence-scenarios.ts';
import type { Scenario } from './fault-matrix.ts';
import {
  by,
  emptyDraft,
  filled,
  finalisedAt,
  idOf,
  instantOf,
  lineOf,
  machine,
  openStore,
  reopenedAt,
  typed,
} from './proof-store.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { type Operation, openedBy, type Started, same, storeAttempt } from './store-attempt.ts';

const dataFolder = '/data';
const secondFolder = '/usb';
const code = '00001';
const id = idOf(code);
const at = instantOf(0);
const now = new Date('2026-11-02T08:00:00.000Z');

const quick = { wait: async () => undefined };
const open = (disk: SimulatedDisk, clock = now) =>
  openStore(dataFolder, { files: disk, clock: () => clock, ...quick });
const onDay = (day: number) => new Date(now.getTime() - (40 - day) * 86_400_000);
const place = (name: string) => `${dataFolder}/assessments/${name}.json`;

/** As the program starts. */
async function start(files: FileSystem, at: Date): Promise<Started> {
  const clock = () => at;
  const store = openStore(dataFolder, { files, clock, ...quick });
  const recovery = new Recovery({ dataFolder, store, files, lineOf, clock });
  await recovery.takeUpSecondFolder();
  return { store, recovery };
}

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
    store.change(id, basedOn, typed(value));

const bytesAt = (disk: SimulatedDisk, path: string) => {
  const bytes = disk.contents().get(path);
  if (bytes === undefined) throw new Error(`nothing at ${path}`);
  return bytes;
};

const damage = (disk: SimulatedDisk, path = place(id)) => {
  const bytes = bytesAt(disk, path);
  disk.place(path, bytes.slice(0, bytes.length - 200));
};

const oldFile = (disk: SimulatedDisk) => {
  const sample = join(import.meta.dirname, '../../electron/store/samples/v1-draft.json');
  const text = readFileSync(sample, 'utf8');
  disk.place(place(JSON.parse(text).data.id), text);
};

/** The name of the backup of the nth save of `draftOf`. */
const backupOf = (n: number) => backupName(id, n, onDay(n).toISOString(), 'save').file;

/** How many calls a store that has just started makes until it has renamed the file that it writes. */
async function callsUntilRenamed(
  disk: SimulatedDisk,
  work: (store: AssessmentStore) => Promise<unknown>,
): Promise<number> {
  const trial = disk.copy();
  const { store } = await start(trial, now);
  trial.strikeBy({});
  await work(store);
  return trial.calls.findIndex(({ name }) => name === 'rename') + 1;
}

/** Ways in which the file of `draftOf` with 3 saves is not what was saved last. */
const wrongs: readonly (readonly [what: string, spoil: (disk: SimulatedDisk) => void])[] = [
  ['damaged', damage],
  [
    'an older copy in its place',
    (disk) => disk.place(place(id), bytesAt(disk, `${dataFolder}/backups/${id}/${backupOf(1)}`)),
  ],
  [
    'another state of the same count in its place',
    (disk) => disk.place(place(id), encodeAssessment({ ...typed(60)(emptyDraft(code, at)), saves: 3 })),
  ],
];

/** What a page is told that was open on a state which is gone. */
function needConflict(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'conflict')) throw error;
}

/** A scorecard of the unit that was finalised elsewhere, with that many children. */
function sheetOf(children: number): SheetAttachment {
  const final = finalisedAt(at)(filled(at)({ ...emptyDraft(code, at), answers: {} }));
  const printed = final.finalised[0];
  if (printed === undefined) throw new Error('not finalised');
  const { revision, scorecard, sha256, answers, notes } = printed;
  return {
    unit: final.unit,
    year: final.year,
    status: 'final',
    revision,
    answers: { ...answers, children },
    notes,
    evidence: {},
    scorecard,
    sha256,
    criteriaSet: { ...final.criteriaSet, digest: sha256 },
    printed: { date: at.slice(0, 10), office, layout: 1, program: '0.1.0' },
  };
}

const nameMachine = (store: AssessmentStore) =>
  store.settings.change((settings) => ({ ...settings, machine }));

async function chooseSecondFolder(disk: SimulatedDisk): Promise<Started> {
  await disk.makeFolder(secondFolder);
  const started = await start(disk, now);
  await nameMachine(started.store);
  await started.recovery.setSecondFolder(secondFolder);
  return started;
}

const operations: readonly Operation[] = [
  {
    id,
    name: 'create',
    prepare: async () => undefined,
    run: ({ store }, acknowledge) =>
      store.create(emptyDraft(code, at)).then(() => acknowledge(emptyDraft(code, at))),
    again: (store) => store.create(emptyDraft(code, at)).then(() => emptyDraft(code, at)),
  },
  {
    id,
    name: 'save and back up',
    prepare: (disk) => draftOf(disk, 2),
    run: ({ store }, acknowledge) => save(2)(store).then(acknowledge),
    again: save(2),
  },
  {
    id,
    name: 'save after a save',
    prepare: (disk) => draftOf(disk, 2),
    warmUp: save(2, 76),
    run: ({ store }, acknowledge) => save(3)(store).then(acknowledge),
    again: save(3),
  },
  {
    id,
    name: 'save again what failed in its last step',
    prepare: (disk) => draftOf(disk, 2),
    warmUp: async (store, disk) => {
      const at = await callsUntilRenamed(disk, save(2, 76));
      disk.strikeBy({ failure: { at, code: 'EIO', effect: 'none', forEver: false } });
      await save(2, 76)(store).catch(() => undefined);
    },
    unacknowledged: true,
    run: ({ store }, acknowledge) => save(2)(store).then(acknowledge),
    again: save(2, 78),
  },
  {
    id,
    name: 'saves that wait for one another',
    prepare: (disk) => draftOf(disk, 1),
    run: async ({ store }, acknowledge) => {
      const saves = [1, 2, 3].map((n) => save(n, 70 + n)(store).then(acknowledge));
      const results = await Promise.allSettled(saves);
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
    again: save(1),
  },
  {
    id,
    name: 'a save, and one behind it that is backed up before',
    prepare: (disk) => draftOf(disk, 1),
    run: async ({ store }, acknowledge) => {
      const saves = [
        save(1, 71)(store).then(acknowledge),
        store.change(id, 2, typed(72), 'restore').then(acknowledge),
      ];
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
    run: async ({ store }, acknowledge) => {
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
    run: async ({ store }, acknowledge) => {
      const { assessment } = await store.open('2026-24769');
      await store.change(assessment.id, assessment.saves, typed(77)).then(acknowledge);
    },
  },
  {
    id,
    name: 'finalise and reopen',
    prepare: async (disk) => {
      await draftOf(disk, 1);
      await open(disk).change(id, 1, filled(instantOf(2)));
    },
    run: async ({ store }, acknowledge) => {
      await store.change(id, 2, finalisedAt(instantOf(3))).then(acknowledge);
      await store.change(id, 3, reopenedAt(instantOf(4)), 'reopening').then(acknowledge);
    },
  },
  {
    id,
    name: 'import into the draft that is there',
    prepare: (disk) => draftOf(disk, 2),
    run: async ({ store }, acknowledge) => {
      const change = (present: Assessment) => importedAsDraft(sheetOf(5), present, { at, by });
      await store.change(id, 2, change, 'import').then(acknowledge);
    },
    again: (store) => store.change(id, 2, (a) => importedAsDraft(sheetOf(6), a, { at, by }), 'import'),
  },
  {
    id,
    name: 'import as last year’s figures',
    prepare: async () => undefined,
    run: async ({ store }, acknowledge) => {
      const assessment = importedAsLastYear(sheetOf(5), null, { at, by });
      await store.create(assessment).then(() => acknowledge(assessment));
    },
  },
  {
    id,
    name: 'name the office',
    prepare: async (disk) => {
      await draftOf(disk, 1);
      await nameMachine(open(disk));
    },
    run: ({ store }) => store.settings.change((settings) => ({ ...settings, office })),
    also: async (store, ended) => {
      const { office: found } = await store.settings.read();
      const faults = store.settings.trouble === null ? [] : [`the settings: ${store.settings.trouble}`];
      const allowed = ended ? [office.body] : [office.body, ''];
      return allowed.includes(found.body) ? faults : [...faults, `the office is ${found.body}`];
    },
  },
  {
    id,
    name: 'restore',
    prepare: (disk) => draftOf(disk, 3),
    run: async ({ store }, acknowledge) => {
      await store.restore(id, backupOf(1), 3, by).then(acknowledge);
    },
  },
  {
    id,
    name: 'restore what is gone',
    prepare: async (disk) => {
      await draftOf(disk, 3);
      disk.takeAway(place(id));
    },
    run: async ({ store }, acknowledge) => {
      await store.restore(id, backupOf(3), null, by).then(acknowledge);
    },
  },
  {
    id,
    name: 'restore what is gone from before it was finalised',
    prepare: async (disk) => {
      const store = open(disk);
      await draftOf(disk, 2);
      await store.change(id, 2, filled(instantOf(3)));
      await store.change(id, 3, finalisedAt(instantOf(4)));
      await store.settled();
      disk.takeAway(place(id));
    },
    run: async ({ store }, acknowledge) => {
      await store.restore(id, backupOf(1), null, by).then(acknowledge);
    },
  },
  ...wrongs.flatMap(([what, spoil]): readonly Operation[] => [
    {
      id,
      name: `recover on opening, ${what}`,
      prepare: async (disk) => {
        await draftOf(disk, 3);
        spoil(disk);
      },
      run: async ({ store }, acknowledge) => {
        const { assessment } = await store.open(id);
        // NOTE: on a disk that gives nothing back any more, what was read before is all there is to show.
        await store.files.bytes(id).then(
          () => acknowledge(assessment),
          () => undefined,
        );
      },
    },
    {
      id,
      name: `recover on listing, ${what}`,
      prepare: async (disk) => {
        await draftOf(disk, 3);
        spoil(disk);
      },
      run: async ({ store }) => {
        await store.list();
      },
    },
    {
      id,
      name: `recover on a change, ${what}`,
      prepare: (disk) => draftOf(disk, 3),
      warmUp: async (store, disk) => {
        await store.open(id);
        spoil(disk);
      },
      run: async ({ store }, acknowledge) => {
        await save(3)(store).then(acknowledge, needConflict);
      },
    },
  ]),
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
      run: async ({ store }) => {
        await store.list();
      },
    }),
  ),
  {
    id,
    name: 'back up what never was',
    prepare: async (disk) => {
      await open(disk).create(emptyDraft(code, at));
    },
    run: async ({ store }, acknowledge) => {
      await store.open(id).then(({ assessment }) => acknowledge(assessment));
    },
  },
  {
    id,
    name: 'save with a second folder',
    prepare: async (disk) => {
      await draftOf(disk, 2);
      await chooseSecondFolder(disk);
    },
    run: async ({ store, recovery }, acknowledge) => {
      await save(2)(store).then(acknowledge);
      await store.settled();
      await recovery.copyAll();
    },
    again: save(2),
  },
  {
    id,
    name: 'recover from a second folder',
    prepare: async (disk) => {
      await draftOf(disk, 2);
      const { recovery } = await chooseSecondFolder(disk);
      await recovery.copyAll();
      for (const path of disk.contents().keys())
        if (path.startsWith(`${dataFolder}/backups/`)) disk.takeAway(path);
      damage(disk);
    },
    run: ({ store }, acknowledge) => store.open(id).then(({ assessment }) => acknowledge(assessment)),
  },
  {
    id,
    name: 'attach a file as evidence',
    prepare: (disk) => draftOf(disk, 1),
    run: async ({ store }, acknowledge) => {
      await attach(store, id, 1).then(acknowledge);
    },
    again: (store) => attach(store, id, 1),
    also: (store, _ended, disk) => faultsOfEvidence(store, id, disk),
  },
  {
    id,
    name: 'attach a file in whose place something else lies',
    prepare: async (disk) => {
      await draftOf(disk, 1);
      await alterEvidence(disk, dataFolder);
    },
    run: async ({ store }, acknowledge) => {
      await attach(store, id, 1).then(acknowledge);
    },
    again: (store) => attach(store, id, 1),
    also: async (store, _ended, disk) => [
      ...faultsOfAltered(disk),
      ...(await faultsOfEvidence(store, id, disk)),
      ...faultsOfAltered(disk),
    ],
  },
  {
    id,
    name: 'attach a file with a second folder',
    prepare: async (disk) => {
      await draftOf(disk, 1);
      await chooseSecondFolder(disk);
    },
    run: async ({ store }, acknowledge) => {
      await attach(store, id, 1).then(acknowledge);
    },
    again: (store) => attach(store, id, 1),
    also: (store, _ended, disk) => faultsOfEvidence(store, id, disk),
  },
  ...(['missing', 'altered'] as const).map(
    (how): Operation => ({
      id,
      name: `have evidence back that is ${how}`,
      prepare: async (disk) => {
        await draftOf(disk, 1);
        const { store } = await chooseSecondFolder(disk);
        await attach(store, id, 1);
        await store.settled();
        if (how === 'missing') disk.takeAway(evidencePath(dataFolder));
        else await alterEvidence(disk, dataFolder);
      },
      run: async ({ store }) => {
        await new Evidence(store.evidence).check(await store.read(id));
      },
      also: async (store, _ended, disk) => [
        ...(how === 'altered' ? faultsOfAltered(disk) : []),
        ...(await faultsOfEvidence(store, id, disk)),
      ],
    }),
  ),
  {
    id,
    name: 'choose a second folder',
    prepare: async (disk) => {
      await disk.makeFolder(secondFolder);
      await draftOf(disk, 1);
      await nameMachine(open(disk));
    },
    run: ({ recovery }) => recovery.setSecondFolder(secondFolder),
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
  const later = new Date(now.getTime() + 3_600_000);
  return {
    name: operation.name,
    async prepare() {
      const disk = new SimulatedDisk();
      await disk.makeFolder(dataFolder);
      await operation.prepare(disk);
      const before = disk.copy();
      const trial = before.copy();
      const started = await start(trial, now);
      const { store } = started;
      await operation.warmUp?.(store, trial);
      const course = await Promise.all(
        [...(operation.unacknowledged ? [before] : []), trial].map(async (disk) =>
          openedBy((await start(disk.copy(), now)).store, id),
        ),
      );
      await operation.run(started, (state) => course.push(state));
      await store.settled();
      const end = await openedBy(store, id);
      if (!same(end, course.at(-1))) course.push(end);
      const judgement = diskJudgement({
        id,
        before,
        open: async (found) => (await start(found, later)).store,
        ...(operation.also && { also: operation.also }),
      });
      return {
        before,
        begin: async (files, disk) => {
          const begun = await start(files, now);
          await operation.warmUp?.(begun.store, disk);
          return storeAttempt(operation, begun, course, judgement);
        },
      };
    },
  };
}

export const storeScenarios: readonly Scenario[] = operations.map(scenarioOf);
