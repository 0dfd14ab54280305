/** The list of all evidence: a table that goes on over as many pages as it needs. */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { sizeText } from '../../../criteria/evidence.ts';
import { shortCode } from '../../../criteria/short-code.ts';
import { vi } from '../../../criteria/wording.ts';
import { textLines } from '../engine/text-lines.ts';
import { portrait } from '../page/decree-30.ts';
import { sectionTitle } from '../page/section-title.ts';
import type { ListedEvidence, ListedItem } from './listed-evidence.ts';

const gap = 6;
const fixed = { number: 24, size: 58, code: 104, photo: 42 } as const;
const nameWidth =
  portrait.contentWidth - Object.values(fixed).reduce((sum, width) => sum + width, 0) - gap * 5;
const small = 11.5;
const columns = 5;
const codeColumn = 3;

/** Between size and code more than elsewhere, because one is set to the right and one to the left. */
const gapBefore = (column: number) => (column === 0 ? 0 : column === codeColumn ? 2 * gap : gap);

const layoutBelow = (strong: number): CustomTableLayout => ({
  hLineWidth: (row, { table }) => (row <= strong || row === table.body.length ? 0.8 : 0.3),
  hLineColor: (row, { table }) => (row <= strong || row === table.body.length ? 'black' : '#888888'),
  vLineWidth: () => 0,
  paddingLeft: gapBefore,
  paddingRight: () => 0,
  paddingTop: () => 3,
  paddingBottom: () => 3.5,
});

/** A table for each indicator, whose name comes again on the next page; above the first what the columns are. */
export function evidenceList(listed: readonly ListedEvidence[]): Content[] {
  return [
    sectionTitle('I. Danh mục minh chứng'),
    ...listed.map(({ indicator, items }, place): Content => {
      const above = [
        ...(place === 0 ? [head()] : []),
        indicatorRow(`${indicator.id}. ${vi(indicator.text)}`),
      ];
      return {
        fontSize: small,
        // NOTE: its upper rule is the lower one of the table above.
        margin: [0, place === 0 ? 0 : -0.8, 0, 0],
        table: {
          widths: [fixed.number, nameWidth, fixed.size, fixed.code, fixed.photo],
          headerRows: above.length,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          body: [...above, ...items.map((item, index) => itemRow(item, index + 1))],
        },
        layout: layoutBelow(above.length - 1),
      };
    }),
  ];
}

function head(): TableCell[] {
  return [
    { text: 'TT', bold: true },
    { text: 'Minh chứng', bold: true },
    { text: 'Cỡ', bold: true, alignment: 'right' },
    { text: 'Mã của tệp', bold: true },
    { text: 'Ảnh', bold: true, alignment: 'right' },
  ];
}

function indicatorRow(text: string): TableCell[] {
  const rest = Array.from({ length: columns - 1 }, (): TableCell => ({}));
  return [{ text, bold: true, colSpan: columns }, ...rest];
}

function itemRow({ item, photo, fault }: ListedItem, number: number): TableCell[] {
  const words = item.kind === 'paper' ? item.text : item.name;
  return [
    { text: String(number) },
    {
      stack: [
        textLines(words, { face: 'normal', fontSize: small, width: nameWidth }).join('\n'),
        ...(fault === null ? [] : [{ text: `${fault}.`, bold: true, italics: true }]),
      ],
    },
    { text: item.kind === 'paper' ? '' : sizeText(item.size), alignment: 'right' },
    item.kind === 'paper' ? { text: 'giấy tờ', italics: true } : { text: shortCode(item.sha256) },
    { text: photo === null ? '' : String(photo.number), alignment: 'right' },
  ];
}
