/** One criterion of the scorecard in full, as a table, or as several where long remarks run over pages. */
import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { Criterion, Indicator } from '../../../criteria/schema.ts';
import type { CriterionScore } from '../../../criteria/score.ts';
import { pointsText, provisionalText, vi } from '../../../criteria/wording.ts';
import type { ScorecardInput } from '../document-input.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { gap, middleWidth, numberWidth, pointsWidth, small } from './detail-columns.ts';
import { indicatorLines } from './indicator-lines.ts';
import { remarks } from './remark-rows.ts';

interface Row {
  readonly cells: TableCell[];
  /** The rule above it. */
  readonly rule: 'strong' | 'thin' | 'none';
  /** Points of space within it. */
  readonly above: number;
  readonly below: number;
}

/** Rows of one table; the first of them come again on every page that it runs over. */
interface Part {
  readonly headers: readonly Row[];
  readonly rows: Row[];
}

/**
 * The criterion's heading is a header, so that it comes again on the next page and never stays alone. An indicator with
 * long remarks is a table with itself as the header, because a page may begin in the middle of what is noted.
 */
export function criterionTables(
  input: ScorecardInput,
  criterion: Criterion,
  score: CriterionScore,
  marks: SourceMarks,
): Content[] {
  const parts: Part[] = [{ headers: [headingRow(criterion, score, marks), spaceBelowHeading()], rows: [] }];
  let open = parts[0];
  let first = true;
  for (const [index, indicator] of criterion.indicators.entries()) {
    const indicatorScore = score.indicators[index];
    if (indicatorScore === undefined) continue;
    const place = first ? firstPlace : laterPlace;
    const { inRow, rows } = remarks(input, indicator.id);
    const lines = indicatorLines(input, indicator, indicatorScore, marks);
    const title = titleOf(indicator, marks);
    const points = pointsStack(pointsText(indicatorScore), [
      indicatorScore.provisional ? provisionalText : '',
    ]);
    if (rows.length > 0) {
      const header = { ...place, below: 3, cells: [{ text: indicator.id }, title, points] };
      const below = [
        [empty(), { stack: lines }, empty()],
        ...(inRow.length > 0 ? [wideCells({ stack: inRow })] : []),
        ...rows.map(wideCells),
      ].map((cells, row, all): Row => joinedRow(cells, row === all.length - 1));
      if (first) parts.pop();
      parts.push({ headers: [...(first ? (open?.headers ?? []) : []), header], rows: below });
      open = undefined;
    } else {
      if (open === undefined) {
        open = { headers: [], rows: [] };
        parts.push(open);
      }
      open.rows.push({ ...place, cells: indicatorCells(indicator.id, [title, ...lines], points, inRow) });
    }
    first = false;
  }
  return parts.map((part, index) => tableOf(part, index === parts.length - 1));
}

/** Right below the heading, and below another indicator. */
const firstPlace = { rule: 'none', above: 0, below: 5 } as const;
const laterPlace = { rule: 'thin', above: 4, below: 5 } as const;

/** NOTE: an empty cell of body text would be higher than a remark of one line. */
function empty(): TableCell {
  return { text: '', fontSize: 1 };
}

function wideCells(content: Content): TableCell[] {
  return [empty(), { stack: [content], colSpan: 2 }, empty()];
}

/** Goes on with the row above. */
function joinedRow(cells: TableCell[], last: boolean): Row {
  return { rule: 'none', above: 0, below: last ? 5 : 0, cells };
}

/** Remarks go on under the points as well. */
function indicatorCells(
  id: string,
  text: Content[],
  points: ReturnType<typeof pointsStack>,
  inRow: Content[],
): TableCell[] {
  if (inRow.length === 0) return [{ text: id }, { stack: text }, points];
  const beside: Content = {
    columns: [
      { width: middleWidth, stack: text },
      { width: pointsWidth, ...points },
    ],
    columnGap: gap,
  };
  return [{ text: id }, { stack: [beside, ...inRow], colSpan: 2 }, {}];
}

function titleOf(indicator: Indicator, marks: SourceMarks): ContentText {
  return { text: `${vi(indicator.text)}${marks.of(indicator.provenance)}`, fontSize: 12.5 };
}

function tableOf({ headers, rows }: Part, last: boolean): Content {
  const all = [...headers, ...rows];
  return {
    margin: [0, 0, 0, last ? 11 : 0],
    table: {
      widths: [numberWidth, middleWidth, pointsWidth],
      headerRows: headers.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: all.map(({ cells }) => cells),
    },
    layout: layout(all, last),
  };
}

function layout(rows: readonly Row[], last: boolean): CustomTableLayout {
  const ruleAbove = (row: number) => (row === rows.length ? (last ? 'strong' : 'none') : rows[row]?.rule);
  return {
    hLineWidth: (row) => ({ strong: 0.8, thin: 0.3, none: 0 })[ruleAbove(row) ?? 'none'],
    hLineColor: (row) => (ruleAbove(row) === 'strong' ? 'black' : '#888888'),
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: (row) => rows[row]?.above ?? 0,
    paddingBottom: (row) => rows[row]?.below ?? 0,
  };
}

function headingRow(criterion: Criterion, score: CriterionScore, marks: SourceMarks): Row {
  return {
    rule: 'strong',
    above: 4,
    below: 5,
    cells: [
      { text: criterion.id, bold: true },
      {
        stack: [
          { text: `${vi(criterion.name)}${marks.of(criterion.provenance)}`, bold: true },
          { text: `Nguồn số liệu: ${vi(criterion.sector)}`, italics: true, fontSize: small },
        ],
      },
      pointsStack(
        pointsText(score),
        [
          ...(score.complete || score.points === null ? [] : ['chưa đủ số liệu']),
          `${score.provisional ? provisionalText : ''}${marks.of(criterion.maxProvenance)}`,
        ],
        true,
      ),
    ],
  };
}

/** Part of the header, so that what goes on at the top of a page is not pressed under it. */
function spaceBelowHeading(): Row {
  const cells = [1, 2, 3].map((): TableCell => ({ text: '', fontSize: 1, margin: [0, 0, 0, 3] }));
  return { rule: 'strong', above: 0, below: 0, cells };
}

function pointsStack(points: string, remarks: readonly string[], bold = false) {
  return {
    stack: [
      { text: points, bold, fontSize: 12.5 },
      ...remarks
        .filter((remark) => remark !== '')
        .map((remark) => ({ text: remark, italics: true, fontSize: small })),
    ],
    alignment: 'right' as const,
  };
}
