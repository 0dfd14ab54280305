/** One criterion to be filled by hand: its rules, boxes and dotted lines for the answers, room for notes and evidence. */
import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { factOf } from '../../../criteria/lookup.ts';
import type {
  CheckIndicator,
  CriteriaSet,
  Criterion,
  Indicator,
  Provenance,
  RatioIndicator,
} from '../../../criteria/schema.ts';
import { bandText, checkText, numberText, provisionalText, vi } from '../../../criteria/wording.ts';
import { lineSpacing, textWidth } from '../engine/fonts.ts';
import { portrait } from '../page/decree-30.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { field, writingLines, writingSpace } from '../page/writing-lines.ts';
import { ruleGrids } from './rule-grid.ts';
import { tickBox } from './tick-box.ts';

const gap = 6;
const numberWidth = 28;
const notesWidth = 122;
/** Between the rules and the notes. */
const rule = 0.3;
const middleWidth = portrait.contentWidth - numberWidth - notesWidth - 3 * gap - rule;
const figureRoom = 76;
const small = 11;

/** How many rules stand in one row; a row of more could be longer than a page. */
const rulesInRow = 3;
/** About as high as what stands beside them. */
const noteLines = { check: 3, ratio: 3, eachRule: 2 } as const;

/** The rows that come again on every page: the criterion, and what each column is for. */
const headerRows = 2;

/** `joined` rows go on with the row above: no rule and no space between them. */
function layout(joined: ReadonlySet<number>): CustomTableLayout {
  const strong = (row: number, { table }: ContentTable) => row <= 1 || row === table.body.length;
  return {
    hLineWidth: (row, node) => (joined.has(row) ? 0 : strong(row, node) ? 0.8 : 0.3),
    hLineColor: (row, node) => (strong(row, node) ? 'black' : '#888888'),
    vLineWidth: (column) => (column === 2 ? rule : 0),
    vLineColor: () => '#888888',
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: (column) => (column === 1 ? gap : 0),
    paddingTop: (row) => (joined.has(row) ? 0 : row === 1 ? 0.5 : 3.5),
    paddingBottom: (row) => (joined.has(row + 1) ? 0 : row === 1 ? 1 : 4),
  };
}

export function criterionForm(
  set: CriteriaSet,
  criterion: Criterion,
  asked: ReadonlyMap<string, string>,
  marks: SourceMarks,
): Content {
  const body = [headerRow(criterion, marks), columnNames()];
  const joined = new Set<number>();
  for (const indicator of criterion.indicators) {
    const [first, ...continued] =
      indicator.kind === 'check' ? [checkRow(indicator, marks)] : ratioRows(set, indicator, asked, marks);
    if (first !== undefined) body.push(first);
    for (const row of continued) joined.add(body.push(row) - 1);
  }
  return {
    margin: [0, 0, 0, 9],
    table: {
      widths: [numberWidth, middleWidth, notesWidth],
      headerRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body,
    },
    layout: layout(joined),
  };
}

function headerRow(criterion: Criterion, marks: SourceMarks): TableCell[] {
  const provisional = isProvisional(
    criterion.provenance,
    criterion.maxProvenance,
    ...criterion.indicators.flatMap(rulesOf),
  );
  return [
    { text: criterion.id, bold: true },
    {
      stack: [
        { text: `${vi(criterion.name)}${marks.of(criterion.provenance)}`, bold: true },
        { text: `Nguồn số liệu: ${vi(criterion.sector)}`, italics: true, fontSize: small },
      ],
      border: [false, true, false, true],
    },
    {
      stack: [
        { text: `Tối đa ${numberText(criterion.max)} điểm`, bold: true, fontSize: 12.5 },
        {
          text: `${provisional ? provisionalText : ''}${marks.of(criterion.maxProvenance)}`,
          italics: true,
          fontSize: small,
        },
      ],
      alignment: 'right',
      border: [false, true, false, true],
    },
  ];
}

function columnNames(): TableCell[] {
  return ['', 'Chỉ tiêu, quy định và số liệu', 'Ghi chú, minh chứng'].map((text) => ({
    text,
    italics: true,
    fontSize: 10,
    color: '#444444',
  }));
}

/** Every rule that can decide the points of an indicator. */
function rulesOf(indicator: Indicator): Provenance[] {
  if (indicator.kind === 'check') return [indicator.provenance];
  const tables = [indicator, ...indicator.classBands];
  return [
    indicator.provenance,
    indicator.zeroDenominator.provenance,
    ...tables.flatMap(({ bands, otherwise }) => [...bands, otherwise].map(({ provenance }) => provenance)),
  ];
}

function isProvisional(...rules: readonly Provenance[]): boolean {
  return rules.some(({ status }) => status === 'provisional');
}

function indicatorText(indicator: Indicator, marks: SourceMarks): Content {
  return {
    text: [
      `${vi(indicator.text)}${marks.of(indicator.provenance)}`,
      ...(isProvisional(...rulesOf(indicator))
        ? [{ text: ` (${provisionalText.replaceAll(' ', '\u00a0')})`, italics: true, fontSize: small }]
        : []),
    ],
    fontSize: 12.5,
  };
}

function checkRow(indicator: CheckIndicator, marks: SourceMarks): TableCell[] {
  const choice = (value: boolean): Content =>
    tickBox(
      `${checkText(value)} (${numberText(value ? indicator.points : 0)} điểm)`,
      false,
      middleWidth / 2,
      12,
    );
  return [
    { text: indicator.id },
    {
      stack: [
        indicatorText(indicator, marks),
        { columns: [choice(true), choice(false)], columnGap: 0, margin: [0, 7, 0, 0] },
      ],
    },
    { stack: writingLines(noteLines.check, notesWidth) },
  ];
}

function ratioRows(
  set: CriteriaSet,
  indicator: RatioIndicator,
  asked: ReadonlyMap<string, string>,
  marks: SourceMarks,
): TableCell[][] {
  const grids = ruleGrids(set, indicator, middleWidth, marks);
  const rows = Array.from({ length: Math.ceil(grids.length / rulesInRow) }, (_, row) =>
    grids.slice(row * rulesInRow, (row + 1) * rulesInRow).flat(),
  );
  const lines = noteLines.ratio + noteLines.eachRule * Math.min(grids.length, rulesInRow);
  const { gives, provenance } = indicator.zeroDenominator;
  const answers: Content[] = [
    {
      text: `Khi ${bandText(indicator, { kind: 'zero_denominator', gives })}${marks.of(provenance)}.`,
      italics: true,
      fontSize: 10,
      margin: [0, 3, 0, 0],
    },
    figure(set, indicator, 'Tử số', indicator.numerator, asked),
    figure(set, indicator, 'Mẫu số', indicator.denominator, asked),
    result(indicator),
  ];
  return rows.map((grid, index) => [
    index === 0 ? { text: indicator.id } : '',
    {
      stack: [
        ...(index === 0 ? [indicatorText(indicator, marks)] : []),
        ...grid,
        ...(index === rows.length - 1 ? answers : []),
      ],
    },
    index === 0 ? { stack: writingLines(lines, notesWidth) } : '',
  ]);
}

/** A dotted line where the figure is asked first, and later where to find it. */
function figure(
  set: CriteriaSet,
  indicator: RatioIndicator,
  part: string,
  id: string,
  asked: ReadonlyMap<string, string>,
): Content {
  const label = `${part}: ${vi(factOf(set, id).label)}`;
  const first = asked.get(id);
  if (first === undefined || first === indicator.id)
    return field({ label, text: '', width: middleWidth, fontSize: small, room: figureRoom });
  return {
    text: [label, { text: ` (đã ghi ở chỉ tiêu ${first})`, italics: true }],
    fontSize: small,
    margin: [0, 4, 0, 0],
  };
}

function result({ base, points }: RatioIndicator): Content {
  const betweenThem = 14;
  const rateWidth = (middleWidth - betweenThem) * 0.58;
  const pointsWidth = middleWidth - rateWidth - betweenThem;
  const line = (label: string, unit: string, width: number): Content => {
    const unitWidth = textWidth(unit, 'normal', small) + 5;
    return {
      columns: [
        {
          width: width - unitWidth,
          stack: [field({ label, text: '', width: width - unitWidth, fontSize: small })],
        },
        { width: unitWidth, text: unit, margin: [4, writingSpace - small * lineSpacing(), 0, 0] },
      ],
      // NOTE: said, because columns within columns take over the gap of those around them.
      columnGap: 0,
    };
  };
  return {
    columns: [
      {
        width: rateWidth,
        stack: [line('Tỷ lệ:', base === 100 ? '%' : `trên ${numberText(base)}`, rateWidth)],
      },
      { width: pointsWidth, stack: [line('Điểm:', `/ ${numberText(points)}`, pointsWidth)] },
    ],
    columnGap: betweenThem,
    fontSize: small,
  };
}
