/** Scorecards of a made-up district, as plain data: what a batch prints. */
import { unsetOffice } from '../criteria/office.ts';
import { score } from '../criteria/score.ts';
import { checkCode } from '../electron/check-code.ts';
import type { ScorecardInput } from '../electron/documents/document-input.ts';
import { sampleDistrict } from '../electron/sample/sample-district.ts';
import { sets } from './district.ts';

const model = sampleDistrict(2026);
const set = sets.current;

/** Every fifth unit has this much to say about an indicator. */
const longNote = 'Đoàn đã đối chiếu sổ theo dõi của trạm y tế với danh sách của trường và của thôn. '
  .repeat(6)
  .trim();

export function scorecards(count: number): readonly ScorecardInput[] {
  return Array.from({ length: count }, (_, n) => {
    const like = model[n % model.length];
    if (like === undefined) throw new Error('the sample district is empty');
    const [first] = set.criteria.flatMap(({ indicators }) => indicators);
    const sheet = {
      unit: { ...like.unit, code: String(n).padStart(5, '0'), name: `${like.unit.name} số ${n + 1}` },
      year: 2026,
      status: 'final' as const,
      revision: 1,
      answers: like.answers,
      notes: n % 5 === 0 && first !== undefined ? { ...like.notes, [first.id]: longNote } : like.notes,
      evidence:
        first === undefined ? {} : { [first.id]: [`Báo cáo số ${n + 1}/BC-UBND của Ủy ban nhân dân`] },
      scorecard: score(set, like.unit.class, like.answers),
    };
    return {
      set,
      ...sheet,
      coded: sheet.scorecard,
      sha256: checkCode(sheet),
      version: '0.1.0',
      date: '2026-11-22',
      office: unsetOffice,
    };
  });
}
