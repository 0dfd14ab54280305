/** One criterion of the scorecard in full: every indicator with its rule, figures, rate, band, points, note and evidence. */
import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { factOf } from '../../../criteria/lookup.ts';
import type { CheckIndicator, Criterion, Indicator, RatioIndicator } from '../../../criteria/schema.ts';
import {
  bandsFor,
  type CriterionScore,
  type Explanation,
  type IndicatorScore,
} from '../../../criteria/score.ts';
import {
  bandText,
  checkText,
  lowerFirst,
  nextBandText,
  nextCheckText,
  numberText,
  pointsText,
  provisionalText,
  rateText,
  ruleLines,
  vi,
} from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import { textWidth } from '../engine/fonts.ts';
import { drawnMark } from '../page/drawn-marks.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { gap, middleWidth, numberWidth, pointsWidth, small } from './detail-columns.ts';
import { remarks } from './remark-rows.ts';

const leastFigureWidth = 64;
const remarkWidth = 110;

/** The rows that come again on every page that the table runs over: the criterion's heading and the space below it. */
const headerRows = 2;

/** `joined` rows go on with the row above: no rule and no space between them. */
function layout(joined: ReadonlySet<number>): CustomTableLayout {
  const strong = (row: number, { table }: ContentTable) => row <= 1 || row === table.body.length;
  const bare = (row: number) => row === headerRows || joined.has(row);
  return {
    hLineWidth: (row, node) => (bare(row) ? 0 : strong(row, node) ? 0.8 : 0.3),
    hLineColor: (row, node) => (strong(row, node) ? 'black' : '#888888'),
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: (row) => (bare(row) || row === 1 ? 0 : 4),
    paddingBottom: (row) => (row === 1 || joined.has(row + 1) ? 0 : 5),
  };
}

/** The criterion's heading is the header of its table, so that it comes again on the next page and never stays alone. */
export function criterionTable(
  input: ScorecardInput,
  criterion: Criterion,
  score: CriterionScore,
  marks: SourceMarks,
): Content {
  const body = [headerRow(criterion, score, marks), spaceBelowHeader()];
  const joined = new Set<number>();
  for (const [index, indicator] of criterion.indicators.entries()) {
    const indicatorScore = score.indicators[index];
    if (indicatorScore === undefined) continue;
    const [first, ...remarkRows] = indicatorRows(input, indicator, indicatorScore, marks);
    body.push(first);
    for (const row of remarkRows) joined.add(body.push(row) - 1);
  }
  return {
    margin: [0, 0, 0, 11],
    table: {
      widths: [numberWidth, middleWidth, pointsWidth],
      headerRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body,
    },
    layout: layout(joined),
  };
}

function headerRow(criterion: Criterion, score: CriterionScore, marks: SourceMarks): TableCell[] {
  return [
    { text: criterion.id, bold: true },
    {
      stack: [
        { text: `${vi(criterion.name)}${marks.of(criterion.provenance)}`, bold: true },
        { text: `Nguồn số liệu: ${vi(criterion.sector)}`, italics: true, fontSize: small },
      ],
    },
    pointsCell(
      pointsText(score),
      [
        ...(score.complete || score.points === null ? [] : ['chưa đủ số liệu']),
        `${score.provisional ? provisionalText : ''}${marks.of(criterion.maxProvenance)}`,
      ],
      true,
    ),
  ];
}

/** Part of the header, so that what goes on at the top of a page is not pressed under it. */
function spaceBelowHeader(): TableCell[] {
  return [1, 2, 3].map(() => ({ text: '', fontSize: 1, margin: [0, 0, 0, 3] }));
}

function pointsCell(points: string, remarks: readonly string[], bold = false): TableCell {
  return {
    stack: [
      { text: points, bold, fontSize: 12.5 },
      ...remarks
        .filter((remark) => remark !== '')
        .map((remark) => ({ text: remark, italics: true, fontSize: small })),
    ],
    alignment: 'right',
  };
}

function indicatorRows(
  input: ScorecardInput,
  indicator: Indicator,
  score: IndicatorScore,
  marks: SourceMarks,
): [TableCell[], ...TableCell[][]] {
  const { inRow, rows } = remarks(input, indicator.id);
  const row: TableCell[] = [
    { text: indicator.id },
    {
      stack: [
        { text: `${vi(indicator.text)}${marks.of(indicator.provenance)}`, fontSize: 12.5 },
        ...(indicator.kind === 'check'
          ? checkLines(indicator, score)
          : ratioLines(input, indicator, score, marks)),
        ...inRow,
      ],
    },
    pointsCell(pointsText(score), [score.provisional ? provisionalText : '']),
  ];
  return [row, ...rows];
}

function labelled(label: string, text: string): Content {
  return { text: [{ text: `${label}: `, italics: true }, text], fontSize: small, margin: [0, 3, 0, 0] };
}

function checkLines(indicator: CheckIndicator, score: IndicatorScore): Content[] {
  const explanation = score.state === 'scored' ? score.explanation : undefined;
  const value = explanation?.kind === 'check' ? explanation.value : undefined;
  return [
    labelled(
      'Quy định',
      `${checkText(true).toLowerCase()}: ${numberText(indicator.points)} điểm; ${checkText(false).toLowerCase()}: 0 điểm`,
    ),
    {
      columns: [
        { width: 'auto', text: 'Kết quả:' },
        ...(value === undefined
          ? []
          : [
              {
                width: 8,
                stack: [drawnMark(value ? 'tick' : 'cross')],
                margin: [0, 2.5, 0, 0] as [number, number, number, number],
              },
            ]),
        {
          width: 'auto',
          text: value === undefined ? 'chưa có số liệu' : checkText(value),
          bold: value !== undefined,
        },
      ],
      columnGap: 4,
      fontSize: small,
      margin: [0, 3, 0, 0],
    },
    ...(explanation?.kind === 'check' && explanation.next !== null
      ? [nextStep(nextCheckText(explanation.next))]
      : []),
  ];
}

function ratioLines(
  { set, unit, answers }: ScorecardInput,
  indicator: RatioIndicator,
  score: IndicatorScore,
  marks: SourceMarks,
): Content[] {
  const table = bandsFor(indicator, unit.class);
  const unitClass = table === indicator ? undefined : set.unitClasses.find(({ id }) => id === unit.class);
  const rules = [...table.bands, table.otherwise];
  const rule = ruleLines(indicator, table)
    .map(({ condition, points }, index) => {
      const provenance = rules[index]?.provenance;
      return `${condition}: ${numberText(points)}\u00a0điểm${provenance === undefined ? '' : marks.of(provenance)}`;
    })
    .join('; ');

  const explanation =
    score.state === 'scored' && score.explanation.kind === 'ratio' ? score.explanation : undefined;
  const figure = (id: string, counted: number | undefined): Content => {
    const value = counted ?? answers[id];
    const missing = score.state === 'unanswered' && score.missing.includes(id);
    return figureLine(
      vi(factOf(set, id).label),
      typeof value === 'number'
        ? { text: numberText(value) }
        : { text: missing ? 'chưa có số liệu' : 'đã có số liệu', italics: true },
      typeof value === 'number' ? leastFigureWidth : remarkWidth,
    );
  };
  return [
    labelled(
      unitClass === undefined ? 'Quy định' : `Quy định cho ${lowerFirst(vi(unitClass.wording))}`,
      rule,
    ),
    figure(indicator.numerator, explanation?.numerator),
    figure(indicator.denominator, explanation?.denominator),
    ...(explanation === undefined
      ? []
      : [
          resultLine(indicator, explanation, marks),
          ...(explanation.next === null
            ? []
            : [
                nextStep(
                  nextBandText(
                    indicator,
                    explanation.next,
                    factOf(set, indicator.numerator),
                    explanation.numerator,
                  ),
                ),
              ]),
        ]),
  ];
}

function resultLine(
  indicator: RatioIndicator,
  { band, shownHundredths }: Extract<Explanation, { kind: 'ratio' }>,
  marks: SourceMarks,
): Content {
  const mark = band.kind === 'zero_denominator' ? marks.of(indicator.zeroDenominator.provenance) : '';
  const rate = shownHundredths === null ? '' : rateText(shownHundredths, indicator.base);
  return figureLine(`Kết quả: ${bandText(indicator, band)}${mark}`, { text: rate, bold: true }, remarkWidth);
}

interface Figure {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** A label with its figure at the right edge, where all figures end. A figure is never broken, however long it is. */
function figureLine(label: string, figure: Figure, leastWidth: number): Content {
  const face = figure.bold ? 'bold' : figure.italics ? 'italics' : 'normal';
  const width = Math.max(leastWidth, textWidth(figure.text, face, small) + 1);
  return {
    columns: [
      { width: middleWidth - width - gap, text: label },
      { ...figure, width, alignment: 'right' },
    ],
    columnGap: gap,
    fontSize: small,
    margin: [0, 2, 0, 0],
  };
}

function nextStep(text: string): Content {
  return { text: `${text}.`, italics: true, fontSize: small, margin: [0, 3, 0, 0] };
}
