/** How wide the columns of the list are: as narrow as their figures allow, so that any number of criteria fits. */
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { Verdict } from '../../../criteria/score.ts';
import { numberText } from '../../../criteria/wording.ts';
import type { SummaryUnit } from '../document-input.ts';
import { textWidth } from '../engine/fonts.ts';
import { landscapeList } from '../page/decree-30.ts';
import { atZero } from './summary-count.ts';

export const provisionalMark = '*';

/** Above the columns of the criteria, on one line. */
export const criteriaHeading = 'Điểm theo tiêu chí';

/** Short words for a verdict, explained below the list. */
export const shortVerdict: Readonly<Record<Verdict, string>> = {
  eligible: 'Đủ ĐK',
  ineligible: 'Chưa đủ ĐK',
  incomplete: 'Thiếu số liệu',
};

/** A draft has no verdict yet, only what it would be. */
const draftVerdict: Readonly<Record<Verdict, string>> = {
  eligible: '(nếu chốt: đủ)',
  ineligible: '(nếu chốt: chưa đủ)',
  incomplete: shortVerdict.incomplete,
};

export function verdictWords({ status, scorecard }: Pick<SummaryUnit, 'status' | 'scorecard'>): string {
  return (status === 'final' ? shortVerdict : draftVerdict)[scorecard.verdict];
}

export function statusText({ status, revision }: Pick<SummaryUnit, 'status' | 'revision'>): string {
  return status === 'final' ? `Chốt lần ${numberText(revision)}` : 'Nháp';
}

export interface ListColumns {
  readonly fontSize: number;
  /** Without the space on both sides, in points. */
  readonly widths: readonly number[];
  /** On the left of each column, in points. */
  readonly spaces: readonly number[];
  /** What each criterion is headed with: its id, or its place in the set where an id is too long for a column. */
  readonly criterionLabels: readonly string[];
}

/** On the right of each column, in points, so that no figure touches the edge of its fill. */
export const spaceAfter = 2;

const longestLabel = 3;
const comfortable = { nameWidth: 165, criterionWidth: 26 };
const leastNameWidth = 120;
const fontSizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4];
const markWidth = 8;
const spaceAfterMark = 1;

export function listColumns(set: CriteriaSet, units: readonly SummaryUnit[]): ListColumns {
  const ids = set.criteria.map(({ id }) => id);
  const criterionLabels = ids.every(({ length }) => length <= longestLabel)
    ? ids
    : ids.map((_, index) => numberText(index + 1));
  const figures = [
    ...criterionLabels.map((label) => `${label}${provisionalMark}`),
    ...set.criteria.map(({ max }) => numberText(max)),
    ...atZero(set, units).map(numberText),
  ];
  const thresholds = set.unitClasses.map(({ threshold }) => numberText(threshold));
  const widest = (texts: readonly string[], fontSize: number) =>
    Math.max(...texts.map((text) => textWidth(text, 'bold', fontSize))) + 0.5;

  let narrowest: ListColumns | undefined;
  for (const fontSize of fontSizes) {
    const numberWidth = widest(['TT', numberText(units.length)], fontSize);
    const figureWidth = widest(figures, fontSize);
    const after = [
      widest(['Tổng', numberText(set.max)], fontSize),
      widest([provisionalMark], fontSize),
      widest(['thiểu', ...thresholds], fontSize),
      markWidth,
      Math.max(
        widest(Object.values(shortVerdict), fontSize),
        // What is said of a draft begins where the others have their mark.
        widest(units.map(verdictWords), fontSize) - markWidth - spaceAfter - spaceAfterMark,
      ),
      widest(['Trạng', ...units.map(statusText)], fontSize),
    ];
    const spaces = [0, 5, ...ids.map(() => 2), 5, 0, 4, 7, spaceAfterMark, 5];
    const left =
      landscapeList.contentWidth -
      spaces.reduce((sum, space) => sum + space + spaceAfter, 0) -
      numberWidth -
      after.reduce((sum, width) => sum + width, 0);
    const count = set.criteria.length;
    const roomy = Math.min(comfortable.criterionWidth, (left - comfortable.nameWidth) / count);
    const belowHeading = widest([criteriaHeading], fontSize) / count;
    const criterionWidth = Math.max(figureWidth, roomy, belowHeading);
    const nameWidth = left - count * criterionWidth;
    narrowest = {
      fontSize,
      widths: [numberWidth, nameWidth, ...ids.map(() => criterionWidth), ...after],
      spaces,
      criterionLabels,
    };
    if (nameWidth >= leastNameWidth) break;
  }
  if (narrowest === undefined) throw new Error('there is a font size');
  return narrowest;
}
