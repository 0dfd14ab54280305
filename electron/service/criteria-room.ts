/** The criteria room: what sets there are, who confirmed which rule of them, and which of them new assessments use. */
import {
  type PublishedSet,
  type SetVersion,
  UnknownRuleError,
  withConfirmations,
  withWithdrawal,
} from '../../criteria/rules/published-set.ts';
import {
  type Attestation,
  mostConfirmed,
  type Register,
  type RegisterEntry,
  standing,
} from '../../criteria/rules/register.ts';
import { countRules, rulesOf } from '../../criteria/rules/rules.ts';
import { changedRules } from '../../criteria/rules/set-draft.ts';
import type { AssessmentSummary, CriteriaOverview, OpenedSet, SetDraftLine, SetLine } from '../api.ts';
import { dayInVietnam } from '../day-in-vietnam.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { type CriteriaSets, needUsable } from './criteria-sets.ts';

export interface CriteriaRoomOptions {
  readonly store: AssessmentStore;
  readonly sets: CriteriaSets;
  readonly clock: () => Date;
}

export class CriteriaRoom {
  readonly #options: CriteriaRoomOptions;

  constructor(options: CriteriaRoomOptions) {
    this.#options = options;
  }

  async overview(): Promise<CriteriaOverview> {
    const { store, sets } = this.#options;
    const { lines } = await store.list();
    return {
      inUse: sets.inUse,
      sets: this.#inOrder(sets.published).map((one) => this.#line(one, lines)),
      drafts: sets.drafts.map((draft): SetDraftLine => {
        const { id, version } = draft.basedOn;
        const base = sets.find({ id, version });
        return {
          id: draft.set.id,
          version: draft.set.version,
          title: draft.set.title,
          basedOn: { id, version },
          changed: base === undefined ? 0 : changedRules(draft, base.set).length,
          updatedAt: draft.updatedAt,
        };
      }),
      troubled: sets.troubled,
    };
  }

  open(version: SetVersion): OpenedSet {
    return this.opened(this.#options.sets.need(version));
  }

  opened(published: PublishedSet): OpenedSet {
    const { sets } = this.#options;
    const set = sets.standing(published);
    return {
      published,
      set,
      hash: hashOfSet(set),
      builtIn: sets.isBuiltIn(set),
      entries: published.register.length,
    };
  }

  async confirm(
    version: SetVersion,
    basedOn: number,
    rules: readonly string[],
    attestation: Attestation,
  ): Promise<OpenedSet> {
    const today = dayInVietnam(this.#now());
    if (attestation.on > today)
      throw new Refusal('invalid_input', 'Ngày đối chiếu không được sau hôm nay', { path: 'on' });
    return this.#change(version, basedOn, (published) => {
      const known = standing(published.register);
      const unlike = [...new Set(rules)].filter((rule) => !isOf(known.get(rule), attestation));
      if (unlike.length === 0) return published;
      if (published.register.length + unlike.length > mostConfirmed)
        throw new Refusal(
          'invalid_input',
          'Sổ đối chiếu của bản này đã đầy; hãy ban hành một bản mới rồi đối chiếu tiếp ở đó',
        );
      return withConfirmations(published, unlike, attestation, this.#after(published.register, unlike));
    });
  }

  withdraw(
    version: SetVersion,
    basedOn: number,
    entry: { readonly rule: string; readonly by: string | null; readonly reason: string },
  ): Promise<OpenedSet> {
    return this.#change(version, basedOn, (published) => {
      if (!standing(published.register).has(entry.rule))
        throw new Refusal('invalid_input', 'Quy tắc này chưa có ai đối chiếu nên không có gì để rút', {
          path: 'rule',
        });
      return withWithdrawal(published, { ...entry, at: this.#after(published.register, [entry.rule]) });
    });
  }

  async use(version: SetVersion): Promise<CriteriaOverview> {
    await this.choose(version);
    return this.overview();
  }

  /** Refused for a fictional set (`not_eligible`). */
  async choose({ id, version }: SetVersion): Promise<void> {
    const { store, sets } = this.#options;
    needUsable(sets.need({ id, version }).set);
    await store.settings.change((settings) => ({ ...settings, criteriaInUse: { id, version } }));
    sets.choose({ id, version });
  }

  async #change(
    version: SetVersion,
    basedOn: number,
    change: (published: PublishedSet) => PublishedSet,
  ): Promise<OpenedSet> {
    const { store, sets } = this.#options;
    const present = sets.need(version);
    if (present.register.length !== basedOn)
      throw new Refusal(
        'conflict',
        'Việc đối chiếu bộ tiêu chí này vừa được ghi thêm ở một cửa sổ khác; hãy tải lại rồi thử lại',
      );
    let next: PublishedSet;
    try {
      next = change(present);
    } catch (error) {
      if (!(error instanceof UnknownRuleError)) throw error;
      throw new Refusal('invalid_input', `Bộ tiêu chí không có quy tắc "${error.message}"`, {
        path: 'rule',
      });
    }
    if (next === present) return this.opened(present);
    await store.criteria.register(next, basedOn);
    sets.keep(next);
    return this.opened(next);
  }

  /** Sets in use first and fictional ones last, each with its newest version first. */
  #inOrder(published: readonly PublishedSet[]): readonly PublishedSet[] {
    const { inUse } = this.#options.sets;
    const rank = ({ set }: PublishedSet) => (set.id === inUse.id ? 0 : set.fictional === true ? 2 : 1);
    return [...published].sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.set.id < b.set.id ? -1 : a.set.id > b.set.id ? 1 : b.set.version - a.set.version),
    );
  }

  #line(published: PublishedSet, lines: readonly AssessmentSummary[]): SetLine {
    const { set, hash, builtIn } = this.opened(published);
    const { basedOn, madeAt, madeBy } = published;
    const pinned = lines.filter(
      ({ criteriaSet }) => criteriaSet.id === set.id && criteriaSet.version === set.version,
    );
    return {
      id: set.id,
      version: set.version,
      title: set.title,
      legalBasis: set.legalBasis,
      validFrom: set.validFrom,
      fictional: set.fictional === true,
      builtIn,
      madeAt,
      madeBy,
      basedOn: basedOn === null ? null : { id: basedOn.id, version: basedOn.version },
      rules: countRules(rulesOf(set)),
      hash,
      drafts: pinned.filter(({ status }) => status === 'draft').length,
      finals: pinned.filter(({ status }) => status === 'final').length,
    };
  }

  /**
   * Now, or just after the last word on any of the rules. NOTE: one that seems older than what it takes back would not count
   * on another machine.
   */
  #after(register: Register, rules: readonly string[]): string {
    const last = register.flatMap(({ rule, at }) => (rules.includes(rule) ? [Date.parse(at) + 1] : []));
    const now = this.#options.clock().getTime();
    return new Date(last.reduce((latest, at) => Math.max(latest, at), now)).toISOString();
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

/** Whether a confirmation says just this. */
function isOf(known: RegisterEntry | undefined, { by, on, in: readIn }: Attestation): boolean {
  return known?.kind === 'confirmed' && known.by === by && known.on === on && known.in === readIn;
}
