/** Order, filter and count of the list. Pure. */
import type { AssessmentSummary } from '../../electron/api.ts';
import { filterable, filterOf } from '../frame/filter.ts';

export const orderKeys = ['name', 'class', 'status', 'progress', 'total', 'verdict'] as const;
export type OrderKey = (typeof orderKeys)[number];
export interface Order {
  readonly by: OrderKey;
  readonly descending: boolean;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

interface Line {
  readonly summary: AssessmentSummary;
  readonly text: string;
}

/** Folding and comparing names are what costs, so they are done once for each list that is loaded. */
const linesByName = new WeakMap<readonly AssessmentSummary[], readonly Line[]>();

function linesOf(assessments: readonly AssessmentSummary[]): readonly Line[] {
  const known = linesByName.get(assessments);
  if (known !== undefined) return known;
  const lines = assessments
    .map((summary) => {
      const { name, district, province, code } = summary.unit;
      return { summary, text: filterable(name, district, province, code) };
    })
    .sort((a, b) => vietnamese.compare(a.summary.unit.name, b.summary.unit.name));
  linesByName.set(assessments, lines);
  return lines;
}

const compare: Readonly<
  Record<Exclude<OrderKey, 'name'>, (a: AssessmentSummary, b: AssessmentSummary) => number>
> = {
  class: (a, b) => inOrder(a.unit.class, b.unit.class),
  status: (a, b) => inOrder(a.status, b.status),
  progress: (a, b) => a.answered * b.indicators - b.answered * a.indicators,
  total: (a, b) => a.total - b.total,
  verdict: (a, b) => inOrder(a.verdict, b.verdict),
};

/** Of ids, which hold no Vietnamese letters. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The assessments that match the filter, in the chosen order; equal ones by name. */
export function arranged(
  assessments: readonly AssessmentSummary[],
  filter: string,
  order: Order,
): readonly AssessmentSummary[] {
  const matches = filterOf(filter);
  const found = linesOf(assessments)
    .filter(({ text }) => matches(text))
    .map(({ summary }) => summary);
  if (order.by === 'name') return order.descending ? found.reverse() : found;
  const byKey = compare[order.by];
  // NOTE: a sort keeps the order of equal ones, which is that of their names.
  return found.sort(order.descending ? (a, b) => byKey(b, a) : byKey);
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
