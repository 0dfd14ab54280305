/** What a search over the questions of a criteria set finds, best first. Pure. */
import { fold } from '../../criteria/fold.ts';
import type { CriteriaSet, Criterion, Indicator, Localised } from '../../criteria/schema.ts';

/** Something that a person can look for and go to. */
export interface Place {
  readonly kind: 'criterion' | 'indicator' | 'fact';
  readonly id: string;
  /** In the language of the interface. */
  readonly label: string;
  readonly criterion: Criterion;
  /** The indicator, or the first that counts with the fact; null for a criterion. */
  readonly indicator: Indicator | null;
}

/** Words are mostly those of a figure: its field comes before the pages where it counts. */
const kinds: readonly Place['kind'][] = ['fact', 'indicator', 'criterion'];

/** Everything in a set that can be looked for, in the order of the set. */
export function placesOf(set: CriteriaSet, text: (label: Localised) => string): readonly Place[] {
  const asked = new Set<string>();
  return set.criteria.flatMap((criterion) => [
    { kind: 'criterion' as const, id: criterion.id, label: text(criterion.name), criterion, indicator: null },
    ...criterion.indicators.flatMap((indicator): Place[] => [
      { kind: 'indicator', id: indicator.id, label: text(indicator.text), criterion, indicator },
      ...(indicator.kind === 'check' ? [] : [indicator.denominator, indicator.numerator])
        .filter((fact) => !asked.has(fact))
        .flatMap((id): Place[] => {
          asked.add(id);
          const fact = set.facts.find((candidate) => candidate.id === id);
          return fact === undefined
            ? []
            : [{ kind: 'fact', id, label: text(fact.label), criterion, indicator }];
        }),
    ]),
  ]);
}

/**
 * The places that a query means. A number is the id of a criterion or indicator ("9" means criterion 9 before 9.1); words
 * need neither marks nor order, but each must begin a word.
 */
export function searchPlaces(places: readonly Place[], query: string): readonly Place[] {
  const typed = query.trim().replace(',', '.').replace(/\.$/, '');
  if (typed === '') return places.filter(({ kind }) => kind === 'criterion');
  if (/^\d[\d.]*$/.test(typed)) {
    const byNumber = places.filter(
      ({ kind, id }) => kind !== 'fact' && (id === typed || id.startsWith(`${typed}.`)),
    );
    if (byNumber.length > 0) return byNumber;
  }
  const wanted = fold(query);
  return places
    .map((place) => ({ place, rank: rankOf(place, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || kinds.indexOf(a.place.kind) - kinds.indexOf(b.place.kind))
    .map(({ place }) => place);
}

/** How well a place fits: 0 not at all; the words in one piece before words here and there, a beginning before both. */
function rankOf({ label }: Place, wanted: string): number {
  const searched = ` ${fold(label)}`;
  if (wanted === '' || !wanted.split(' ').every((word) => searched.includes(` ${word}`))) return 0;
  if (searched.startsWith(` ${wanted}`)) return 3;
  return searched.includes(` ${wanted}`) ? 2 : 1;
}

/** The answer whose field a place leads to; null for the page of a criterion. */
export function answerOf(
  { kind, id, indicator }: Place,
  answered: (answer: string) => boolean,
): string | null {
  if (kind === 'criterion' || indicator === null) return null;
  if (kind === 'fact' || indicator.kind === 'check') return id;
  const asked = [indicator.denominator, indicator.numerator];
  return asked.find((fact) => !answered(fact)) ?? indicator.numerator;
}
