/**
 * What can be told of pages that cannot be printed again to compare them, because they come from another layout or
 * another criteria set: whether the sheet's main words stand on them.
 */
import { totalText, verdictText } from '../../criteria/wording.ts';
import type { SheetDifference } from '../api.ts';
import { printableText } from '../documents/engine/printable-text.ts';
import type { SheetAttachment } from './attachment.ts';
import { inTheFile } from './inner-checks.ts';

/** What of the sheet is looked for, as a part of a sentence. */
export const lookedFor = 'tên đơn vị, tổng điểm, kết luận, mã kiểm tra, các ghi chú và minh chứng';

/** Of a text that pages cut into pieces: no piece but the last is shorter, in letters. */
const shortestPiece = 12;

/** What the pages should say and do not; white space does not count. */
export function missingWords(sheet: SheetAttachment, text: string): SheetDifference[] {
  const pages = solid(text);
  const { verdict } = sheet.scorecard;
  const words: (readonly [what: string, text: string])[] = [
    ['tên đơn vị', sheet.unit.name],
    ['tổng điểm', totalText(sheet.scorecard)],
    ['kết luận', verdictText[verdict]],
    ['mã kiểm tra', sheet.sha256.slice(0, 16)],
    ...Object.entries(sheet.notes).map(([id, note]) => [`ghi chú của chỉ tiêu ${id}`, note] as const),
    ...Object.entries(sheet.evidence).flatMap(([id, lines]) =>
      lines.map((line) => [`minh chứng của chỉ tiêu ${id}`, line] as const),
    ),
  ];
  return words
    .map(([what, word]) => [what, printableText(word)] as const)
    .filter(([, word]) => !standsIn(pages, solid(word)))
    .map(([what, word]) => inTheFile(`Trên các trang không thấy ${what}`, word));
}

/** Whether a text is there, whole or in pieces as long as the pages that it runs over allow. */
function standsIn(pages: string, text: string): boolean {
  for (let rest = text; rest !== ''; ) {
    let found = 0;
    for (let step = rest.length; step >= 1; step = Math.floor(step / 2))
      while (found + step <= rest.length && pages.includes(rest.slice(0, found + step))) found += step;
    if (found < Math.min(rest.length, shortestPiece)) return false;
    rest = rest.slice(found);
  }
  return true;
}

function solid(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '');
}
