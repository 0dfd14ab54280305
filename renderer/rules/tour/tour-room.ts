/**
 * A criteria room that exists only in this window: a set and its communes, to try everything with. It answers the same
 * calls as the program does, so that the screens are the real ones; nothing of it reaches the disk.
 */
import { impactOf, type Scorable } from '../../../criteria/rules/impact.ts';
import {
  asItStands,
  asPublished,
  type PublishedSet,
  type SetVersion,
  withConfirmations,
  withWithdrawal,
} from '../../../criteria/rules/published-set.ts';
import { countRules, rulesOf } from '../../../criteria/rules/rules.ts';
import { accepted, beginDraft, changedRules, type SetDraft } from '../../../criteria/rules/set-draft.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { setFaults } from '../../../criteria/set-faults.ts';
import type {
  ApiError,
  Args,
  CallApi,
  CriteriaOverview,
  Impact,
  Method,
  OpenedSet,
  SetLine,
  Value,
} from '../../../electron/api.ts';

export interface TourOptions {
  readonly set: CriteriaSet;
  /** Communes that are scored by the set. */
  readonly units: readonly Scorable[];
  readonly clock: () => Date;
  readonly hashOf: (set: CriteriaSet) => Promise<string>;
  /** What is said where the tour ends: calls that only the program itself can answer. */
  readonly notHere: string;
  readonly changedElsewhere: string;
  /** Told after each call that was answered, with the drafts and versions as they are then. */
  readonly onAnswered: (method: Method, room: TourState) => void;
}

export interface TourState {
  /** Oldest first. */
  readonly published: readonly PublishedSet[];
  readonly draft: SetDraft | null;
}

class TourRefusal extends Error {
  readonly code: ApiError['code'];

  constructor(code: ApiError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

type Answering = { readonly [M in Method]?: (args: Args<M>) => Promise<Value<M>> };

/** The calls of a room that begins with `options.set` and nothing else. */
export function tourRoom(options: TourOptions): CallApi {
  const room = new TourRoom(options);
  const answers = room.answers();
  return async (method, args) => {
    const answer = answers[method];
    if (answer === undefined) return { ok: false, error: { code: 'not_here', message: options.notHere } };
    try {
      const value = await answer(args);
      options.onAnswered(method, room.state);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof TourRefusal)
        return { ok: false, error: { code: error.code, message: error.message } };
      throw error;
    }
  };
}

class TourRoom {
  readonly #options: TourOptions;
  #published: readonly PublishedSet[];
  #draft: SetDraft | null = null;
  #inUse: SetVersion;

  constructor(options: TourOptions) {
    this.#options = options;
    this.#published = [asPublished(options.set)];
    this.#inUse = { id: options.set.id, version: options.set.version };
  }

  get state(): TourState {
    return { published: this.#published, draft: this.#draft };
  }

  answers(): Answering {
    return {
      'criteria.overview': () => this.#overview(),
      'criteria.current': async () => asItStands(this.#find(this.#inUse)),
      'criteria.get': async (version) => asItStands(this.#find(version)),
      'criteria.open': (version) => this.#opened(this.#find(version)),
      'criteria.confirm': ({ id, version, basedOn, rules, ...attestation }) =>
        this.#changeRegister({ id, version }, basedOn, (found) =>
          withConfirmations(found, rules, attestation, this.#now()),
        ),
      'criteria.withdraw': ({ id, version, basedOn, ...entry }) =>
        this.#changeRegister({ id, version }, basedOn, (found) =>
          withWithdrawal(found, { ...entry, at: this.#now() }),
        ),
      'criteria.use': ({ id, version }) => {
        this.#inUse = { id, version };
        return this.#overview();
      },
      'criteria.impact': async ({ of, set }) => this.#impact(asItStands(this.#find(of)), set),
      'setDrafts.begin': ({ from, as, by }) => {
        if (as !== null) throw new TourRefusal('not_here', this.#options.notHere);
        return this.#begin(from, by);
      },
      'setDrafts.open': async () => this.#needDraft(),
      'setDrafts.save': async ({ basedOn, set, readIn }) => {
        const draft = this.#needDraft(basedOn);
        this.#draft = { ...draft, set, readIn, saves: draft.saves + 1, updatedAt: this.#now() };
        return { saves: this.#draft.saves, updatedAt: this.#draft.updatedAt };
      },
      'setDrafts.accept': ({ basedOn, by, use }) => this.#accept(basedOn, by, use),
      'setDrafts.discard': ({ basedOn }) => {
        this.#needDraft(basedOn);
        this.#draft = null;
        return this.#overview();
      },
    };
  }

  #find({ id, version }: SetVersion): PublishedSet {
    const found = this.#published.find(({ set }) => set.id === id && set.version === version);
    if (found === undefined) throw new TourRefusal('unknown_criteria_set', this.#options.notHere);
    return found;
  }

  #needDraft(basedOn?: number): SetDraft {
    if (this.#draft === null) throw new TourRefusal('not_found', this.#options.notHere);
    if (basedOn !== undefined && basedOn !== this.#draft.saves)
      throw new TourRefusal('conflict', this.#options.changedElsewhere);
    return this.#draft;
  }

  async #changeRegister(
    version: SetVersion,
    basedOn: number,
    change: (found: PublishedSet) => PublishedSet,
  ): Promise<OpenedSet> {
    const found = this.#find(version);
    if (found.register.length !== basedOn) throw new TourRefusal('conflict', this.#options.changedElsewhere);
    const changed = change(found);
    this.#published = this.#published.map((one) => (one === found ? changed : one));
    return this.#opened(changed);
  }

  async #begin(from: SetVersion, by: string | null): Promise<SetDraft> {
    if (this.#draft !== null) throw new TourRefusal('already_exists', this.#options.changedElsewhere);
    const base = asItStands(this.#find(from));
    const version = Math.max(...this.#published.map(({ set }) => set.version)) + 1;
    const made = { at: this.#now(), by };
    this.#draft = beginDraft(base, await this.#options.hashOf(base), { id: base.id, version }, made);
    return this.#draft;
  }

  async #accept(basedOn: number, by: string | null, use: boolean): Promise<OpenedSet> {
    const draft = this.#needDraft(basedOn);
    const next = accepted(draft, this.#find(draft.basedOn), { at: this.#now(), by });
    const fault = setFaults(next.set)[0];
    if (fault !== undefined) throw new TourRefusal('invalid_input', fault.message);
    this.#published = [...this.#published, next];
    this.#draft = null;
    if (use) this.#inUse = { id: next.set.id, version: next.set.version };
    return this.#opened(next);
  }

  #impact(before: CriteriaSet, after: CriteriaSet): Impact {
    return { lines: this.#options.units.map((unit) => impactOf(before, after, unit)), unknown: [] };
  }

  async #opened(published: PublishedSet): Promise<OpenedSet> {
    const set = asItStands(published);
    return {
      published,
      set,
      hash: await this.#options.hashOf(set),
      builtIn: published === this.#published[0],
      entries: published.register.length,
    };
  }

  async #overview(): Promise<CriteriaOverview> {
    const sets = await Promise.all([...this.#published].reverse().map((one) => this.#line(one)));
    const draft = this.#draft;
    return {
      inUse: this.#inUse,
      sets,
      drafts:
        draft === null
          ? []
          : [
              {
                id: draft.set.id,
                version: draft.set.version,
                title: draft.set.title,
                basedOn: { id: draft.basedOn.id, version: draft.basedOn.version },
                changed: changedRules(draft, this.#find(draft.basedOn).set).length,
                updatedAt: draft.updatedAt,
              },
            ],
      troubled: [],
    };
  }

  async #line(published: PublishedSet): Promise<SetLine> {
    const { set, hash, builtIn } = await this.#opened(published);
    const isFirst = published === this.#published[0];
    const { units } = this.#options;
    const pinned = (status: Scorable['status']) =>
      isFirst ? units.filter((unit) => unit.status === status).length : 0;
    const { basedOn } = published;
    return {
      id: set.id,
      version: set.version,
      title: set.title,
      legalBasis: set.legalBasis,
      validFrom: set.validFrom,
      fictional: set.fictional === true,
      builtIn,
      madeAt: published.madeAt,
      madeBy: published.madeBy,
      basedOn: basedOn === null ? null : { id: basedOn.id, version: basedOn.version },
      rules: countRules(rulesOf(set)),
      hash,
      drafts: pinned('draft'),
      finals: pinned('final'),
    };
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}
