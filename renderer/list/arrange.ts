/** Order, filter and count of the list. Pure. */
import { fold } from '../../criteria/fold.ts';
import type { AssessmentSummary } from '../../electron/api.ts';

export const orderKeys = ['name', 'class', 'status', 'progress', 'total', 'verdict'] as const;
export type OrderKey = (typeof orderKeys)[number];
export interface Order {
  readonly by: OrderKey;
  readonly descending: boolean;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

const compare: Readonly<Record<OrderKey, (a: AssessmentSummary, b: AssessmentSummary) => number>> = {
  name: (a, b) => vietnamese.compare(a.unit.name, b.unit.name),
  class: (a, b) => vietnamese.compare(a.unit.class, b.unit.class),
  status: (a, b) => vietnamese.compare(a.status, b.status),
  progress: (a, b) => a.answered * b.indicators - b.answered * a.indicators,
  total: (a, b) => a.total - b.total,
  verdict: (a, b) => vietnamese.compare(a.verdict, b.verdict),
};

/** The assessments that match the filter, in the chosen order; equal ones by name. */
export function arranged(
  assessments: readonly AssessmentSummary[],
  filter: string,
  order: Order,
): readonly AssessmentSummary[] {
  const wanted = ` ${fold(filter)}`;
  const direction = order.descending ? -1 : 1;
  return assessments
    .filter(({ unit }) => {
      const text = fold([unit.name, unit.district, unit.province, unit.code].join(' '));
      // From the start of a word, so that "an" does not find every Văn.
      return ` ${text}`.includes(wanted === ' ' ? '' : wanted);
    })
    .sort((a, b) => direction * compare[order.by](a, b) || compare.name(a, b));
}

export interface Tally {
  readonly total: number;
  readonly eligible: number;
  readonly ineligible: number;
  readonly incomplete: number;
  readonly final: number;
}

export function tally(assessments: readonly AssessmentSummary[]): Tally {
  const having = (test: (summary: AssessmentSummary) => boolean) => assessments.filter(test).length;
  return {
    total: assessments.length,
    eligible: having(({ verdict }) => verdict === 'eligible'),
    ineligible: having(({ verdict }) => verdict === 'ineligible'),
    incomplete: having(({ verdict }) => verdict === 'incomplete'),
    final: having(({ status }) => status === 'final'),
  };
}
