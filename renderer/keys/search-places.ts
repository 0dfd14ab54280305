/** What a search over the questions of a criteria set finds, best first. Pure. */
import { fold } from '../../criteria/fold.ts';
import type { CriteriaSet, Criterion, Indicator, Localised } from '../../criteria/schema.ts';
import { factsOfIndicator } from '../walk/set-lookup.ts';

/** Something that a person can look for and go to. */
export interface Place {
  readonly kind: 'criterion' | 'indicator' | 'fact';
  readonly id: string;
  /** In the language of the interface. */
  readonly label: string;
  /** What is searched: the words in every language, because people know them from documents in each. */
  readonly words: readonly string[];
  readonly criterion: Criterion;
  /** The indicator, or the first that counts with the fact; null for a criterion. */
  readonly indicator: Indicator | null;
}

/** Words are mostly those of a figure: its field comes before the pages where it counts. */
const kinds: readonly Place['kind'][] = ['fact', 'indicator', 'criterion'];

/** Everything in a set that can be looked for, in the order of the set. */
export function placesOf(set: CriteriaSet, text: (label: Localised) => string): readonly Place[] {
  const asked = new Set<string>();
  const named = (label: Localised) => ({
    label: text(label),
    words: [label.vi, label.en].map((words) => ` ${fold(words)}`),
  });
  return set.criteria.flatMap((criterion) => [
    { kind: 'criterion' as const, id: criterion.id, ...named(criterion.name), criterion, indicator: null },
    ...criterion.indicators.flatMap((indicator): Place[] => [
      { kind: 'indicator', id: indicator.id, ...named(indicator.text), criterion, indicator },
      ...factsOfIndicator(indicator)
        .filter((fact) => !asked.has(fact))
        .flatMap((id): Place[] => {
          asked.add(id);
          const fact = set.facts.find((candidate) => candidate.id === id);
          return fact === undefined ? [] : [{ kind: 'fact', id, ...named(fact.label), criterion, indicator }];
        }),
    ]),
  ]);
}

/**
 * The places that a query means. The id of a criterion or indicator comes before words ("9" means criterion 9 before 9.1); words
 * need neither marks nor order, but each must begin a word.
 */
export function searchPlaces(places: readonly Place[], query: string): readonly Place[] {
  const typed = query.trim().toLowerCase().replace(',', '.').replace(/\.$/, '');
  if (typed === '') return places.filter(({ kind }) => kind === 'criterion');
  if (/^\d[\d.]*$/.test(typed)) {
    const byNumber = places.filter(
      ({ kind, id }) => kind !== 'fact' && (id === typed || id.startsWith(`${typed}.`)),
    );
    if (byNumber.length > 0) return byNumber;
  }
  const byId = placesById(places, typed);
  const wanted = fold(query);
  const byWords = places
    .map((place) => ({ place, rank: rankOf(place, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || kinds.indexOf(a.place.kind) - kinds.indexOf(b.place.kind))
    .map(({ place }) => place);
  return [...byId, ...byWords.filter((place) => !byId.includes(place))];
}

/** The very id before ids that begin with it, a criterion before an indicator. */
function placesById(places: readonly Place[], typed: string): readonly Place[] {
  const fits = places.filter(({ kind, id }) => kind !== 'fact' && id.startsWith(typed));
  const order = ({ kind, id }: Place) => (id === typed ? 0 : 2) + (kind === 'criterion' ? 0 : 1);
  return fits.sort((a, b) => order(a) - order(b));
}

/** How well a place fits: 0 not at all; the words that are shown before those of the other language. */
function rankOf({ label, words }: Place, wanted: string): number {
  const shown = rankIn(` ${fold(label)}`, wanted);
  return shown > 0 ? shown + bestRank : Math.max(...words.map((searched) => rankIn(searched, wanted)));
}

const bestRank = 3;

/** The words in one piece before words here and there, a beginning before both. */
function rankIn(searched: string, wanted: string): number {
  if (wanted === '' || !wanted.split(' ').every((word) => searched.includes(` ${word}`))) return 0;
  if (searched.startsWith(` ${wanted}`)) return bestRank;
  return searched.includes(` ${wanted}`) ? 2 : 1;
}

/** The answer whose field a place leads to; null for the page of a criterion. */
export function answerOf(
  { kind, id, indicator }: Place,
  answered: (answer: string) => boolean,
): string | null {
  if (kind === 'criterion' || indicator === null) return null;
  if (kind === 'fact' || indicator.kind === 'check') return id;
  return factsOfIndicator(indicator).find((fact) => !answered(fact)) ?? indicator.numerator;
}
