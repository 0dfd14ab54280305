/** Which unit a checklist is about: as far as it is known, the rest to be filled and ticked by hand. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { numberText, vi } from '../../../criteria/wording.ts';
import type { ChecklistInput } from '../document-input.ts';
import { bareLayout, portrait } from '../page/decree-30.ts';
import { placeByItself } from '../page/place.ts';
import { confirmedText, rulesCode, versionText } from '../page/rules-block.ts';
import type { SourceMarks } from '../page/source-marks.ts';
import { writingLines } from '../page/writing-lines.ts';
import { tickBox } from './tick-box.ts';

const labelWidth = 104;
const valueWidth = portrait.contentWidth - labelWidth;
const fontSize = 12.5;
const typesInRow = 4;
const mostConfirmers = 3;

const layout: CustomTableLayout = { ...bareLayout, paddingTop: () => 2, paddingBottom: () => 3 };

export function unitForm({ set, about }: ChecklistInput, marks: SourceMarks): Content {
  const { unit, year } = about ?? {};
  const types = set.unitTypes.map((type) =>
    choice(`${vi(type.label)}${marks.of(type.provenance)}`, unit?.type === type.id, valueWidth / typesInRow),
  );
  const typeRows = Array.from(
    { length: Math.ceil(types.length / typesInRow) },
    (_, row): Content => ({
      columns: types.slice(row * typesInRow, (row + 1) * typesInRow),
    }),
  );
  const classes = set.unitClasses.map(({ id, wording, threshold, provenance }) =>
    choice(
      `${vi(wording)}${marks.of(provenance)} (mức tối thiểu ${numberText(threshold)} điểm)`,
      unit?.class === id,
      valueWidth,
    ),
  );
  return {
    margin: [0, 10, 0, 0],
    fontSize,
    table: {
      widths: [labelWidth, valueWidth],
      dontBreakRows: true,
      body: [
        line('Đơn vị', unit?.name, true),
        line('Mã đơn vị', unit?.code),
        ['Loại đơn vị:', { stack: typeRows }],
        ['Nhóm đơn vị:', { stack: classes }],
        line('Địa bàn', unit && placeByItself(unit)),
        line('Năm đánh giá', year === undefined ? undefined : String(year)),
        line('Ngày ghi số liệu', undefined),
        line('Bộ tiêu chí', `${versionText(set)}, ${vi(set.legalBasis)}, mã ${rulesCode(set, 'first')}`),
        line('Đối chiếu', confirmedText(set, mostConfirmers)),
      ],
    },
    layout,
  };
}

function line(label: string, text: string | undefined, bold = false): TableCell[] {
  return text === undefined
    ? [{ text: `${label}:`, margin: [0, 7, 0, 0] }, { stack: writingLines(1, valueWidth) }]
    : [{ text: `${label}:` }, { text, bold }];
}

function choice(text: string, ticked: boolean, width: number): Content {
  return { stack: [tickBox(text, ticked, width, fontSize)], margin: [0, 0, 0, 3] };
}
