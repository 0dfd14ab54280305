/** The check code on paper: for a camera, for eyes and, in full, for whoever searches the file. */
import type { Content } from 'pdfmake/interfaces.js';
import { shortCode } from '../../../criteria/short-code.ts';
import type { ScorecardInput } from '../document-input.ts';
import { bareLayout, portrait } from '../page/decree-30.ts';
import { sectionTitle } from '../page/section-title.ts';

/**
 * In modules of two points (0.7 mm), so that a code is 29 to 35 mm wide, whatever the unit's code.
 * NOTE: pdfmake makes the modules whole points, as many as fit.
 */
const mostWidth = 98;
/** Modules of white around it. */
const quietZone = 4;
const columnWidth = mostWidth + 2 * quietZone * 2;
const spaceAbove = 10;

/** At most, in points. */
export const checkCodeHeight = spaceAbove + columnWidth;

/** What a camera reads: format, unit, year, revision, status and check code. */
export function checkCodeText({ unit, year, revision, status, sha256 }: ScorecardInput): string {
  return ['CFC1', unit.code, year, revision, status, sha256].join(';');
}

export function checkCodeBlock(input: ScorecardInput): Content {
  const textColumn = portrait.contentWidth - columnWidth;
  return {
    unbreakable: true,
    margin: [0, spaceAbove, 0, 0],
    table: {
      widths: [columnWidth, textColumn],
      body: [
        [
          { qr: checkCodeText(input), eccLevel: 'M', fit: mostWidth, padding: quietZone },
          {
            stack: [
              { ...sectionTitle('Mã kiểm tra'), margin: [0, 6, 0, 0] },
              { text: shortCode(input.sha256), bold: true, fontSize: 20, margin: [0, 2, 0, 2] },
              {
                text: 'Mã này cho biết phiếu được in từ bản ghi nào. Số trên giấy phải được đối chiếu với bản ghi mang cùng mã; mã không phải là chữ ký.',
                fontSize: 11,
              },
              { text: input.sha256, fontSize: 8, margin: [0, 5, 0, 0] },
            ],
          },
        ],
      ],
    },
    layout: bareLayout,
  };
}
