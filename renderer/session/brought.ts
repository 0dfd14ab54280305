/** Figures of an earlier year: brought over to be confirmed, confirmed, taken away again. Pure. */
import { type Answers, answerKinds } from '../../criteria/answers.ts';
import type { Change } from '../../criteria/change.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { answering, changed, sifted } from './settling.ts';
import type { Edit, WorkingCopy } from './working-copy.ts';

/** The earlier figures to be confirmed that a criterion asks for, or any (null), wherever nothing stands yet. */
export function bringOver(
  copy: WorkingCopy,
  earlier: { readonly year: number; readonly answers: Answers },
  criterion: string | null,
): Edit {
  const changes = askedBy(copy.set, criterion).flatMap((of): Change[] => {
    const value = earlier.answers[of] ?? null;
    const stands = (copy.answers[of] ?? null) !== null || of in copy.unconfirmed || of in copy.refused;
    if (value === null || stands) return [];
    if (answerKinds(copy.set).get(of) !== (typeof value === 'number' ? 'fact' : 'check')) return [];
    return [{ kind: 'unconfirmed', of, from: null, to: { value, year: earlier.year } }];
  });
  return changed(copy, changes);
}

/** Makes answers of what waits to be confirmed. What contradicts others, or is being mended in its field, is left. */
export function confirm(
  copy: WorkingCopy,
  ids: readonly string[],
): Edit & { readonly left: readonly string[] } {
  const waiting = ids.filter((id) => id in copy.unconfirmed);
  const candidates = Object.fromEntries(
    waiting.filter((id) => !(id in copy.refused)).map((id) => [id, copy.unconfirmed[id]?.value ?? null]),
  );
  const { acceptable } = sifted(copy, candidates);
  const changes = Object.entries(acceptable).flatMap(([id, value]) => answering(copy, id, value));
  return { ...changed(copy, changes), left: waiting.filter((id) => !(id in acceptable)) };
}

export function dismiss(copy: WorkingCopy, ids: readonly string[]): Edit {
  const changes = [...new Set(ids)].flatMap((of): Change[] => {
    const from = copy.unconfirmed[of];
    return from === undefined ? [] : [{ kind: 'unconfirmed', of, from, to: null }];
  });
  return changed(copy, changes);
}

/** Ids of the facts and checks that a criterion rests on, or the whole set (null). */
function askedBy({ criteria }: CriteriaSet, criterion: string | null): readonly string[] {
  const indicators = criteria
    .filter(({ id }) => criterion === null || id === criterion)
    .flatMap((each) => each.indicators);
  const ids = indicators.flatMap((indicator) =>
    indicator.kind === 'check' ? [indicator.id] : [indicator.numerator, indicator.denominator],
  );
  return [...new Set(ids)];
}
