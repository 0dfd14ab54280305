/** Publishing, confirming and correcting criteria sets, as the fault matrix is run over it. */
import { isDeepStrictEqual } from 'node:util';
import { asPublished, type PublishedSet, withConfirmations } from '../../criteria/rules/published-set.ts';
import { rulesOf } from '../../criteria/rules/rules.ts';
import { beginDraft, type SetDraft } from '../../criteria/rules/set-draft.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { builtInSets, exampleSetId } from '../../criteria/sets/built-in.ts';
import { Refusal } from '../../electron/refusal.ts';
import { hashOfSet } from '../../electron/set-hash.ts';
import { draftCodec } from '../../electron/store/criteria-set-file.ts';
import { CriteriaStore } from '../../electron/store/criteria-store.ts';
import { DamagedFolder } from '../../electron/store/damaged-folder.ts';
import type { FileSystem } from '../../electron/store/file-system.ts';
import { patientFileSystem } from '../../electron/store/patient-file-system.ts';
import { likeness } from './disk-judgement.ts';
import type { Attempt, Scenario } from './fault-matrix.ts';
import { by, instantOf } from './proof-store.ts';
import { SimulatedDisk } from './simulated-disk.ts';

const dataFolder = '/data';
const at = instantOf(1);

const example = builtInSets.get(exampleSetId) as CriteriaSet;
const rules = rulesOf(example).map(({ key }) => key);
const version = (number: number): PublishedSet => asPublished({ ...example, id: 'bo-moi', version: number });
const withRule = (published: PublishedSet, n: number) =>
  withConfirmations(published, [rules[n] as string], { by, on: '2026-11-02', in: 'Phụ lục, mục 3' }, at);
const draft = (saves: number): SetDraft => ({
  ...beginDraft(version(1).set, hashOfSet(version(1).set), { id: 'bo-moi', version: 2 }, { at, by }),
  saves,
});
const confirmed = withRule(version(1), 0);

/** What a disk holds: versions, drafts, drafts of the past, and files that are told to be or to have been wrong. */
interface State {
  readonly published: readonly PublishedSet[];
  readonly drafts: readonly SetDraft[];
  readonly past: readonly SetDraft[];
  readonly troubled: readonly string[];
}
const nothing: State = { published: [], drafts: [], past: [], troubled: [] };

interface Operation {
  readonly name: string;
  readonly before: (store: CriteriaStore) => Promise<unknown>;
  /** What happens to the disk while no program runs. */
  readonly meanwhile?: (disk: SimulatedDisk) => void;
  readonly run: (store: CriteriaStore) => Promise<unknown>;
  /** Every state that it leads through, from the one before. */
  readonly course: readonly State[];
  /** Bytes that must still lie somewhere. */
  readonly kept?: string;
}

const whole: State = { ...nothing, published: [version(1)] };
const begun: State = { ...whole, drafts: [draft(0)] };
const file = `${dataFolder}/criteria-sets/bo-moi@1.json`;
const strange = 'hỏng';

/** Reading never fails; that it could not mend is told. */
async function mend(store: CriteriaStore): Promise<void> {
  const [told] = (await store.read()).troubled;
  if (told === undefined) throw new Error('not a word of it');
  if (!/đã (thay|được đưa) vào/.test(told.message)) throw new Refusal('storage_failed', told.message);
}

const operations: readonly Operation[] = [
  {
    name: 'publishing the first criteria set',
    before: async () => undefined,
    run: (store) => store.publish(version(1)),
    course: [nothing, whole],
  },
  {
    name: 'publishing a further version',
    before: (store) => store.publish(version(1)),
    run: (store) => store.publish(version(2)),
    course: [whole, { ...whole, published: [version(1), version(2)] }],
  },
  {
    name: 'confirming a rule of a set that came with the program',
    before: async () => undefined,
    run: (store) => store.register(confirmed, 0),
    course: [nothing, { ...nothing, published: [confirmed] }],
  },
  {
    name: 'confirming a further rule',
    before: (store) => store.register(confirmed, 0),
    run: (store) => store.register(withRule(confirmed, 1), 1),
    course: [
      { ...nothing, published: [confirmed] },
      { ...nothing, published: [withRule(confirmed, 1)] },
    ],
  },
  {
    name: 'beginning a draft of a criteria set',
    before: (store) => store.publish(version(1)),
    run: (store) => store.saveDraft(draft(0), null),
    course: [whole, begun],
  },
  {
    name: 'saving a draft of a criteria set',
    before: (store) => store.saveDraft(draft(0), null),
    run: (store) => store.saveDraft(draft(1), 0),
    course: [
      { ...nothing, drafts: [draft(0)] },
      { ...nothing, drafts: [draft(1)] },
    ],
  },
  {
    name: 'putting a draft of a criteria set away',
    before: (store) => store.saveDraft(draft(0), null),
    run: (store) => store.removeDraft('bo-moi', 'discarded'),
    course: [
      { ...nothing, drafts: [draft(0)] },
      // NOTE: a power cut between the two folders may leave it in both, never in none.
      { ...nothing, drafts: [draft(0)], past: [draft(0)] },
      { ...nothing, past: [draft(0)] },
    ],
  },
  {
    name: 'mending a damaged criteria set',
    before: (store) => store.register(confirmed, 0),
    meanwhile: (disk) => disk.place(file, strange),
    run: mend,
    course: [
      { ...nothing, published: [confirmed], troubled: ['bo-moi@1.json'] },
      { ...nothing, published: [confirmed] },
    ],
    kept: strange,
  },
];

function open(files: FileSystem): CriteriaStore {
  const wait = async () => undefined;
  const log = () => undefined;
  const patient = patientFileSystem(files, { wait, log });
  return new CriteriaStore({
    dataFolder,
    files: patient,
    damaged: new DamagedFolder(dataFolder, patient),
    clock: () => new Date(instantOf(60)),
    log,
    wait,
    makeWritable: wait,
    second: () => null,
  });
}

function attempt(operation: Operation, files: FileSystem, judged: Map<string, Promise<string[]>>): Attempt {
  const { course } = operation;
  const store = open(files);
  let acknowledged = 0;
  let failure: unknown;
  const run = async () => {
    failure = undefined;
    try {
      await operation.run(store);
      acknowledged = course.length - 1;
    } catch (error) {
      failure = error;
    }
    await store.settled();
  };
  return {
    run,
    async faultsOfRun({ failure: planned }) {
      const faults: string[] = [];
      if (failure !== undefined && !isTold(failure)) faults.push(`told ${failure}`);
      if (failure !== undefined && planned === undefined)
        faults.push(`failed with nothing wrong: ${failure}`);
      if (failure === undefined || planned?.forEver) return faults;
      await run();
      return failure === undefined ? faults : [...faults, `doing it again fails: ${failure}`];
    },
    faultsOfDisk(disk) {
      // NOTE: most ends of an operation look alike on the disk; each is judged once.
      const key = `${likeness(disk)} ${acknowledged}`;
      const known = judged.get(key) ?? judge(operation, disk, acknowledged);
      judged.set(key, known);
      return known;
    },
  };
}

async function judge(
  { course, kept }: Operation,
  disk: SimulatedDisk,
  acknowledged: number,
): Promise<string[]> {
  const faults: string[] = [];
  // NOTE: a mended file that a power cut takes back is mended, and told, again.
  const allowed = kept === undefined ? course.slice(acknowledged) : course;
  try {
    const alone = kept === undefined ? await stateWithoutCopies(disk.copy()) : undefined;
    const store = open(disk);
    const found = await stateOf(store, disk);
    const now = allowed.find((state) => isDeepStrictEqual(state, found));
    if (now === undefined)
      return [`found ${saidOf(found)} instead of one of ${allowed.map(saidOf).join(', ')}`];
    const lies = [...disk.contents().values()].some((bytes) => Buffer.from(bytes).toString() === kept);
    if (kept !== undefined && !lies) faults.push('what lay in the place of the file is gone');
    if (alone !== undefined && !allowed.some((state) => isDeepStrictEqual(state, alone)))
      faults.push(`without its copies, found ${saidOf(alone)}`);
    const further = withRule(asPublished(example), 0);
    const another = { ...draft(0), set: { ...draft(0).set, id: 'khac' } };
    await store.register(further, 0);
    await store.saveDraft(another, null);
    if (store.trouble !== null) faults.push(`still said to be in trouble: ${store.trouble}`);
    const after = await stateOf(open(disk), disk);
    const published = [...now.published, further];
    if (!isDeepStrictEqual(after, { ...now, published, drafts: [...now.drafts, another], troubled: [] }))
      faults.push(`after further writes, found ${saidOf(after)}`);
    const left = [...disk.contents().keys()].filter((path) =>
      /criteria-sets\/(drafts\/)?\.[^/]+\.tmp$/.test(path),
    );
    if (left.length > 0) faults.push(`left over: ${left.join(', ')}`);
  } catch (error) {
    faults.push(`the next start fails: ${error instanceof Error ? error.stack : error}`);
  }
  return faults;
}

async function stateOf(store: CriteriaStore, disk: SimulatedDisk): Promise<State> {
  const { published, drafts, troubled } = await store.read();
  const past = [...disk.contents()].flatMap(([path, bytes]) =>
    path.includes('/past-drafts/') ? [draftCodec('bo-moi.json').decode(bytes)] : [],
  );
  return { published, drafts, past, troubled: troubled.map(({ file: name }) => name) };
}

/** NOTE: a copy would make good what a write left half. */
async function stateWithoutCopies(disk: SimulatedDisk): Promise<State> {
  for (const path of disk.contents().keys()) if (path.includes('/backups/')) await disk.remove(path);
  return stateOf(open(disk), disk);
}

function saidOf({ published, drafts, past, troubled }: State): string {
  const versions = published.map(({ set, register }) => `${set.id}@${set.version} with ${register.length}`);
  return `[${[...versions, ...drafts.map(({ saves }) => `draft ${saves}`), ...past.map(() => 'past draft'), ...troubled].join(', ')}]`;
}

function isTold(error: unknown): boolean {
  const codes = ['storage_failed', 'damaged'];
  return error instanceof Refusal && codes.includes(error.code) && !error.message.endsWith('.');
}

export const criteriaScenarios: readonly Scenario[] = operations.map((operation) => ({
  name: operation.name,
  async prepare() {
    const disk = new SimulatedDisk();
    await disk.makeFolder(dataFolder);
    await operation.before(open(disk));
    operation.meanwhile?.(disk);
    const judged = new Map<string, Promise<string[]>>();
    return {
      before: disk.copy(),
      begin: async (files) => attempt(operation, files, judged),
    };
  },
}));
