/** Criteria sets that are being corrected or written, from the first change to the version that they become. */
import type { Made } from '../../criteria/assessment.ts';
import type { PublishedSet, SetVersion } from '../../criteria/rules/published-set.ts';
import { setDifferences } from '../../criteria/rules/set-difference.ts';
import { accepted, beginDraft, type SetDraft } from '../../criteria/rules/set-draft.ts';
import { setFaults } from '../../criteria/set-faults.ts';
import type { SavedDraft } from '../api.ts';
import { dayInVietnam } from '../day-in-vietnam.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';
import type { CriteriaStore } from '../store/criteria-store.ts';
import { Turns } from '../store/turns.ts';
import { type CriteriaSets, needUsable } from './criteria-sets.ts';

export interface SetDraftsOptions {
  readonly store: CriteriaStore;
  readonly sets: CriteriaSets;
}

export class SetDrafts {
  readonly #options: SetDraftsOptions;
  readonly #turns = new Turns();
  /** By id what the latest draft became in this run, and the `saves` that it was accepted from. */
  readonly #became = new Map<string, { readonly saves: number; readonly published: PublishedSet }>();

  constructor(options: SetDraftsOptions) {
    this.#options = options;
  }

  begin(from: SetVersion, as: string | null, made: Made): Promise<SetDraft> {
    return this.#turns.inTurn(as ?? from.id, () => this.#begin(from, as, made));
  }

  async #begin(from: SetVersion, as: string | null, made: Made): Promise<SetDraft> {
    const { store, sets } = this.#options;
    const base = sets.pinned(from);
    const id = as ?? from.id;
    const version = await sets.nextVersion(id);
    if (as !== null && version > 1)
      throw new Refusal(
        'already_exists',
        `Trên máy này đã có bộ tiêu chí mang mã "${as}"; hãy chọn mã khác`,
        {
          path: 'as',
        },
      );
    const draft = beginDraft(base, hashOfSet(base), { id, version }, made);
    await store.saveDraft(draft, null);
    sets.keepDraft(draft);
    return draft;
  }

  /** The draft, or a Refusal (`not_found`). */
  open(id: string): SetDraft {
    const draft = this.#find(id);
    if (draft !== undefined) return draft;
    throw new Refusal(
      'not_found',
      `Không có bản soạn nào của bộ tiêu chí "${id}"; nếu bản soạn vừa được ban hành thì bản mới có trong danh sách các bộ tiêu chí`,
    );
  }

  #find(id: string): SetDraft | undefined {
    return this.#options.sets.drafts.find(({ set }) => set.id === id);
  }

  save(
    basedOn: number,
    changed: Pick<SetDraft, 'set' | 'readIn'>,
    id: string,
    at: string,
  ): Promise<SavedDraft> {
    return this.#turns.inTurn(id, () => this.#save(basedOn, changed, id, at));
  }

  async #save(
    basedOn: number,
    changed: Pick<SetDraft, 'set' | 'readIn'>,
    id: string,
    at: string,
  ): Promise<SavedDraft> {
    const { store, sets } = this.#options;
    const present = this.#at(id, basedOn);
    const { id: kept, version } = present.set;
    if (changed.set.id !== kept || changed.set.version !== version)
      throw new Refusal('invalid_input', 'Không đổi được mã và số bản của một bản soạn', { path: 'set.id' });
    const next: SetDraft = { ...present, ...changed, saves: basedOn + 1, updatedAt: at };
    await store.saveDraft(next, basedOn);
    sets.keepDraft(next);
    return { saves: next.saves, updatedAt: next.updatedAt };
  }

  /**
   * The version that the draft became; a Refusal (`invalid_input`, `conflict`) while it cannot become one, and
   * `not_eligible` for a fictional one that is to be used. Accepted once more from the same state it is what it became.
   */
  accept(id: string, basedOn: number, use: boolean, made: Made): Promise<PublishedSet> {
    return this.#turns.inTurn(id, async () => {
      const became = this.#became.get(id);
      const isDone = this.#find(id) === undefined && became?.saves === basedOn;
      if (isDone && became !== undefined) return this.#options.sets.need(became.published.set);
      const published = await this.#accept(id, basedOn, use, made);
      this.#became.set(id, { saves: basedOn, published });
      return published;
    });
  }

  async #accept(id: string, basedOn: number, use: boolean, made: Made): Promise<PublishedSet> {
    const { store, sets } = this.#options;
    const draft = this.#at(id, basedOn);
    if (use) needUsable(draft.set);
    const already = sets.outcomeOf(draft);
    if (already !== undefined) {
      await this.#remove(id, 'accepted');
      return already;
    }
    needPastDays(draft, dayInVietnam(made.at));
    const base = sets.need(draft.basedOn);
    const next = accepted(await this.#numbered(draft), base, made);
    needFaultless(draft, next);
    if (next.set.id === base.set.id && saysNothingNew(base, next))
      throw new Refusal('invalid_input', 'Bản soạn chưa sửa gì so với bản trước nên không ban hành được');
    await store.publish(next);
    sets.keep(next);
    await this.#remove(id, 'accepted');
    return next;
  }

  discard(id: string, basedOn: number): Promise<void> {
    return this.#turns.inTurn(id, async () => {
      this.#at(id, basedOn);
      await this.#remove(id, 'discarded');
    });
  }

  async #remove(id: string, how: 'accepted' | 'discarded'): Promise<void> {
    const { store, sets } = this.#options;
    await store.removeDraft(id, how);
    sets.forgetDraft(id);
  }

  #at(id: string, basedOn: number): SetDraft {
    const draft = this.open(id);
    if (draft.saves === basedOn) return draft;
    throw new Refusal('conflict', 'Bản soạn này vừa được sửa ở một cửa sổ khác; hãy tải lại rồi soạn tiếp');
  }

  /** With the next free number, where its own was taken or named meanwhile. */
  async #numbered(draft: SetDraft): Promise<SetDraft> {
    const { id, version } = draft.set;
    const next = await this.#options.sets.nextVersion(id);
    return next > version ? { ...draft, set: { ...draft.set, version: next } } : draft;
  }
}

function needPastDays({ readIn }: SetDraft, today: string): void {
  for (const [rule, { on }] of Object.entries(readIn))
    if (on > today)
      throw new Refusal('invalid_input', 'Ngày đối chiếu không được sau hôm nay', {
        path: `readIn.${rule}.on`,
      });
}

function needFaultless(draft: SetDraft, next: PublishedSet): void {
  const ofDraft = setFaults(draft.set);
  const faults = ofDraft.length > 0 ? ofDraft : setFaults(next.set);
  const [first] = faults;
  if (first === undefined) return;
  throw new Refusal('invalid_input', `Bộ tiêu chí còn ${faults.length} lỗi, trước hết: ${first.message}`, {
    path: first.path,
  });
}

/** Sources count for nothing: they say where rules come from, and change with them. */
function saysNothingNew(base: PublishedSet, next: PublishedSet): boolean {
  return setDifferences(base.set, { ...next.set, sources: base.set.sources }).length === 0;
}
