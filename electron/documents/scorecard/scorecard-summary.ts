/** The first page of the scorecard: the unit, the result with its reasons, and what is missing to pass. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import {
  numberText,
  provisionalText,
  reasonText,
  totalText,
  verdictText,
  vi,
} from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import { bareLayout, portrait } from '../page/decree-30.ts';
import { placeByItself } from '../page/place.ts';
import { versionText } from '../page/rules-block.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { totalBar } from './points-picture.ts';
import { titledList } from './titled-list.ts';

const { contentWidth } = portrait;
const labelWidth = 94;

const plainRows: CustomTableLayout = {
  ...bareLayout,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

export function unitBlock(input: ScorecardInput, marks: SourceMarks): Content {
  const { set, unit, status, revision } = input;
  const type = set.unitTypes.find(({ id }) => id === unit.type);
  const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
  const rows: [label: string, text: string][] = [
    ['Đơn vị', unit.name],
    ['Loại đơn vị', type === undefined ? unit.type : `${vi(type.label)}${marks.of(type.provenance)}`],
    ['Mã đơn vị', unit.code],
    [
      'Nhóm đơn vị',
      unitClass === undefined ? unit.class : `${vi(unitClass.wording)}${marks.of(unitClass.provenance)}`,
    ],
    ['Địa bàn', placeByItself(unit)],
    ['Bộ tiêu chí', `${versionText(set)}, ${vi(set.legalBasis)}`],
    ['Tình trạng phiếu', status === 'draft' ? 'Bản nháp, chưa chốt' : `Đã chốt (lần ${revision})`],
  ];
  return {
    margin: [0, 10, 0, 0],
    fontSize: 12,
    table: {
      widths: [labelWidth, contentWidth - labelWidth],
      body: rows.map(([label, text], index): TableCell[] => [`${label}:`, { text, bold: index === 0 }]),
    },
    layout: plainRows,
  };
}

const resultSize = 17;
/** NOTE: a draft must not be read as a verdict, in a copy that lost the watermark either. */
const draftResultSize = 13;

/** Verdict and total, and the total against the threshold as a picture. */
export function resultBlock(input: ScorecardInput, marks: SourceMarks): Content {
  const { scorecard, status } = input;
  const draft = status === 'draft';
  const provisional = scorecard.provisional ? provisionalText : '';
  const cell = (label: string, value: string): TableCell => ({
    stack: [
      { text: label, fontSize: 11 },
      { text: value, bold: true, fontSize: draft ? draftResultSize : resultSize },
      ...(provisional === '' ? [] : [{ text: provisional, italics: true, fontSize: 11 }]),
    ],
    alignment: 'center',
  });
  return {
    unbreakable: true,
    stack: [
      sectionTitle('Kết quả'),
      {
        table: {
          widths: [contentWidth / 2, contentWidth / 2],
          body: [
            [
              cell(
                draft && scorecard.complete ? 'Nếu chốt với số liệu hiện nay:' : 'Kết luận',
                verdictText[scorecard.verdict],
              ),
              cell(scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay', totalText(scorecard)),
            ],
            [{ stack: [totalBar(input, marks)], colSpan: 2 }, {}],
          ],
        },
        layout: {
          ...plainRows,
          hLineWidth: (row) => (row === 1 ? 0 : 0.8),
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      },
    ],
  };
}

/** So many reasons, and their title, stay on one page. */
const reasonsTogether = 6;

export function reasonsBlock({ set, scorecard, status }: ScorecardInput, marks: SourceMarks): Content[] {
  const reasons =
    scorecard.verdict === 'eligible'
      ? [
          `Đạt mức tối thiểu ${numberText(scorecard.threshold)} điểm${set.recognition.everyCriterionAboveZero ? ' và không có tiêu chí nào bị 0 điểm' : ''}${marks.of(set.recognition.provenance)}`,
        ]
      : scorecard.reasons.map((reason) => reasonText(set, reason));
  return titledList(
    sectionTitle(status === 'draft' && scorecard.complete ? 'Lý do' : 'Lý do kết luận'),
    reasons.map((reason) => `${reason}.`),
    reasonsTogether,
  );
}
