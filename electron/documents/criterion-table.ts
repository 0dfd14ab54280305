/** One criterion of the scorecard in full: every indicator with its rule, figures, rate, band, points and note. */
import type { Content, ContentTable, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { factOf } from '../../criteria/lookup.ts';
import type { CheckIndicator, Criterion, Indicator, RatioIndicator } from '../../criteria/schema.ts';
import {
  bandsFor,
  type CriterionScore,
  type Explanation,
  type IndicatorScore,
} from '../../criteria/score.ts';
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
} from '../../criteria/wording.ts';
import { portrait } from './decree-30.ts';
import type { ScorecardDocumentInput } from './document-input.ts';
import { drawnMark } from './drawn-marks.ts';
import { isShortNote, noteRows, printableNote } from './note-rows.ts';
import type { SourceMarks } from './source-marks.ts';

const numberWidth = 28;
const pointsWidth = 82;
const gap = 6;
const textWidth = portrait.contentWidth - numberWidth - pointsWidth - 2 * gap;
const figureWidth = 64;
const rateWidth = 110;

const small = 11;

/** `joined` rows go on with the row above: no rule and no space between them. */
function layout(joined: ReadonlySet<number>): CustomTableLayout {
  const strong = (row: number, { table }: ContentTable) => row <= 1 || row === table.body.length;
  return {
    hLineWidth: (row, node) => (joined.has(row) ? 0 : strong(row, node) ? 0.8 : 0.3),
    hLineColor: (row, node) => (strong(row, node) ? 'black' : '#888888'),
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: (row) => (joined.has(row) ? 0 : 4),
    paddingBottom: (row) => (joined.has(row + 1) ? 0 : 5),
  };
}

/** The criterion's heading is the header of its table, so that it comes again on the next page and never stays alone. */
export function criterionTable(
  input: ScorecardDocumentInput,
  criterion: Criterion,
  score: CriterionScore,
  marks: SourceMarks,
): Content {
  const body = [headerRow(criterion, score, marks)];
  const joined = new Set<number>();
  for (const [index, indicator] of criterion.indicators.entries()) {
    const indicatorScore = score.indicators[index];
    if (indicatorScore === undefined) continue;
    const [first, ...noteContinued] = indicatorRows(input, indicator, indicatorScore, marks);
    body.push(first);
    for (const row of noteContinued) joined.add(body.push(row) - 1);
  }
  return {
    margin: [0, 0, 0, 11],
    table: {
      widths: [numberWidth, textWidth, pointsWidth],
      headerRows: 1,
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
  input: ScorecardDocumentInput,
  indicator: Indicator,
  score: IndicatorScore,
  marks: SourceMarks,
): [TableCell[], ...TableCell[][]] {
  const note = printableNote(input.notes[indicator.id] ?? '');
  const inRow = note !== '' && isShortNote(note);
  const row: TableCell[] = [
    { text: indicator.id },
    {
      stack: [
        { text: `${vi(indicator.text)}${marks.of(indicator.provenance)}`, fontSize: 12.5 },
        ...(indicator.kind === 'check'
          ? checkLines(indicator, score)
          : ratioLines(input, indicator, score, marks)),
        ...(inRow ? [noteText('Ghi chú: ', note)] : []),
      ],
    },
    pointsCell(pointsText(score), [score.provisional ? provisionalText : '']),
  ];
  if (note === '' || inRow) return [row];
  return [row, ...noteRows(note).map((part, index) => longNoteRow(indicator, part, index === 0))];
}

function longNoteRow(indicator: Indicator, part: string, first: boolean): TableCell[] {
  return [
    '',
    first
      ? noteText(`Ghi chú chỉ tiêu ${indicator.id}: `, part)
      : { text: part, preserveLeadingSpaces: true, fontSize: small },
    '',
  ];
}

function noteText(label: string, note: string): ContentText {
  return {
    text: [
      { text: label, italics: true },
      { text: note, preserveLeadingSpaces: true },
    ],
    fontSize: small,
    margin: [0, 3, 0, 0],
  };
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
  { set, unit, answers }: ScorecardDocumentInput,
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
    const value = counted ?? answers?.[id];
    const missing = score.state === 'unanswered' && score.missing.includes(id);
    return figureLine(
      vi(factOf(set, id).label),
      typeof value === 'number'
        ? { text: numberText(value) }
        : { text: missing ? 'chưa có số liệu' : 'đã có số liệu', italics: true },
      typeof value === 'number' ? figureWidth : rateWidth,
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
            : [nextStep(nextBandText(indicator, explanation.next, factOf(set, indicator.numerator)))]),
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
  return figureLine(`Kết quả: ${bandText(indicator, band)}${mark}`, { text: rate, bold: true }, rateWidth);
}

/** A label with its figure at the right edge, where all figures end. */
function figureLine(label: string, figure: ContentText, width: number): Content {
  return {
    columns: [
      { width: textWidth - width - gap, text: label },
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
