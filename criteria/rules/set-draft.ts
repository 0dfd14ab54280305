/**
 * A criteria set that is being corrected or written anew, and what it becomes when it is accepted: a new version. The draft
 * always has the shape of a set; what must hold between its parts is checked as it changes, and before it is accepted.
 */
import { z } from 'zod';
import { assessorSchema, type Made } from '../assessment.ts';
import { type CriteriaSet, criteriaSetSchema, type Provenance } from '../schema.ts';
import { basisSchema, type PublishedSet, type SetVersion } from './published-set.ts';
import { attestationSchema, type RegisterEntry, ruleKeySchema, standing } from './register.ts';
import { rulesOf, saysTheSame, withProvenances } from './rules.ts';

export const setDraftSchema = z.strictObject({
  /** With the id and version that it is to have. There is one draft of an id at a time, and it is named by it. */
  set: criteriaSetSchema,
  /** What it is corrected or copied from. A draft of another id is a new set: nothing in it has been read yet. */
  basedOn: basisSchema,
  /** By rule key: where a rule was read as it is written here. Counts only while the rule says something else than before. */
  readIn: z.record(ruleKeySchema, attestationSchema),
  /** Counts saves, so that a save based on an older state is refused instead of overwriting. */
  saves: z.int().min(0),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Who began it. */
  by: assessorSchema.nullable(),
});
export type SetDraft = z.infer<typeof setDraftSchema>;

/** The sources of what is not the decision's own any more, and not yet read there either. */
export const correctedSource = 'office-corrected';
export const copiedSource = 'office-copied';

const officeSources = {
  [correctedSource]: {
    kind: 'stand_in',
    vi: 'Cơ quan sử dụng đã sửa trên chương trình; chưa ghi điều khoản đã đối chiếu',
    en: 'Corrected by the office in this program; no article has been noted yet',
  },
  [copiedSource]: {
    kind: 'stand_in',
    vi: 'Chép từ một bộ tiêu chí khác; chưa đối chiếu với văn bản của bộ tiêu chí này',
    en: 'Copied from another criteria set; not yet read in the text of this one',
  },
} as const satisfies CriteriaSet['sources'];

/** A draft that still says what it was made from. `as` is the id and version that it is to have. */
export function beginDraft(base: CriteriaSet, hash: string, as: SetVersion, { at, by }: Made): SetDraft {
  const { fictional: _of, ...rest } = base;
  const same = as.id === base.id;
  return {
    set: { ...(same ? base : rest), id: as.id, version: as.version },
    basedOn: { id: base.id, version: base.version, hash },
    readIn: {},
    saves: 0,
    createdAt: at,
    updatedAt: at,
    by,
  };
}

/** The rules of the draft that say something else than in its basis, or are new; all of them in a new set. */
export function changedRules({ set }: Pick<SetDraft, 'set'>, base: CriteriaSet): readonly string[] {
  return rulesOf(set)
    .map(({ key }) => key)
    .filter((key) => set.id !== base.id || !saysTheSame(base, set, key));
}

/**
 * The version that a faultless draft becomes. Rules that say what they said keep their provenance and the confirmations that
 * stand in the register of `base`; changed ones are provisional but for those whose place in the decision is noted.
 */
export function accepted(draft: SetDraft, base: PublishedSet, { at, by }: Made): PublishedSet {
  const isNew = draft.set.id !== base.set.id;
  const changed = new Set(changedRules(draft, base.set));
  const before = provenancesByRule(base.set);
  const source = isNew ? copiedSource : correctedSource;
  const next = new Map<string, number>();
  const set = withProvenances(draft.set, (key, given) => {
    if (changed.has(key)) return { status: 'provisional', sources: [source] };
    // NOTE: a draft is made from the set as it stood; what the register confirmed then must not become part of the set.
    const place = next.get(key) ?? 0;
    next.set(key, place + 1);
    return before.get(key)?.[place] ?? given;
  });
  const kept = [...standing(base.register).values()].filter(
    ({ rule }) => !isNew && !changed.has(rule) && has(set, rule),
  );
  const read = Object.entries(draft.readIn)
    .filter(([rule]) => changed.has(rule) && has(set, rule))
    .map(([rule, attestation]): RegisterEntry => ({ kind: 'confirmed', rule, at, ...attestation }));
  return {
    set: {
      ...set,
      sources: isNew
        ? { [copiedSource]: officeSources[copiedSource] }
        : changed.size === 0
          ? set.sources
          : { ...set.sources, [correctedSource]: officeSources[correctedSource] },
    },
    basedOn: draft.basedOn,
    madeAt: at,
    madeBy: by,
    register: [...kept, ...read],
  };
}

function provenancesByRule(set: CriteriaSet): ReadonlyMap<string, readonly Provenance[]> {
  return new Map(rulesOf(set).map(({ key, provenances }) => [key, provenances]));
}

function has(set: CriteriaSet, rule: string): boolean {
  return rulesOf(set).some(({ key }) => key === rule);
}
