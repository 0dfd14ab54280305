/** A made-up draft by the current criteria set, for the tests of what is done with an assessment. */
import type { Assessment } from '../criteria/assessment.ts';
import { nothingToUndo } from '../criteria/change.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';

const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error('no current set');
export const currentSet = found;

export const savedAt = '2026-11-02T07:00:00.000Z';

export function draftAssessment(
  answers: Readonly<Record<string, number | boolean>>,
  part: Partial<Assessment> = {},
): Assessment {
  return {
    id: '2026-00001',
    unit: { code: '00001', name: 'Xã Mẫu', type: 'xa', class: 'other', province: 'Tỉnh Mẫu' },
    year: 2026,
    criteriaSet: { id: currentSet.id, version: currentSet.version },
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, value]) => [id, { value, at: savedAt, by: null }]),
    ),
    notes: {},
    evidence: {},
    unconfirmed: {},
    status: 'draft',
    revision: 1,
    saves: 1,
    createdAt: savedAt,
    updatedAt: savedAt,
    finalised: [],
    sample: false,
    log: [],
    history: [],
    undo: nothingToUndo,
    ...part,
  };
}
