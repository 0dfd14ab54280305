import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../../electron/refusal.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { recovered, restored } from '../../electron/store/restoring.ts';
import { brokenProtocols, type Protocol, rightProtocol } from './broken-protocols.ts';
import { emptyDraft, filled, finalisedAt, idOf, openStore, reopenedAt, typed } from './proof-store.ts';
import { errorCodes, SimulatedDisk } from './simulated-disk.ts';
import { saidOf, same } from './store-attempt.ts';

const runs = process.env.LONG_PROOF === '1' ? 5_000 : 200;
const now = new Date('2026-11-02T08:00:00.000Z');
const at = now.toISOString();
const codes = ['00001', '00002'];

const code = fc.constantFrom(...codes);
const steps = {
  create: fc.record({ step: fc.constant('create' as const), code }),
  type: fc.record({ step: fc.constant('type' as const), code, value: fc.nat(999) }),
  finalise: fc.record({ step: fc.constant('finalise' as const), code }),
  reopen: fc.record({ step: fc.constant('reopen' as const), code }),
  restore: fc.record({ step: fc.constant('restore' as const), code, nth: fc.nat(4) }),
  list: fc.record({ step: fc.constant('list' as const) }),
  backUp: fc.record({ step: fc.constant('back up' as const) }),
  damage: fc.record({ step: fc.constant('damage' as const), code, byte: fc.nat(100_000) }),
  restart: fc.record({ step: fc.constant('restart' as const) }),
  powerCut: fc.record({ step: fc.constant('power cut' as const), inCalls: fc.nat(40), way: fc.nat(100) }),
  failure: fc.record({
    step: fc.constant('failure' as const),
    inCalls: fc.nat(30),
    code: fc.constantFrom(...errorCodes),
    effect: fc.constantFrom('none' as const, 'half' as const, 'whole' as const),
    forEver: fc.boolean(),
  }),
  mend: fc.record({ step: fc.constant('mend' as const) }),
};
const walk = fc.array(
  fc.oneof(
    { arbitrary: steps.create, weight: 3 },
    { arbitrary: steps.type, weight: 8 },
    ...Object.values(steps).map((arbitrary) => ({ arbitrary: arbitrary as fc.Arbitrary<Step>, weight: 2 })),
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
);
type Step = {
  [K in keyof typeof steps]: (typeof steps)[K] extends fc.Arbitrary<infer T> ? T : never;
}[keyof typeof steps];

/** What the person may find: the state last acknowledged, or one that was tried since without word. */
class Expectation {
  allowed: (Assessment | undefined)[] = [undefined];

  acknowledge(state: Assessment): void {
    this.allowed = [state];
  }

  expect(found: Assessment | undefined): void {
    if (!this.allowed.some((state) => same(state, found)))
      expect.fail(`found ${saidOf(found)} instead of one of ${this.allowed.map(saidOf).join(', ')}`);
  }
}

/** A person at the machine, whose disk fails and whose power goes. */
class Walker {
  readonly #protocol: Protocol;
  #disk = new SimulatedDisk();
  #store: AssessmentStore;
  readonly #expected = new Map(codes.map((code) => [code, new Expectation()]));
  /** Whether a call may fail now. */
  #failing = false;
  #cut: number | undefined;

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
    this.#store = this.#start();
  }

  #start(): AssessmentStore {
    const files = this.#protocol(this.#disk);
    return openStore('/data', { files, clock: () => now, wait: async () => undefined });
  }

  async take(step: Step): Promise<void> {
    const going = this.#take(step).then(() => true);
    if (await Promise.race([going, this.#disk.stopped.then(() => false)])) return;
    const ways = this.#disk.powerCuts;
    const way = ways[(this.#cut ?? 0) % ways.length];
    if (way === undefined) throw new Error('no way');
    this.#disk = this.#disk.afterPowerCut(way);
    this.#cut = undefined;
    this.#failing = false;
    this.#store = this.#start();
    await this.expectAll();
  }

  async expectAll(): Promise<void> {
    for (const code of codes) this.#of(code).expect(await this.#open(code));
    const { lines, troubled } = await this.#store.list();
    expect(troubled).toEqual([]);
    for (const code of codes) {
      const found = await this.#open(code);
      expect(lines.find(({ id }) => id === idOf(code))?.updatedAt).toEqual(found?.updatedAt);
    }
  }

  /** Ends all failing, so that everything can be looked at. */
  async end(): Promise<void> {
    this.#disk.strikeBy({});
    this.#failing = false;
    await this.expectAll();
  }

  async #take(step: Step): Promise<unknown> {
    switch (step.step) {
      case 'create': {
        const draft = emptyDraft(step.code, at);
        return this.#try(step.code, draft, () => this.#store.create(draft).then(() => draft));
      }
      case 'type':
        return this.#change(step.code, typed(step.value, at));
      case 'finalise':
        await this.#change(step.code, filled(at));
        return this.#change(step.code, finalisedAt(at));
      case 'reopen':
        return this.#change(step.code, reopenedAt(at), 'reopening');
      case 'restore':
        return this.#restore(step.code, step.nth);
      case 'list':
        return this.#bear(() => this.#store.list());
      case 'back up':
        return this.#store.settled();
      case 'damage':
        return this.#damage(step.code, step.byte);
      case 'restart':
        await this.#store.settled();
        this.#store = this.#start();
        return;
      case 'power cut':
        this.#cut = step.way;
        this.#failing = false;
        this.#disk.strikeBy({ stopAt: step.inCalls });
        return;
      case 'failure':
        if (this.#cut !== undefined) return;
        this.#failing = true;
        this.#disk.strikeBy({ failure: { ...step, at: step.inCalls } });
        return;
      case 'mend':
        if (this.#failing) this.#disk.strikeBy({});
        this.#failing = false;
        return;
    }
  }

  #of(code: string): Expectation {
    const expectation = this.#expected.get(code);
    if (expectation === undefined) throw new Error(`no ${code}`);
    return expectation;
  }

  /** Undefined where there is none, or where the disk does not let it be read. */
  async #open(code: string): Promise<Assessment | undefined> {
    try {
      const { assessment } = await this.#store.open(idOf(code));
      return assessment;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not_found')) this.#needReason(error);
      return undefined;
    }
  }

  async #change(
    code: string,
    change: (assessment: Assessment) => Assessment,
    before?: 'reopening',
  ): Promise<void> {
    const now = await this.#open(code);
    if (now === undefined) return;
    let next: Assessment;
    try {
      next = { ...change(now), saves: now.saves + 1 };
    } catch (error) {
      // What the state of the assessment does not allow.
      if (error instanceof Refusal) return;
      throw error;
    }
    await this.#try(code, next, () => this.#store.change(now.id, now.saves, change, before));
  }

  async #restore(code: string, nth: number): Promise<void> {
    const present = await this.#open(code);
    if (present?.status !== 'draft') return;
    const backups = await this.#store.shelf.list(present.id).catch(() => []);
    await this.#bear(async () => {
      const chosen = backups[nth % backups.length];
      if (chosen === undefined) return;
      const next = restored(present, await this.#store.openBackup(present.id, chosen.file), now);
      await this.#try(code, { ...next, saves: present.saves + 1 }, () =>
        this.#store.restore(present.id, chosen.file, present.saves),
      );
    });
  }

  /** A bit of the file flips after its state was backed up: the same comes back from the backup. */
  async #damage(code: string, byte: number): Promise<void> {
    if (this.#failing || this.#cut !== undefined) return;
    const present = await this.#open(code);
    await this.#store.settled();
    const path = `/data/assessments/${idOf(code)}.json`;
    const bytes = this.#disk.contents().get(path)?.slice();
    if (present === undefined || bytes === undefined) return;
    const [newest] = await this.#store.shelf.list(present.id);
    // NOTE: after a stop between a save and its backup there is none of this state until the next save.
    if (newest === undefined || !same(await this.#store.shelf.open(newest), present)) return;
    bytes[byte % bytes.length] = (bytes[byte % bytes.length] ?? 0) ^ 0x80;
    this.#disk.place(path, bytes);
    const back = recovered(present, at, 'damaged');
    expect(same(await this.#open(code), back)).toBe(true);
    this.#of(code).acknowledge(back);
    expect((await this.#store.damaged.list()).some(({ id }) => id === present.id)).toBe(true);
  }

  async #try(code: string, next: Assessment, work: () => Promise<Assessment>): Promise<void> {
    const expectation = this.#of(code);
    expectation.allowed.push(next);
    try {
      expectation.acknowledge(await work());
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'already_exists')) this.#needReason(error);
      else expectation.allowed.pop();
    }
  }

  async #bear(work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => this.#needReason(error));
  }

  /** A failure is a sentence for the person, and happens only where the disk fails. */
  #needReason(error: unknown): void {
    if (!(error instanceof Refusal) || !this.#failing) throw error;
  }
}

const walks = (protocol: Protocol) =>
  fc.asyncProperty(walk, async (taken) => {
    const walker = new Walker(protocol);
    for (const step of taken) await walker.take(step);
    await walker.end();
  });

describe('a store on a disk that fails and a machine that loses power', () => {
  test(
    `keeps what it acknowledged through ${runs} random walks`,
    async () => {
      await fc.assert(walks(rightProtocol), { numRuns: runs });
    },
    runs * 1_000,
  );

  test.each(['files are not synced', 'folders are not synced'])(
    'is found by such walks to lose something when %s',
    async (how) => {
      const { failed } = await fc.check(walks(brokenProtocols[how] ?? rightProtocol), {
        numRuns: 5_000,
        endOnFailure: true,
      });
      expect(failed).toBe(true);
    },
  );
});
