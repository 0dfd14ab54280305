/** What generated sets differ in, counted, so that a run can tell how much it has seen. */
import type { CriteriaSet } from '../../criteria/schema.ts';

const range = (numbers: readonly number[]) => `${Math.min(...numbers)}-${Math.max(...numbers)}`;

/** In words: "200 sets: criteria 1-20, ...". */
export function varietyOf(sets: readonly CriteriaSet[]): string {
  const criteria = sets.flatMap((set) => set.criteria);
  const indicators = criteria.flatMap((criterion) => criterion.indicators);
  const ratios = indicators.filter((indicator) => indicator.kind === 'ratio');
  const share = (name: string, has: (set: CriteriaSet) => boolean) => `${name} in ${sets.filter(has).length}`;
  const ratiosOf = (set: CriteriaSet) =>
    set.criteria.flatMap((one) => one.indicators).filter((one) => one.kind === 'ratio');
  const chained = (set: CriteriaSet) => {
    const wholes = new Set(ratiosOf(set).map(({ denominator }) => denominator));
    return ratiosOf(set).some(({ numerator }) => wholes.has(numerator));
  };
  const dated = ({ unitTypes, unitClasses }: CriteriaSet) =>
    [...unitTypes, ...unitClasses].some(({ from, to }) => from !== undefined || to !== undefined);
  return [
    `${sets.length} sets: criteria ${range(sets.map((set) => set.criteria.length))}`,
    `indicators in one ${range(criteria.map((one) => one.indicators.length))}, in all ${indicators.length} (${ratios.length} ratios)`,
    `bases ${[...new Set(ratios.map(({ base }) => base))].sort((a, b) => a - b).join(', ')}`,
    `${ratios.filter(({ better }) => better === 'lower').length} ratios lower is better`,
    `${ratios.filter(({ classBands }) => classBands.length > 0).length} ratios with tables of classes`,
    `bands ${range(ratios.map(({ bands }) => bands.length))}`,
    `maximum ${range(sets.map(({ max }) => max))}`,
    `unit classes ${range(sets.map((set) => set.unitClasses.length))}`,
    `unit types ${range(sets.map((set) => set.unitTypes.length))}`,
    `authorities ${range(sets.map((set) => set.authorities.length))}`,
    share('dated types or classes', dated),
    share('a figure that is part and whole', chained),
    share('every criterion above zero', (set) => set.recognition.everyCriterionAboveZero),
    share('national targets', (set) => set.nationalTargets.length > 0),
    share('texts of 250 letters or more', (set) => criteriaTexts(set).some((text) => text.length >= 250)),
  ].join('; ');
}

function criteriaTexts(set: CriteriaSet): readonly string[] {
  return set.criteria.flatMap(({ name, indicators }) => [name.vi, ...indicators.map(({ text }) => text.vi)]);
}
