/** The units of one criteria set, a row each, with the points of every criterion: in one table, or by place in several. */
import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { Unit } from '../../../criteria/unit.ts';
import { numberText } from '../../../criteria/wording.ts';
import type { SummaryUnit } from '../document-input.ts';
import { textLines } from '../engine/text-lines.ts';
import { landscapeList } from '../page/decree-30.ts';
import { unitsByPlace } from './summary-order.ts';
import { type ListColumns, listColumns, spaceAfter } from './table-columns.ts';
import { columnLabels, criteriaTitle, type List, unitRow, zeroRow } from './unit-rows.ts';

/**
 * The column heads come again on every page. Where there are several places, a page never begins amid one without its
 * name: a place of a few units is never torn apart, and a larger one is a table whose head names it.
 */
export function unitTables(
  set: CriteriaSet,
  units: readonly SummaryUnit[],
  nameOf: (unit: Unit) => string,
): Content[] {
  const columns = listColumns(set, units);
  const list: List = { set, units, columns };
  const [first, ...others] = listedPlaces(list, nameOf);
  const zeros = zeroRow(list);
  if (first === undefined) return [];
  if (others.length === 0) {
    const ending = keptRows([...first.rows.slice(-1), zeros], columns, () => strong);
    return [table(list, null, [...first.rows.slice(0, -1), ending])];
  }
  const whole = captionOf('Cả danh sách', units.length);
  return [...placeTables(list, [first, ...others]), table(list, whole, [zeros])];
}

interface ListedPlace {
  readonly caption: string;
  readonly rows: readonly TableCell[][];
  /** Little enough to be kept on one page. */
  readonly small: boolean;
}

function captionOf(place: string, count: number): string {
  return `${place} – ${numberText(count)} đơn vị`;
}

const mostSmallUnits = 3;
const mostSmallLines = 10;

/** The units are numbered through all places. */
function listedPlaces({ units, columns }: List, nameOf: (unit: Unit) => string): ListedPlace[] {
  const { fontSize, widths } = columns;
  const linesOf = (text: string, width: number) => textLines(text, { face: 'bold', fontSize, width }).length;
  let number = 0;
  return unitsByPlace(units).map((place) => {
    const caption = captionOf(place.name, place.units.length);
    const names = place.units.map(({ unit }) => nameOf(unit));
    const lines = names.reduce(
      (sum, name) => sum + linesOf(name, widths[1] ?? 0),
      linesOf(caption, landscapeList.contentWidth),
    );
    const rows = place.units.map((listed, index) => {
      number += 1;
      return unitRow(listed, number, names[index] ?? '', fontSize);
    });
    return { caption, rows, small: rows.length <= mostSmallUnits && lines <= mostSmallLines };
  });
}

/** Small places in succession share a table and its head. */
function placeTables(list: List, places: readonly ListedPlace[]): Content[] {
  const tables: Content[] = [];
  let together: TableCell[][] = [];
  const close = () => {
    if (together.length > 0) tables.push(table(list, null, together));
    together = [];
  };
  for (const { caption, rows, small } of places) {
    if (small) {
      const kept = [captionRow(caption, list.columns), ...rows];
      together.push(keptRows(kept, list.columns, (row) => (row > 1 ? faint : null)));
    } else {
      close();
      tables.push(table(list, caption, rows));
    }
  }
  close();
  return tables;
}

/**
 * Rows that are never torn apart: one row, with a table of the same columns in it. `ruled` is the rule above each but
 * the first.
 */
function keptRows(
  rows: readonly TableCell[][],
  columns: ListColumns,
  ruled: (row: number) => Rule | null,
): TableCell[] {
  const ruleAbove = (row: number, { table }: ContentTable) =>
    (row > 0 && row < table.body.length ? ruled(row) : null) ?? noRule;
  return overAll(
    {
      table: { widths: [...columns.widths], body: [...rows] },
      layout: {
        ...layout(columns, 0),
        hLineWidth: (row, node) => ruleAbove(row, node).width,
        hLineColor: (row, node) => ruleAbove(row, node).colour,
        paddingTop: (row) => (row === 0 ? 0 : rowPadding),
        paddingBottom: (row, { table }) => (row === table.body.length - 1 ? 0 : rowPadding),
      },
    },
    columns,
  );
}

function captionRow(caption: string, columns: ListColumns): TableCell[] {
  return overAll({ text: caption, bold: true }, columns);
}

function overAll(cell: Content, { widths }: ListColumns): TableCell[] {
  return widths.map(
    (_, index): TableCell =>
      index === 0 ? ({ ...(cell as object), colSpan: widths.length } as TableCell) : {},
  );
}

/** A caption is a part of the head, above its rule. */
function table(list: List, caption: string | null, rows: readonly TableCell[][]): Content {
  const { set, columns } = list;
  const captions = caption === null ? [] : [captionRow(caption, columns)];
  return {
    margin: [0, 4, 0, 8],
    fontSize: columns.fontSize,
    table: {
      widths: [...columns.widths],
      headerRows: captions.length + headRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [...captions, criteriaTitle(set, columns), columnLabels(list), ...rows],
    },
    layout: layout(columns, captions.length),
  };
}

const headRows = 2;
const rowPadding = 2.5;

interface Rule {
  readonly width: number;
  readonly colour: string;
}

const noRule: Rule = { width: 0, colour: 'black' };
const strong: Rule = { width: 0.8, colour: 'black' };
const faint: Rule = { width: 0.3, colour: '#888888' };

function layout({ spaces }: ListColumns, captions: number): CustomTableLayout {
  const line = (row: number, rows: number) => {
    if (row < captions || row === captions + 1) return noRule;
    return [captions, captions + headRows, rows].includes(row) ? strong : faint;
  };
  return {
    hLineWidth: (row, { table }) => line(row, table.body.length).width,
    hLineColor: (row, { table }) => line(row, table.body.length).colour,
    vLineWidth: () => 0,
    paddingLeft: (column) => spaces[column] ?? 0,
    paddingRight: () => spaceAfter,
    paddingTop: (row) => (row < captions + headRows ? 1.5 : rowPadding),
    paddingBottom: (row) => (row < captions ? 1.5 : row < captions + headRows - 1 ? 0 : rowPadding),
  };
}
