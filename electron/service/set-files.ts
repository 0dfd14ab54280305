/** Taking in criteria sets from files: what a file would bring, and what is kept of it. Nothing is overwritten. */
import { asItStands, type PublishedSet } from '../../criteria/rules/published-set.ts';
import type { Register } from '../../criteria/rules/register.ts';
import { countRules, rulesOf } from '../../criteria/rules/rules.ts';
import { setDifferences } from '../../criteria/rules/set-difference.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { SetFileCheck } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSet } from '../set-hash.ts';
import type { CriteriaStore } from '../store/criteria-store.ts';
import { sha256OfJson } from '../store/sha256.ts';
import type { CriteriaSets } from './criteria-sets.ts';
import { readSetFile } from './set-file-format.ts';

type Outlook = Extract<SetFileCheck, { state: 'readable' }>['outlook'];

interface Comparison {
  readonly outlook: Outlook;
  /** What would be kept here. */
  readonly becomes: PublishedSet;
  readonly comparedWith: PublishedSet | null;
  /** Entries of the register that are not here. */
  readonly added: Register;
}

export interface SetFilesOptions {
  readonly store: CriteriaStore;
  readonly sets: CriteriaSets;
  readonly clock: () => Date;
}

export class SetFiles {
  readonly #options: SetFilesOptions;

  constructor(options: SetFilesOptions) {
    this.#options = options;
  }

  async check(bytes: Uint8Array): Promise<SetFileCheck> {
    const { sets, clock } = this.#options;
    const read = readSetFile(bytes, clock());
    if (!read.ok) return { state: 'broken', faults: read.faults };
    const { outlook, becomes, comparedWith, added } = await this.#compared(read.published);
    const set = asItStands(read.published);
    return {
      state: 'readable',
      set,
      hash: hashOfSet(set),
      sealed: read.sealed,
      rules: countRules(rulesOf(set)),
      outlook,
      becomes: { id: becomes.set.id, version: becomes.set.version },
      comparedWith:
        comparedWith === null ? null : { id: comparedWith.set.id, version: comparedWith.set.version },
      differences:
        comparedWith === null ? [] : setDifferences(sets.standing(comparedWith), asItStands(becomes)),
      confirmations: added.filter(({ kind }) => kind === 'confirmed').length,
      withdrawals: added.filter(({ kind }) => kind === 'withdrawn').length,
    };
  }

  /** What is kept here afterwards; a Refusal (`invalid_input`) for a broken file. */
  async import(bytes: Uint8Array, by: string | null): Promise<PublishedSet> {
    const { store, sets, clock } = this.#options;
    const now = clock();
    const read = readSetFile(bytes, now);
    if (!read.ok) {
      const [fault] = read.faults;
      throw new Refusal(
        'invalid_input',
        `Tệp có ${read.faults.length} lỗi nên chưa nhập, trước hết: ${fault?.message}`,
        {
          path: fault?.path ?? '',
        },
      );
    }
    const { outlook, becomes, comparedWith } = await this.#compared(read.published);
    if (outlook === 'known') return becomes;
    const kept: PublishedSet = read.sealed ? becomes : { ...becomes, madeAt: now.toISOString(), madeBy: by };
    // NOTE: whoever takes a set in once more may do so because its file here is damaged.
    if (outlook === 'confirmations')
      await store.register(becomes, comparedWith?.register.length ?? 0, 'replaced');
    else await store.publish(kept, 'replaced');
    const after = outlook === 'confirmations' ? becomes : kept;
    sets.keep(after);
    sets.forgetTrouble(after.set);
    return after;
  }

  async #compared(read: PublishedSet): Promise<Comparison> {
    const { sets } = this.#options;
    const { id } = read.set;
    const comparedWith = sets.newest(id);
    if (sets.find(read.set) === undefined && !(await this.#isAnother(read)))
      return { outlook: 'new', becomes: read, comparedWith, added: read.register };
    const present = this.#sayingTheSame(read.set);
    if (present === undefined) {
      const set = { ...read.set, version: await sets.nextVersion(id) };
      return { outlook: 'taken', becomes: { ...read, set }, comparedWith, added: read.register };
    }
    const added = newerEntries(present.register, read.register);
    return {
      outlook: added.length === 0 ? 'known' : 'confirmations',
      becomes: { ...present, register: [...present.register, ...added] },
      comparedWith: present,
      added,
    };
  }

  /** The version that says the same under its number or, where that was taken, under the one that it was given here. */
  #sayingTheSame(set: CriteriaSet): PublishedSet | undefined {
    const { published } = this.#options.sets;
    return published
      .filter((one) => one.set.id === set.id)
      .sort((a, b) => Number(b.set.version === set.version) - Number(a.set.version === set.version))
      .find((one) => sha256OfJson({ ...one.set, version: set.version }) === sha256OfJson(set));
  }

  /** Whether assessments were finalised by another set of this id and version, which is not here any more. */
  async #isAnother({ set, register }: PublishedSet): Promise<boolean> {
    const unmet = new Set(await this.#options.sets.hashesOf(set));
    for (let entries = register.length; entries >= 0 && unmet.size > 0; entries -= 1)
      unmet.delete(hashOfSet(asItStands({ set, register: register.slice(0, entries) })));
    return unmet.size > 0;
  }
}

/**
 * The entries that are not here: all where the file goes on from what is here. NOTE: otherwise what is older than the word
 * that stands here on a rule must not take its place.
 */
function newerEntries(here: Register, there: Register): Register {
  if (sha256OfJson(there.slice(0, here.length)) === sha256OfJson(here)) return there.slice(here.length);
  const known = new Set(here.map((entry) => sha256OfJson(entry)));
  const latest = new Map(here.map(({ rule, at }) => [rule, Date.parse(at)]));
  return there.filter(
    (entry) =>
      !known.has(sha256OfJson(entry)) &&
      Date.parse(entry.at) >= (latest.get(entry.rule) ?? Number.NEGATIVE_INFINITY),
  );
}
