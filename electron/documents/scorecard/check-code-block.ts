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

/** What a camera reads: format, unit, year, revision, status and check code. */
export function checkCodeText({ unit, year, revision, status, sha256 }: ScorecardInput): string {
  return ['CFC1', unit.code, year, revision, status, sha256].join(';');
}

export function checkCodeBlock(input: ScorecardInput): Content {
  const textColumn = portrait.contentWidth - columnWidth;
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
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
                text: 'Đối chiếu mã này với mã do chương trình tính lại sẽ cho biết số liệu trên phiếu có bị sửa hay không; đây không phải là chữ ký.',
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
