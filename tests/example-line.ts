/** A line of the list: a draft in which nothing is answered. */
import type { AssessmentSummary } from '../electron/api.ts';

export function exampleLine(part: Partial<AssessmentSummary> = {}): AssessmentSummary {
  const id = part.id ?? '2026-24769';
  return {
    id,
    unit: { code: id, name: `Xã ${id}`, type: 'xa', class: 'other', province: 'Lâm Đồng' },
    year: 2026,
    criteriaSet: { id: 'qd-06-2019', version: 1 },
    classLabel: { vi: 'Xã còn lại', en: 'Other communes' },
    status: 'draft',
    revision: 1,
    sample: false,
    updatedAt: '2026-11-02T07:00:00.000Z',
    total: 0,
    max: 1000,
    threshold: 850,
    verdict: 'incomplete',
    provisional: true,
    answered: 0,
    indicators: 27,
    criteriaAtZero: [],
    ...part,
  };
}
