/** A made-up unit with plausible answers, for the tests of the documents. Works for any criteria set. */
import type { Answers } from '../criteria/answers.ts';
import { type Office, unsetOffice } from '../criteria/office.ts';
import type { CriteriaSet } from '../criteria/schema.ts';
import { score } from '../criteria/score.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import type { Unit } from '../criteria/unit.ts';
import type { ScorecardInput } from '../electron/documents/document-input.ts';

export const unit: Unit = {
  code: '24769',
  name: 'Xã Kim Long (ví dụ)',
  type: 'xa',
  class: 'other',
  province: 'Tỉnh Bà Rịa - Vũng Tàu',
  district: 'Huyện Châu Đức',
};

/** A made-up office that has been told everything. */
export const office: Office = {
  superior: 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu',
  body: 'Ủy ban nhân dân huyện Châu Đức',
  place: 'Châu Đức',
  recogniser: 'Chủ tịch Ủy ban nhân dân huyện Châu Đức',
  signatories: {
    head: { capacity: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Nguyễn Thị Hoàng Yến' },
    leader: { capacity: ['Trưởng đoàn'], name: 'Trần Quốc Huy' },
    secretary: { capacity: ['Thư ký'], name: 'Đỗ Thị Ngọc Ánh' },
  },
  recipients: {
    scorecard: ['UBND xã', 'Phòng Y tế', 'Lưu: VT, ĐĐG'],
    certificate: ['Như trên', 'Sở Y tế', 'Lưu: VT'],
    minutes: ['UBND xã', 'Lưu: ĐĐG'],
    summary: ['Sở Y tế (để báo cáo)', 'Lưu: VT'],
  },
};

export function currentSet(): CriteriaSet {
  const set = builtInSets.get(currentSetId);
  if (set === undefined) throw new Error(`no set ${currentSetId}`);
  return set;
}

/** Answers that reach the top band everywhere: 2,000 under every line. */
export function bestAnswers(set: CriteriaSet): Record<string, number | boolean> {
  const answers: Record<string, number | boolean> = {};
  for (const indicator of set.criteria.flatMap(({ indicators }) => indicators)) {
    if (indicator.kind === 'check') answers[indicator.id] = true;
    else {
      answers[indicator.numerator] = indicator.better === 'higher' ? 2000 : 0;
      answers[indicator.denominator] = 2000;
    }
  }
  return answers;
}

/** A final scorecard of the given answers; any part can be replaced. */
export function scorecardInput(
  answers: Answers = bestAnswers(currentSet()),
  replaced: Partial<ScorecardInput> = {},
): ScorecardInput {
  const set = replaced.set ?? currentSet();
  const of = replaced.unit ?? unit;
  const scorecard = score(set, of.class, answers);
  return {
    set,
    unit: of,
    year: 2026,
    scorecard,
    coded: replaced.scorecard ?? scorecard,
    answers,
    notes: {},
    evidence: {},
    version: '0.1.0',
    status: 'final',
    revision: 1,
    sha256: '3f6a9b2c1d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8',
    date: '2026-11-22',
    office: unsetOffice,
    ...replaced,
  };
}
