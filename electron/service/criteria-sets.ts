/** The criteria sets that this program knows, and how assessments are scored and listed by them. */
import type { Assessment } from '../../criteria/assessment.ts';
import {
  asItStands,
  asPublished,
  type PublishedSet,
  type SetVersion,
} from '../../criteria/rules/published-set.ts';
import { accepted, type SetDraft } from '../../criteria/rules/set-draft.ts';
import { type CriteriaSet, greatestVersion } from '../../criteria/schema.ts';
import type { AssessmentSummary } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';
import { publishedFileName, versionOfFile } from '../store/criteria-set-file.ts';
import type { StoredSets } from '../store/criteria-store.ts';
import { sha256OfJson } from '../store/sha256.ts';
import { summaryOf } from './assessments.ts';

/** Counts changes of what a line of the list says, so that lines remembered from before do not count. */
export const lineVersion = 2;

/** Where sets beyond those that come with the program are kept. */
export interface KeptSets {
  read(): Promise<StoredSets>;
  /** What new assessments use, null while nobody has chosen; `lost` when it is not known whether somebody has. */
  inUse(): Promise<SetVersion | null | 'lost'>;
  /** Puts a draft away that has become a version. */
  putAway(id: string): Promise<void>;
  /** Makes a line of every assessment whose line is not known, and so tells what they are pinned to. */
  list(): Promise<unknown>;
}

/**
 * What is known, in memory. It must be `ready` before anything else of it is asked; afterwards it is kept up by whoever
 * changes what is stored.
 */
export class CriteriaSets {
  readonly #builtIn: ReadonlyMap<string, CriteriaSet>;
  readonly #usualId: string;
  readonly #kept: KeptSets | undefined;
  readonly #published = new Map<string, PublishedSet>();
  readonly #standing = new WeakMap<PublishedSet, CriteriaSet>();
  readonly #drafts = new Map<string, SetDraft>();
  /** By version that is not here what is known of it by the assessments pinned to it: hashes that it had at finalising. */
  readonly #missed = new Map<string, { readonly version: SetVersion; readonly hashes: Set<string> }>();
  #troubled: StoredSets['troubled'] = [];
  #chosen: SetVersion | null | 'lost' = null;
  #ready: Promise<void> | undefined;

  /** `usualId` names the set that new assessments use while nobody has chosen one. */
  constructor(builtIn: ReadonlyMap<string, CriteriaSet>, usualId: string, kept?: KeptSets) {
    this.#builtIn = builtIn;
    this.#usualId = usualId;
    this.#kept = kept;
    for (const set of builtIn.values()) this.keep(asPublished(set));
  }

  /** Resolves once what is stored is known; what could not be read is read again. */
  ready(): Promise<void> {
    this.#ready ??= this.#load().then(
      () => {
        if (this.#chosen === 'lost') this.#ready = undefined;
      },
      (error: unknown) => {
        this.#ready = undefined;
        throw error;
      },
    );
    return this.#ready;
  }

  async #load(): Promise<void> {
    if (this.#kept === undefined) return;
    if (this.#chosen !== 'lost') {
      const { published, drafts, troubled } = await this.#kept.read();
      for (const one of published) this.keep(one);
      for (const draft of drafts) await this.#takeUp(draft, this.#kept);
      this.#troubled = troubled;
    }
    this.#chosen = await this.#kept.inUse();
  }

  /** NOTE: where the program broke off between publishing and putting the draft away, the draft is done with. */
  async #takeUp(draft: SetDraft, kept: KeptSets): Promise<void> {
    this.keepDraft(draft);
    if (this.outcomeOf(draft) === undefined) return;
    await kept.putAway(draft.set.id).then(
      () => this.forgetDraft(draft.set.id),
      () => undefined,
    );
  }

  /** The version that a draft has become already. */
  outcomeOf(draft: SetDraft): PublishedSet | undefined {
    const base = this.find(draft.basedOn);
    return base && this.published.find((published) => isOutcome(published, draft, base));
  }

  keep(published: PublishedSet): void {
    this.#published.set(keyOf(published.set), published);
  }

  keepDraft(draft: SetDraft): void {
    this.#drafts.set(draft.set.id, draft);
  }

  forgetDraft(id: string): void {
    this.#drafts.delete(id);
  }

  /** Every published version; nothing is told of their order. */
  get published(): readonly PublishedSet[] {
    return [...this.#published.values()];
  }

  get drafts(): readonly SetDraft[] {
    return [...this.#drafts.values()];
  }

  get troubled(): StoredSets['troubled'] {
    return this.#troubled;
  }

  /** For a damaged file that gave way to what is kept now. */
  forgetTrouble(version: SetVersion): void {
    this.#troubled = this.#troubled.filter(({ file }) => file !== publishedFileName(version));
  }

  isBuiltIn({ id, version }: SetVersion): boolean {
    return this.#builtIn.get(id)?.version === version;
  }

  find(version: SetVersion): PublishedSet | undefined {
    return this.#published.get(keyOf(version));
  }

  /** A published version, or a Refusal (`unknown_criteria_set`). */
  need(version: SetVersion): PublishedSet {
    const found = this.find(version);
    if (found !== undefined) return found;
    throw new Refusal(
      'unknown_criteria_set',
      `Chương trình không có bộ tiêu chí "${version.id}" bản ${version.version}; hãy nhập tệp của bộ tiêu chí đó`,
    );
  }

  /** As it stands with its register; the same object for the same state. */
  standing(published: PublishedSet): CriteriaSet {
    let set = this.#standing.get(published);
    if (set === undefined) {
      set = asItStands(published);
      this.#standing.set(published, set);
    }
    return set;
  }

  /** The set an assessment is pinned to as it stands, or a Refusal (`unknown_criteria_set`). */
  pinned(version: SetVersion): CriteriaSet {
    return this.standing(this.need(version));
  }

  /** What new assessments use: what was chosen, or else what came with the program. */
  get inUse(): SetVersion {
    if (this.#chosen !== null && this.#chosen !== 'lost') return this.#chosen;
    const usual = this.#builtIn.get(this.#usualId);
    if (usual === undefined) throw new Error(`no criteria set ${this.#usualId}`);
    return { id: usual.id, version: usual.version };
  }

  choose(version: SetVersion): void {
    this.#chosen = version;
  }

  /** The version in use as it stands; a Refusal when it cannot be read now, never another one in its place. */
  get current(): CriteriaSet {
    const usable = this.published.filter(({ set }) => set.fictional !== true);
    if (this.#chosen === 'lost' && usable.length > 1)
      throw new Refusal(
        'storage_failed',
        'Không đọc được cài đặt nên không biết cơ quan đang dùng bộ tiêu chí nào; hãy mở “Bộ tiêu chí” rồi chọn lại',
      );
    return this.pinned(this.inUse);
  }

  /** The newest version of a set; a Refusal (`unknown_criteria_set`) when there is none. */
  newestOf(id: string): SetVersion {
    const newest = this.newest(id);
    if (newest === null)
      throw new Refusal('unknown_criteria_set', `Chương trình không có bộ tiêu chí "${id}"`);
    return { id, version: newest.set.version };
  }

  /** The newest version of a set; null when there is none. */
  newest(id: string): PublishedSet | null {
    const versions = this.published.filter(({ set }) => set.id === id);
    return versions.sort((a, b) => b.set.version - a.set.version)[0] ?? null;
  }

  /**
   * The number that the next version of a set has: after all that are here, and all that are only named here. A Refusal
   * (`invalid_input`) where there is none left. NOTE: a number that is given out again lets other rules score what is
   * pinned to it.
   */
  async nextVersion(id: string): Promise<number> {
    await this.#kept?.list();
    const named = [
      ...this.published.flatMap(({ set, basedOn }) => [set, basedOn]),
      ...[...this.#missed.values()].map(({ version }) => version),
      ...this.drafts.map(({ basedOn }) => basedOn),
      ...this.#troubled.map(({ file }) => versionOfFile(file)),
      this.inUse,
    ];
    const next = Math.max(0, ...named.map((one) => (one?.id === id ? one.version : 0))) + 1;
    if (next <= greatestVersion) return next;
    throw new Refusal(
      'invalid_input',
      `Bộ tiêu chí "${id}" đã dùng hết các số bản; hãy soạn một bộ tiêu chí mới mang mã khác`,
    );
  }

  /** Hashes that a version which is not here had when assessments were finalised by it; empty where none tells. */
  async hashesOf(missed: SetVersion): Promise<ReadonlySet<string>> {
    await this.#kept?.list();
    return this.#missed.get(keyOf(missed))?.hashes ?? new Set();
  }

  /** A Refusal (`unknown_criteria_set`) for one whose version is not here; it is then known to be pinned to that. */
  lineOf(assessment: Assessment): AssessmentSummary {
    const { criteriaSet } = assessment;
    if (this.find(criteriaSet) === undefined) this.#miss(assessment);
    return summaryOf(this.pinned(criteriaSet), assessment);
  }

  #miss({ criteriaSet, finalised }: Assessment): void {
    const { id, version } = criteriaSet;
    const key = keyOf(criteriaSet);
    const missed = this.#missed.get(key) ?? { version: { id, version }, hashes: new Set() };
    for (const { rules, scorecard } of finalised)
      if (rules !== null && keyOf(scorecard.criteriaSet) === key) missed.hashes.add(rules);
    this.#missed.set(key, missed);
  }

  /** Names what the lines of assessments pinned to a version are derived by; empty for an unknown one. */
  setKey(version: SetVersion): string {
    const found = this.find(version);
    return found === undefined ? '' : hashOfSet(this.standing(found));
  }
}

function isOutcome(published: PublishedSet, draft: SetDraft, base: PublishedSet): boolean {
  const { set, madeAt, madeBy, basedOn } = published;
  if (set.id !== draft.set.id || madeAt === null || madeAt < draft.updatedAt) return false;
  const again = accepted({ ...draft, set: { ...draft.set, version: set.version } }, base, {
    at: madeAt,
    by: madeBy,
  });
  return sha256OfJson([again.set, again.basedOn]) === sha256OfJson([set, basedOn]);
}

/** Refuses a set that nothing may be assessed by (`not_eligible`). */
export function needUsable({ fictional }: Pick<CriteriaSet, 'fictional'>): void {
  if (fictional === true)
    throw new Refusal(
      'not_eligible',
      'Đây là bộ tiêu chí ví dụ, chỉ để tập dượt; không lập phiếu đánh giá theo bộ này được',
    );
}

function keyOf({ id, version }: SetVersion): string {
  return `${id}@${version}`;
}
