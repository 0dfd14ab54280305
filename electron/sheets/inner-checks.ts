/** Whether what the attachment says fits together: the check code, the points and what follows from them. */
import { answerFaults } from '../../criteria/answers.ts';
import { withMarksOf } from '../../criteria/assessment-score.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { type Scorecard, score } from '../../criteria/score.ts';
import { shortCode } from '../../criteria/short-code.ts';
import { numberText, verdictText } from '../../criteria/wording.ts';
import type { SheetDifference } from '../api.ts';
import { checkCode } from '../check-code.ts';
import { sha256OfJson } from '../store/sha256.ts';
import type { SheetAttachment } from './attachment.ts';

/** A difference of the file as a whole. */
export function inTheFile(
  message: string,
  expected: string | null = null,
  found: string | null = null,
): SheetDifference {
  return { page: null, message, expected, found };
}

/** The check code as it comes out of what the sheet says. */
export function codeDifferences(sheet: SheetAttachment): SheetDifference[] {
  const code = checkCode(sheet);
  return code === sheet.sha256
    ? []
    : [
        inTheFile(
          'Mã kiểm tra trong phiếu không khớp với nội dung của phiếu',
          shortCode(code),
          shortCode(sheet.sha256),
        ),
      ];
}

/** The criteria set that the sheet names must be the one that its points say they were worked out by. */
export function ruleDifferences({ criteriaSet, scorecard }: SheetAttachment): SheetDifference[] {
  const named = ({ id, version }: Scorecard['criteriaSet']) => `"${id}" bản ${version}`;
  const expected = named(scorecard.criteriaSet);
  const found = named(criteriaSet);
  return expected === found
    ? []
    : [inTheFile('Bộ tiêu chí ghi trong phiếu không khớp với bộ tiêu chí đã tính điểm', expected, found)];
}

/**
 * The points as they come out of the figures by the criteria set of the sheet. What is marked as provisional is left out:
 * the attachment keeps the marks of when it was finalised, and none of them is drawn.
 */
export function scoreDifferences(sheet: SheetAttachment, set: CriteriaSet): SheetDifference[] {
  const faults = answerFaults(set, sheet.answers);
  if (faults.length > 0) return faults.map(({ message }) => inTheFile(`Số liệu trong phiếu sai: ${message}`));
  if (!set.unitClasses.some(({ id }) => id === sheet.unit.class))
    return [inTheFile(`Bộ tiêu chí không có nhóm đơn vị "${sheet.unit.class}" ghi trong phiếu`)];
  const expected = score(set, sheet.unit.class, sheet.answers);
  if (sha256OfJson(expected) === sha256OfJson(withMarksOf(expected, sheet.scorecard))) return [];
  const named = namedDifferences(expected, sheet.scorecard);
  return named.length > 0
    ? named
    : [inTheFile('Phần giải thích điểm trong phiếu không khớp với số liệu của phiếu')];
}

function namedDifferences(expected: Scorecard, found: Scorecard): SheetDifference[] {
  const differences: SheetDifference[] = [];
  const compare = (what: string, should: string, is: string) => {
    if (should !== is)
      differences.push(inTheFile(`${what} trong phiếu không khớp với số liệu của phiếu`, should, is));
  };
  compare('Tổng điểm', numberText(expected.total), numberText(found.total));
  compare('Mức tối thiểu', numberText(expected.threshold), numberText(found.threshold));
  compare('Kết luận', verdictText[expected.verdict], verdictText[found.verdict]);
  for (const criterion of expected.criteria) {
    const other = found.criteria.find(({ id }) => id === criterion.id);
    compare(`Điểm của tiêu chí ${criterion.id}`, pointsOf(criterion.points), pointsOf(other?.points ?? null));
    for (const indicator of criterion.indicators) {
      const points = other?.indicators.find(({ id }) => id === indicator.id)?.points ?? null;
      compare(`Điểm của chỉ tiêu ${indicator.id}`, pointsOf(indicator.points), pointsOf(points));
    }
  }
  return differences;
}

function pointsOf(points: number | null): string {
  return points === null ? 'chưa có' : numberText(points);
}
