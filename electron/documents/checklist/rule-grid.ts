/** The bands of a ratio as a small table: what is reached above, the points that it gives below. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { CriteriaSet, RatioIndicator } from '../../../criteria/schema.ts';
import type { BandTable } from '../../../criteria/score.ts';
import { lowerFirst, numberText, ruleLines, vi } from '../../../criteria/wording.ts';
import type { SourceMarks } from '../page/source-marks.ts';

const bandsInRow = 4;
const padding = 3;
const rule = 0.4;

const layout: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? rule : 0),
  vLineWidth: () => rule,
  hLineColor: () => '#888888',
  vLineColor: () => '#888888',
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: (row) => (row === 0 ? 2 : 0),
  paddingBottom: (row) => (row === 0 ? 0 : 2),
};

/** The rule of every unit class: first what holds for all that have none of their own, then those that do. */
export function ruleGrids(
  set: CriteriaSet,
  indicator: RatioIndicator,
  width: number,
  marks: SourceMarks,
): Content[][] {
  if (indicator.classBands.length === 0) return [gridRows(indicator, indicator, width, marks)];
  const own = indicator.classBands.map(({ unitClass }) => unitClass);
  const others = set.unitClasses.map(({ id }) => id).filter((id) => !own.includes(id));
  const tables = [
    ...(others.length === 0 ? [] : [{ classes: others, table: indicator }]),
    ...indicator.classBands.map((table) => ({ classes: [table.unitClass], table })),
  ];
  return tables.map(({ classes, table }) => [
    forWhom(set, classes, marks),
    ...gridRows(indicator, table, width, marks),
  ]);
}

function forWhom({ unitClasses }: CriteriaSet, ids: readonly string[], marks: SourceMarks): Content {
  const wordings = unitClasses
    .filter(({ id }) => ids.includes(id))
    .map(({ wording, provenance }) => `cho ${lowerFirst(vi(wording))}${marks.of(provenance)}`);
  return { text: `Quy định ${wordings.join('; ')}:`, italics: true, fontSize: 10, margin: [0, 3, 0, 0] };
}

function gridRows(indicator: RatioIndicator, table: BandTable, width: number, marks: SourceMarks): Content[] {
  const rules = [...table.bands, table.otherwise];
  const cells = ruleLines(indicator, table).map(({ condition, points }, index) => {
    const provenance = rules[index]?.provenance;
    return {
      condition,
      points: `${numberText(points)} điểm${provenance === undefined ? '' : marks.of(provenance)}`,
    };
  });
  const columns = Math.min(bandsInRow, cells.length);
  const cellWidth = (width - (columns + 1) * rule) / columns - 2 * padding;
  const rows = Math.ceil(cells.length / columns);
  return Array.from({ length: rows }, (_, row): Content => {
    const inRow = cells.slice(row * columns, (row + 1) * columns);
    return {
      fontSize: 10,
      alignment: 'center',
      margin: [0, row === 0 ? 3 : 0, 0, 0],
      table: {
        widths: inRow.map(() => cellWidth),
        body: [
          inRow.map(({ condition }): TableCell => ({ text: condition })),
          inRow.map(({ points }): TableCell => ({ text: points, bold: true })),
        ],
      },
      layout,
    };
  });
}
