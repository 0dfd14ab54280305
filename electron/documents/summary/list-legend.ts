/** What the columns, marks and signs of the list mean: below it, once for each criteria set. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { Verdict } from '../../../criteria/score.ts';
import { numberText, provisionalMeaning, verdictText, vi } from '../../../criteria/wording.ts';
import type { SummaryUnit } from '../document-input.ts';
import { textWidth } from '../engine/fonts.ts';
import { bareLayout, landscapeList } from '../page/decree-30.ts';
import { drawnMark } from '../page/drawn-marks.ts';
import { rulesSentences } from '../page/rules-block.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { listColumns, provisionalMark, shortVerdict } from './table-columns.ts';
import { verdictMark } from './unit-rows.ts';

export const legendSize = 10;
const { contentWidth } = landscapeList;

/** The marks that the legend of a set gives to provisional rules are explained by `provisionalLines`. */
export function listLegend(set: CriteriaSet, units: readonly SummaryUnit[], marks: SourceMarks): Content[] {
  return [
    criteriaNames(set, units, marks),
    thresholds(set, marks),
    verdictSigns(),
    ...(units.some(({ status }) => status === 'draft') ? [draftWords] : []),
    signs(set, marks),
    paragraph('Bộ tiêu chí', [`bản ${numberText(set.version)}.`, ...rulesSentences(set)].join(' ')),
  ];
}

const labelWidth = 24;
const half = contentWidth / 2;

/** In two columns, read down the left one first. */
function criteriaNames(set: CriteriaSet, units: readonly SummaryUnit[], marks: SourceMarks): Content {
  const { criterionLabels } = listColumns(set, units);
  const cells = set.criteria.map(
    (criterion, index): TableCell => ({
      columns: [
        { width: labelWidth, text: `${criterionLabels[index]}.` },
        {
          width: half - labelWidth - 10,
          text: `${vi(criterion.name)}${marks.of(criterion.provenance)} (tối đa ${numberText(criterion.max)} điểm${marks.of(criterion.maxProvenance)})`,
        },
      ],
    }),
  );
  const rows = Math.ceil(cells.length / 2);
  return {
    fontSize: legendSize,
    margin: [0, 4, 0, 0],
    table: {
      widths: [half, half],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        [{ text: 'Tên các tiêu chí', bold: true, colSpan: 2 }, {}],
        ...cells.slice(0, rows).map((cell, index): TableCell[] => [cell, cells[rows + index] ?? '']),
      ],
    },
    layout: { ...bareLayout, paddingTop: () => 1 },
  };
}

function paragraph(label: string, text: string): Content {
  return { text: [{ text: `${label}: `, bold: true }, text], fontSize: legendSize, margin: [0, 4, 0, 0] };
}

function thresholds({ unitClasses }: CriteriaSet, marks: SourceMarks): Content {
  const texts = unitClasses.map(
    ({ threshold, wording, provenance }) =>
      `${numberText(threshold)} điểm với nhóm “${vi(wording)}”${marks.of(provenance)}`,
  );
  return paragraph('Mức tối thiểu', `${texts.join('; ')}.`);
}

function verdictSigns(): Content {
  const entry = (verdict: Verdict): Column[] => {
    const text = `${shortVerdict[verdict]}: ${verdictText[verdict].toLocaleLowerCase('vi')}`;
    return [
      { width: 8, stack: [drawnMark(verdictMark[verdict])], margin: [0, 2, 0, 0] },
      { width: textWidth(text, 'normal', legendSize) + 16, text },
    ];
  };
  return {
    columns: [
      { width: textWidth('Kết luận:', 'bold', legendSize) + 1, text: 'Kết luận:', bold: true },
      ...entry('eligible'),
      ...entry('ineligible'),
      ...entry('incomplete'),
    ],
    columnGap: 5,
    fontSize: legendSize,
    margin: [0, 4, 0, 0],
  };
}

const draftWords = paragraph(
  'Phiếu nháp',
  'chưa có kết luận; chữ nghiêng trong ngoặc là kết luận sẽ có nếu phiếu được chốt với số liệu hiện nay.',
);

function signs({ recognition }: CriteriaSet, marks: SourceMarks): Content {
  const zero = recognition.everyCriterionAboveZero
    ? `; đơn vị có tiêu chí bị 0 điểm thì chưa đủ điều kiện${marks.of(recognition.provenance)}`
    : '';
  return paragraph(
    'Điểm',
    `số nghiêng dưới mỗi tiêu chí ở đầu bảng là điểm tối đa; số 0 in đậm trên nền xám là tiêu chí bị 0 điểm${zero}; dấu – là chưa có số liệu; số nghiêng trong danh sách là điểm đến nay của tiêu chí hoặc đơn vị chưa đủ số liệu.`,
  );
}

/** What the mark of provisional points means, and the source of each rule that the legend marked. */
export function provisionalLines(
  set: CriteriaSet,
  units: readonly SummaryUnit[],
  marks: SourceMarks,
): readonly string[] {
  const sources = marks.legend().map(({ mark, text }) => `${mark} ${text}.`);
  return [
    ...(units.some(({ scorecard }) => scorecard.provisional || scorecard.criteria.some((c) => c.provisional))
      ? [`${provisionalMark} ${provisionalMeaning(set)}`]
      : []),
    ...(sources.length === 0 ? [] : [`Nguồn của quy định tạm: ${sources.join(' ')}`]),
  ];
}
