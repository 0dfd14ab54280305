/** People at a machine with two windows, whose disk fails, whose power goes and whose files other programs change. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../../electron/refusal.ts';
import { encodeAssessment } from '../../electron/store/assessment-file.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { recovered, restored, restoredInPlaceOfLost } from '../../electron/store/restoring.ts';
import type { Protocol } from './broken-protocols.ts';
import {
  by,
  emptyDraft,
  filled,
  finalisedAt,
  idOf,
  instantOf,
  lineOf,
  openStore,
  reopenedAt,
  typed,
} from './proof-store.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { saidOf } from './store-attempt.ts';
import { alike, Expectation } from './walk-expectation.ts';
import { codes, type Step } from './walk-steps.ts';

type Change = (assessment: Assessment) => Assessment;

/** A page that shows an assessment, as it was last told of it. */
interface Page {
  readonly shown: Assessment;
  /** What could not be saved, by which run of the program, and whether nobody else has tried anything since. */
  readonly failed?: { readonly change: Change; readonly store: AssessmentStore; readonly alone: boolean };
}

export class Walker {
  readonly #protocol: Protocol;
  #disk = new SimulatedDisk();
  #store: AssessmentStore;
  readonly #expected = new Map(codes.map((code) => [code, new Expectation()]));
  /** By code and number of the window. */
  readonly #pages = new Map<string, Page>();
  /** Whether a call may fail now. */
  #failing = false;
  #cut: number | undefined;
  /** In seconds. */
  #time = 0;

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
    this.#store = this.#start();
  }

  #start(): AssessmentStore {
    const files = this.#protocol(this.#disk);
    return openStore('/data', { files, clock: () => new Date(this.#now()), wait: async () => undefined });
  }

  /** A look at the disk on which nothing fails, and which changes nothing. */
  #calmly(): AssessmentStore {
    return openStore('/data', { files: this.#disk.copy() });
  }

  #now(): string {
    return instantOf(this.#time);
  }

  /** An instant that nothing has happened at. */
  #tick(): string {
    this.#time += 1;
    return this.#now();
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
    this.#pages.clear();
    this.#store = this.#start();
    await this.expectAll();
  }

  async expectAll(): Promise<void> {
    const missing: string[] = [];
    const all = new Map<string, Assessment | undefined>();
    for (const code of codes) {
      const id = idOf(code);
      const found = await this.#open(code);
      this.#of(code).find(found);
      all.set(id, found);
      if (found === undefined && (await this.#store.shelf.list(id)).length > 0)
        missing.push(`${id}.json missing`);
    }
    // NOTE: after opening, because a save that failed, was backed up and was then undone by a power cut comes back only then.
    const { lines, troubled } = await this.#store.list();
    for (const [id, found] of all)
      expect(lines.find((line) => line.id === id)).toEqual(found && lineOf(found));
    expect(troubled.map(({ file, kind }) => `${file} ${kind}`)).toEqual(missing);
  }

  async end(): Promise<void> {
    this.#disk.strikeBy({});
    this.#failing = false;
    await this.expectAll();
    await this.#store.settled();
    expect(await this.#store.keeper.troubles()).toEqual([]);
    for (const code of codes) {
      const found = await this.#open(code);
      if (found !== undefined)
        expect((await this.#store.shelf.newestGood(found.id))?.assessment).toEqual(found);
    }
  }

  async #take(step: Step): Promise<unknown> {
    switch (step.step) {
      case 'create':
        return this.#create(step.code);
      case 'open':
        return this.#show(step);
      case 'type': {
        const at = this.#tick();
        return this.#change(step, typed(step.value, at));
      }
      case 'try again':
        return this.#tryAgain(step);
      case 'finalise':
        await this.#change({ ...step, anew: true }, filled(this.#tick()));
        return this.#change(step, finalisedAt(this.#tick()));
      case 'reopen':
        return this.#change({ ...step, anew: true }, reopenedAt(this.#tick()), 'reopening');
      case 'restore':
        return this.#restore(step.code, step.nth);
      case 'list':
        return this.#quiet ? this.expectAll() : this.#bear(() => this.#store.list());
      case 'back up':
        return this.#store.settled();
      case 'damage':
        return this.#spoil(step, 'damaged', async (_present, bytes) => {
          const at = step.nth % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ 0x80;
          return bytes;
        });
      case 'put an old copy in place':
        return this.#spoil(step, 'outdated', (present) => this.#oldCopy(present, step.nth));
      case 'put another state in place':
        return this.#spoil(step, 'outdated', async (present) =>
          encodeAssessment({ ...present, unit: { ...present.unit, name: `Xã khác ${step.nth}` } }),
        );
      case 'take away':
        return this.#takeAway(step.code);
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

  /** Whether nothing is about to fail. */
  get #quiet(): boolean {
    return !this.#failing && this.#cut === undefined;
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

  async #create(code: string): Promise<void> {
    const draft = emptyDraft(code, this.#tick());
    const expectation = this.#of(code);
    const wasFree = expectation.mayBe(undefined);
    expectation.try(draft);
    try {
      await this.#store.create(draft);
      if (!wasFree) expect.fail(`${code} was created over another`);
      expectation.acknowledge(draft);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'already_exists') return expectation.refuse(draft);
      this.#needReason(error);
    }
    this.#disturb(code);
  }

  /** What a page shows: what it was told last, or what it opens now. */
  async #show({
    code,
    window,
    anew = true,
  }: {
    code: string;
    window: number;
    anew?: boolean;
  }): Promise<Page | undefined> {
    const key = `${code} ${window}`;
    const page = this.#pages.get(key);
    if (page !== undefined && !anew) return page;
    const shown = await this.#open(code);
    if (shown === undefined) return undefined;
    const opened = { shown };
    this.#pages.set(key, opened);
    return opened;
  }

  async #change(
    at: { readonly code: string; readonly window: number; readonly anew?: boolean },
    change: Change,
    before?: 'reopening',
  ): Promise<void> {
    const page = await this.#show({ anew: false, ...at });
    if (page === undefined) return;
    const { code, window } = at;
    const key = `${code} ${window}`;
    const { shown } = page;
    let next: Assessment;
    try {
      next = change(shown);
    } catch (error) {
      // What the state of the assessment does not allow.
      if (error instanceof Refusal) return;
      throw error;
    }
    const expectation = this.#of(code);
    const alone = page.failed?.alone === true && page.failed.store === this.#store;
    const isCertain = !expectation.inDoubt || alone;
    const mayBe = expectation.mayBe(shown);
    const mayBeGone = expectation.mayBe(undefined);
    expectation.try(next);
    try {
      const saved = await this.#store.change(shown.id, shown.saves, change, before);
      if (!mayBe) expect.fail(`${saidOf(shown)} was changed, which is gone`);
      if (!alike(saved, next) || saved.saves <= shown.saves)
        expect.fail(`${saidOf(saved)} was not asked for`);
      expectation.acknowledge(saved);
      this.#pages.set(key, { shown: saved });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'conflict') {
        expectation.refuse(next);
        if (mayBe && isCertain)
          expect.fail(`a conflict over ${saidOf(shown)}, which nobody else has changed`);
        this.#pages.delete(key);
        return;
      }
      if (error.code === 'not_found' && mayBeGone) {
        expectation.refuse(next);
        this.#pages.delete(key);
        return;
      }
      this.#needReason(error);
      this.#disturb(code);
      this.#pages.set(key, { shown, failed: { change, store: this.#store, alone: isCertain && mayBe } });
      return;
    }
    this.#disturb(code, key);
  }

  async #tryAgain(at: { readonly code: string; readonly window: number }): Promise<void> {
    const failed = this.#pages.get(`${at.code} ${at.window}`)?.failed;
    if (failed !== undefined) await this.#change(at, failed.change);
  }

  /** What failed in other windows is no longer all that was tried. */
  #disturb(code: string, but?: string): void {
    for (const [key, page] of this.#pages)
      if (key.startsWith(code) && key !== but && page.failed !== undefined)
        this.#pages.set(key, { ...page, failed: { ...page.failed, alone: false } });
  }

  async #restore(code: string, nth: number): Promise<void> {
    const at = this.#tick();
    const id = idOf(code);
    const present = await this.#open(code);
    if (present?.status === 'final') return;
    const { shelf } = this.#calmly();
    const backups = await shelf.list(id);
    const chosen = backups[nth % backups.length];
    if (chosen === undefined) return;
    const backup = await shelf.open(chosen);
    const newest = (await shelf.newestGood(id))?.assessment ?? backup;
    await this.#bear(async () => {
      const next =
        present === undefined
          ? restoredInPlaceOfLost(newest, backup, 0, { at, by })
          : restored(present, backup, { at, by });
      await this.#try(code, next, () =>
        this.#store.restore(id, chosen.file, present === undefined ? null : present.saves, by),
      );
    });
  }

  async #try(code: string, next: Assessment, work: () => Promise<Assessment>): Promise<void> {
    const expectation = this.#of(code);
    const { highest } = expectation;
    expectation.try(next);
    try {
      const saved = await work();
      if (!alike(saved, next) || saved.saves <= highest) expect.fail(`${saidOf(saved)} was not asked for`);
      expectation.acknowledge(saved);
    } catch (error) {
      this.#needReason(error);
    }
    this.#disturb(code);
  }

  /** Undefined where there is none that is older. */
  async #oldCopy(present: Assessment, nth: number): Promise<Uint8Array | undefined> {
    const older = (await this.#store.shelf.list(present.id)).filter(({ saves }) => saves < present.saves);
    const chosen = older[nth % older.length];
    return chosen && this.#store.shelf.bytes(chosen);
  }

  /** Other bytes come to lie in the file after its state was backed up: the same comes back from the backup. */
  async #spoil(
    { code, by }: { readonly code: string; readonly by: 'opening' | 'listing' | 'a change' },
    because: 'damaged' | 'outdated',
    make: (present: Assessment, bytes: Uint8Array) => Promise<Uint8Array | undefined>,
  ): Promise<void> {
    if (!this.#quiet) return;
    this.#tick();
    const present = await this.#open(code);
    await this.#store.settled();
    const path = pathOf(code);
    const bytes = this.#disk.contents().get(path);
    if (present === undefined || bytes === undefined) return;
    const spoilt = await make(present, bytes.slice());
    if (spoilt === undefined) return;
    this.#disk.place(path, spoilt);
    if (by === 'listing')
      expect((await this.#store.list()).troubled.filter(({ id }) => id === present.id)).toEqual([]);
    if (by === 'a change')
      await expect(this.#store.change(present.id, present.saves, typed(0))).rejects.toMatchObject({
        code: 'conflict',
      });
    const found = await this.#open(code);
    const expectation = this.#of(code);
    expect(alike(found, recovered(present, 0, { at: '', by: null }, because))).toBe(true);
    expect(found?.saves).toBeGreaterThan(expectation.highest);
    expectation.acknowledge(found);
    this.#disturb(code);
    const asides = [...this.#disk.contents()].filter(([aside]) =>
      aside.startsWith(`/data/damaged/${present.id}`),
    );
    expect(asides.some(([, aside]) => isDeepStrictEqual(aside, spoilt))).toBe(true);
  }

  /** The file goes after its state was backed up: it is missed, and comes back only when a person asks for it. */
  async #takeAway(code: string): Promise<void> {
    if (!this.#quiet) return;
    const present = await this.#open(code);
    await this.#store.settled();
    if (present === undefined) return;
    this.#disk.takeAway(pathOf(code));
    this.#of(code).acknowledge(undefined);
    this.#disturb(code);
    await this.expectAll();
  }

  async #bear(work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => this.#needReason(error));
  }

  /** A failure is a sentence for the person, and happens only where the disk fails. */
  #needReason(error: unknown): void {
    if (!(error instanceof Refusal) || !this.#failing) throw error;
  }
}

const pathOf = (code: string) => `/data/assessments/${idOf(code)}.json`;
