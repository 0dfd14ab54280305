/** Notes and evidence by indicator, in full: a table for each indicator, whose heading comes again on the next page. */

import type { Content, ContentTable, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { entryOf } from '../../../criteria/lookup.ts';
import type { Indicator } from '../../../criteria/schema.ts';
import type { IndicatorScore } from '../../../criteria/score.ts';
import { pointsText, provisionalText, vi } from '../../../criteria/wording.ts';
import type { MinutesInput } from '../document-input.ts';
import type { Setting } from '../engine/text-lines.ts';
import { portrait } from '../page/decree-30.ts';
import { noteRows } from '../page/note-rows.ts';
import type { SourceMarks } from '../page/source-marks.ts';

const gap = 6;
const numberWidth = 28;
const pointsWidth = 82;
const textWidth = portrait.contentWidth - numberWidth - pointsWidth - 2 * gap;
const small = 11.5;
const evidenceNumberWidth = 22;

/** A remark goes on under the points of its indicator as well. */
const remarkWidth = textWidth + gap + pointsWidth;
const noteSetting: Setting = { face: 'normal', fontSize: small, width: remarkWidth };
const evidenceSetting: Setting = { ...noteSetting, width: remarkWidth - evidenceNumberWidth };

/** The rows that come again on every page that the table runs over: the indicator and the space below it. */
const headerRows = 2;

const layout: CustomTableLayout = {
  hLineWidth: (row) => (row === 0 ? 0.8 : row === 1 ? 0.3 : 0),
  hLineColor: (row) => (row === 0 ? 'black' : '#888888'),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : gap),
  paddingRight: () => 0,
  paddingTop: (row) => (row === 0 ? 3 : 0),
  paddingBottom: (row, { table }: ContentTable) => (row === 0 ? 3 : row === table.body.length - 1 ? 8 : 0),
};

/** Part of the header, so that what goes on at the top of a page is not pressed under it. */
function spaceBelowHeader(): TableCell[] {
  return ['', '', ''].map((text) => ({ text, fontSize: 1, margin: [0, 0, 0, 2] }));
}

/** Empty where nothing was noted. */
export function remarkTables(input: MinutesInput, marks: SourceMarks): Content[] {
  return input.set.criteria.flatMap((criterion, c) =>
    criterion.indicators.flatMap((indicator, i) => {
      const score = input.scorecard.criteria[c]?.indicators[i];
      const remarks = [...noteOf(input, indicator), ...evidenceOf(input, indicator)];
      return score === undefined || remarks.length === 0
        ? []
        : [remarkTable(headerRow(indicator, score, marks), remarks)];
    }),
  );
}

function remarkTable(header: TableCell[], remarks: readonly Content[]): Content {
  // NOTE: an empty cell of body text would be higher than a remark of one line.
  const empty = (): TableCell => ({ text: '', fontSize: 1 });
  return {
    table: {
      widths: [numberWidth, textWidth, pointsWidth],
      headerRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        header,
        spaceBelowHeader(),
        ...remarks.map((remark): TableCell[] => [empty(), { stack: [remark], colSpan: 2 }, empty()]),
      ],
    },
    layout,
  };
}

function headerRow(indicator: Indicator, score: IndicatorScore, marks: SourceMarks): TableCell[] {
  return [
    { text: indicator.id },
    { text: `${vi(indicator.text)}${marks.of(indicator.provenance)}`, fontSize: 12.5 },
    {
      stack: [
        { text: pointsText(score), fontSize: 12.5 },
        ...(score.provisional ? [{ text: provisionalText, italics: true, fontSize: 11 }] : []),
      ],
      alignment: 'right',
    },
  ];
}

function noteOf({ notes }: MinutesInput, { id }: Indicator): Content[] {
  const note = (entryOf(notes, id) ?? '').trim();
  if (note === '') return [];
  return withLabel('Ghi chú:', noteRows(note, noteSetting).map(asTyped));
}

function evidenceOf({ evidence }: MinutesInput, { id }: Indicator): Content[] {
  const lines = entryOf(evidence, id) ?? [];
  return withLabel(
    'Minh chứng:',
    lines.flatMap((line, index) =>
      noteRows(line, evidenceSetting).map(
        (part, row): Content => ({
          columns: [
            { width: evidenceNumberWidth, text: row === 0 ? `${index + 1}.` : '' },
            { width: evidenceSetting.width, ...asTyped(part) },
          ],
          margin: [0, 1.5, 0, 0],
          fontSize: small,
        }),
      ),
    ),
  );
}

function asTyped(text: string): ContentText {
  return { text, preserveLeadingSpaces: true, fontSize: small };
}

/** The label stays with the first part, whatever page the others are on. */
function withLabel(label: string, [first, ...rest]: readonly Content[]): Content[] {
  if (first === undefined) return [];
  const heading: ContentText = { text: label, italics: true, fontSize: small, margin: [0, 2, 0, 0] };
  return [{ stack: [heading, first] }, ...rest];
}
