/** Where the fields of digital signatures stand: in the room for signatures, on empty ground, or over what was printed. */
import type { SheetDifference } from '../api.ts';
import { signHere } from '../documents/page/decree-30.ts';
import type { Annotation, ReadPage, TextItem } from './read-pages.ts';

/** Left, bottom, right, top in points. */
type Box = readonly [left: number, bottom: number, right: number, top: number];

export interface SignaturePlaces {
  readonly differences: readonly SheetDifference[];
  readonly remarks: readonly string[];
}

/** Points that a box drawn by hand may reach over what it stands beside. */
const slack = 2;
/** Characters of what is covered. */
const mostTold = 200;
const instructions = new Set([signHere(''), signHere('?')]);
const isInstruction = ({ text }: TextItem) => instructions.has(text.trim());

/**
 * Whatever the look of a signature shows is not ours to judge, so it may stand only where nobody takes it for a part of
 * the sheet: it covers nothing, and outside the room for signatures it is told. The line that asks for it may be covered.
 */
export function signaturePlaces(number: number, page: ReadPage, isLast: boolean): SignaturePlaces {
  const boxes = page.annotations.map(visibleBox).filter((box) => box !== null);
  const covered = page.items.filter(
    (item) => !isInstruction(item) && boxes.some((box) => meet(box, boxOfText(item))),
  );
  const drawn = page.marks.some(
    ({ box: around }) => around !== null && boxes.some((box) => meet(box, around as Box)),
  );
  if (covered.length > 0 || drawn)
    return {
      differences: [
        {
          page: number,
          message: `Trang ${number}: ô chữ ký số che ${covered.length > 0 ? 'chữ' : 'hình'} đã in`,
          expected: covered.length > 0 ? shortened(covered.map(({ text }) => text.trim()).join(' ')) : null,
          found: covered.length > 0 ? 'bị che' : null,
        },
      ],
      remarks: [],
    };
  const room = isLast ? signatureRoom(page) : null;
  if (boxes.every((box) => room !== null && isWithin(box, room))) return { differences: [], remarks: [] };
  return number === 1 && !isLast
    ? {
        differences: [
          {
            page: number,
            message: `Trang ${number}: có ô chữ ký số hiện trên trang kết quả, nơi không có chỗ ký`,
            expected: null,
            found: null,
          },
        ],
        remarks: [],
      }
    : {
        differences: [],
        remarks: [
          `Trang ${number} có ô chữ ký số hiện ngoài chỗ ký; những gì thấy trong ô không phải do chương trình in`,
        ],
      };
}

/** Enough to find the place. */
function shortened(text: string): string {
  return text.length <= mostTold ? text : `${text.slice(0, mostTold)}…`;
}

/** Null for one of which nothing is seen. */
function visibleBox({ kind, box: [left = 0, bottom = 0, right = 0, top = 0] }: Annotation): Box | null {
  return kind === 'signature' && right > left && top > bottom ? [left, bottom, right, top] : null;
}

/** Between the lines that ask to sign and the names below them, as wide as the page; null where nobody is asked to. */
function signatureRoom({ items, shape: [left = 0, , right = 0] }: ReadPage): Box | null {
  const asked = items.filter(isInstruction);
  const lowest = Math.min(...asked.map(({ y }) => y));
  const names = items.filter(({ y }) => y < lowest - slack).map(({ y, height }) => y + height / 2);
  if (asked.length === 0 || names.length === 0) return null;
  const highest = Math.max(...asked.map(({ y, height }) => y + height));
  return [left, Math.max(...names), right, highest];
}

function boxOfText({ x, y, width, height }: TextItem): Box {
  return [x, y - 0.2 * height, x + width, y + 0.75 * height];
}

function meet(box: Box, [left, bottom, right, top]: Box): boolean {
  return box[0] + slack < right && left < box[2] - slack && box[1] + slack < top && bottom < box[3] - slack;
}

function isWithin(box: Box, [left, bottom, right, top]: Box): boolean {
  return (
    box[0] >= left - slack && box[1] >= bottom - 2 * slack && box[2] <= right + slack && box[3] <= top + slack
  );
}
