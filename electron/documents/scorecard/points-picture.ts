/** The points as a picture: the total against the threshold, and each criterion as a bar against its maximum. */
import type {
  CanvasElement,
  CanvasLine,
  CanvasRect,
  Column,
  Content,
  CustomTableLayout,
  TableCell,
} from 'pdfmake/interfaces.js';
import type { CriterionScore } from '../../../criteria/score.ts';
import { numberText, provisionalText, vi } from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import { lineSpacing, textWidth } from '../engine/fonts.ts';
import { type Setting, textLines } from '../engine/text-lines.ts';
import { bareLayout, portrait } from '../page/decree-30.ts';
import { drawnMark, type Mark } from '../page/drawn-marks.ts';
import { fitsOnPage, keptWithTitle } from '../page/kept-together.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { SourceMarks } from '../page/source-marks.ts';

const { contentWidth } = portrait;

/** NOTE: black on white, because a worn printer makes blots or nothing of greys and thin lines. */
const filled = 'black';
const outline = 0.6;

function track(y: number, width: number, height: number, open: boolean): CanvasRect {
  return {
    type: 'rect',
    x: 0,
    y,
    w: width,
    h: height,
    lineWidth: outline,
    lineColor: 'black',
    ...(open ? { dash: { length: 2, space: 2 } } : {}),
  };
}

/** Drawn after its track, so that it covers the broken outline. */
function bar(y: number, width: number, height: number): CanvasRect[] {
  if (width === 0) return [];
  return [{ type: 'rect', x: 0, y: y - outline / 2, w: width, h: height + outline, color: filled }];
}

function upright(x: number, from: number, to: number, lineWidth: number, lineColor: string): CanvasLine {
  return { type: 'line', x1: x, y1: from, x2: x, y2: to, lineWidth, lineColor };
}

const totalHeight = 11;
const thresholdOverhang = 4;
const thresholdSize = 11;
const thresholdLabel = 'Mức tối thiểu ';

/** The total as a bar over the whole width, with the threshold as a mark across it and its figure below. */
export function totalBar({ set, unit, scorecard }: ScorecardInput, marks: SourceMarks): Content {
  const { total, max, threshold, complete } = scorecard;
  const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
  const at = (points: number) => (points / Math.max(max, threshold, total)) * contentWidth;
  const bottom = 2 * thresholdOverhang + totalHeight;
  const canvas: CanvasElement[] = [
    track(thresholdOverhang, at(max), totalHeight, !complete),
    ...bar(thresholdOverhang, at(total), totalHeight),
    // NOTE: a gap of white on both sides, or the mark would be lost in a bar that goes beyond it.
    upright(
      at(threshold),
      thresholdOverhang - outline,
      thresholdOverhang + totalHeight + outline,
      5,
      'white',
    ),
    upright(at(threshold), 0, bottom, 1.6, 'black'),
  ];
  const figure = numberText(threshold);
  const source = unitClass === undefined ? '' : marks.of(unitClass.provenance);
  const labelWidth =
    textWidth(thresholdLabel, 'normal', thresholdSize) +
    textWidth(figure, 'bold', thresholdSize) +
    textWidth(source, 'normal', thresholdSize) +
    1;
  const left = Math.min(Math.max(0, at(threshold) - labelWidth / 2), contentWidth - labelWidth);
  return {
    stack: [
      { canvas },
      {
        columns: [
          {
            width: labelWidth,
            text: [thresholdLabel, { text: figure, bold: true }, source],
            alignment: 'center',
            noWrap: true,
          },
        ],
        fontSize: thresholdSize,
        margin: [left, 1, 0, 0],
      },
    ],
  };
}

const idWidth = 20;
const trackWidth = 112;
const trackHeight = 7;
const markWidth = 8;
const remarkWidth = 42;
const gap = 7;
const rowSize = 11.5;
const rowPadding = 4;
/** With the head of the table. */
const keptRows = 2;
/** Below the title, however tall the first rows: less than a page, or the title would be dropped. */
const mostLinesKept = 30;
/** Title, head of the table and legend. */
const linesBesideRows = 5;

const layout: CustomTableLayout = {
  ...bareLayout,
  hLineWidth: (row, { table }) => (row <= 1 || row === table.body.length ? 0.8 : 0.3),
  hLineColor: (row, { table }) => (row <= 1 || row === table.body.length ? 'black' : '#888888'),
  paddingLeft: (column) => (column === 0 ? 0 : gap),
  paddingTop: () => 0.4 * rowPadding,
  paddingBottom: () => 0.6 * rowPadding,
};

/** All criteria at a glance: what each got of its maximum, and whether it is met. */
export function criteriaPicture(input: ScorecardInput, marks: SourceMarks): Content[] {
  const inColumn = (width: number): Setting => ({ face: 'normal', fontSize: rowSize, width });
  const heights = input.set.criteria.map(({ id, name }) => {
    const ofName = textLines(`${vi(name)} [0]`, inColumn(nameWidth(input))).length;
    return Math.max(textLines(id, inColumn(idWidth)).length, ofName) + rowPadding / rowSize;
  });
  const linesOf = (rows: readonly number[]) => rows.reduce((sum, height) => sum + height, 0);
  const heading = sectionTitle('Điểm theo tiêu chí');
  const parts = [criteriaBars(input, marks), legend()];
  return fitsOnPage(linesBesideRows + linesOf(heights))
    ? [{ unbreakable: true, stack: [heading, ...parts] }]
    : keptWithTitle(
        heading,
        parts,
        Math.min(2 + linesOf(heights.slice(0, keptRows)), mostLinesKept) * rowSize * lineSpacing(),
      );
}

function figureWidth({ scorecard }: ScorecardInput): number {
  const widths = scorecard.criteria.map((score) => textWidth(pointsOfMaximum(score), 'normal', rowSize));
  return Math.max(...widths) + 1;
}

function nameWidth(input: ScorecardInput): number {
  return contentWidth - idWidth - trackWidth - figureWidth(input) - markWidth - remarkWidth - 5 * gap;
}

function criteriaBars(input: ScorecardInput, marks: SourceMarks): Content {
  const { set, scorecard } = input;
  const rows = set.criteria.flatMap((criterion, index): TableCell[][] => {
    const score = scorecard.criteria[index];
    if (score === undefined) return [];
    return [
      [
        { text: criterion.id },
        { text: `${vi(criterion.name)}${marks.of(criterion.provenance)}` },
        { canvas: criterionBar(score), margin: [0, 3.5, 0, 0] },
        { text: pointsOfMaximum(score), alignment: 'right', noWrap: true },
        { stack: [drawnMark(markOf(score))], margin: [0, 3, 0, 0] },
        { text: score.provisional ? provisionalText : '', italics: true, fontSize: 11, alignment: 'right' },
      ],
    ];
  });
  return {
    fontSize: rowSize,
    table: {
      widths: [idWidth, nameWidth(input), trackWidth, figureWidth(input), markWidth, remarkWidth],
      headerRows: 1,
      keepWithHeaderRows: keptRows,
      dontBreakRows: true,
      body: [
        [
          { text: 'TT', bold: true },
          { text: 'Tiêu chí', bold: true },
          { text: 'Điểm/tối đa', bold: true, alignment: 'right', colSpan: 2 },
          {},
          { text: '' },
          { text: '' },
        ],
        ...rows,
      ],
    },
    layout,
  };
}

function pointsOfMaximum({ points, max }: CriterionScore): string {
  return `${points === null ? '–' : numberText(points)}/${numberText(max)}`;
}

/** Filled as far as the points go; a stroke at its beginning for zero, a broken outline while figures are missing. */
function criterionBar({ points, max, complete }: CriterionScore): CanvasElement[] {
  return [
    track(0, trackWidth, trackHeight, !complete),
    ...bar(0, ((points ?? 0) / max) * trackWidth, trackHeight),
    ...(points === 0 ? [upright(0.8, -1.2, trackHeight + 1.2, 2.2, 'black')] : []),
  ];
}

function markOf(score: CriterionScore): Mark {
  if (!score.complete) return 'dash';
  return score.points === 0 ? 'cross' : 'tick';
}

const legendSize = 11;
const legendGap = 5;
const legendSpace = 14;

/** Reads the bars and the drawn marks. */
function legend(): Content {
  const words = (text: string): Column => ({
    width: textWidth(text, 'italics', legendSize) + legendSpace,
    text,
    noWrap: true,
  });
  const entry = (mark: Mark, text: string): Column[] => [
    { width: markWidth, stack: [drawnMark(mark)], margin: [0, 2.5, 0, 0] },
    words(text),
  ];
  return {
    columns: [
      ...entry('tick', 'đạt (trên 0 điểm)'),
      ...entry('cross', 'bị 0 điểm'),
      ...entry('dash', 'chưa đủ số liệu'),
      words('phần tô đen: số điểm đạt được'),
    ],
    columnGap: legendGap,
    fontSize: legendSize,
    italics: true,
    margin: [0, 4, 0, 0],
  };
}
