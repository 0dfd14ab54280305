/** The name of an office in lines of much the same length, as few as there must be. */
import { textWidth } from '../engine/fonts.ts';
import { printableText } from '../engine/printable-text.ts';
import { type Setting, slack, textLines } from '../engine/text-lines.ts';

/** Words that a place name begins with, in the capitals of a heading. */
const areas = ['TỈNH', 'THÀNH PHỐ', 'HUYỆN', 'QUẬN', 'THỊ XÃ', 'THỊ TRẤN', 'XÃ', 'PHƯỜNG', 'ĐẶC KHU'].map(
  (name) => name.split(' '),
);

/** Weights of where a line may end, against the square of the share of it that is left empty. */
const beforePlace = 0;
const elsewhere = 0.15;
const withinPlace = 1;

/** The text in capitals in lines, as `textLines` would break it where a word is longer than a line. */
export function balancedLines(text: string, setting: Setting): string[] {
  const usual = textLines(text, setting);
  const words = printableText(text).split(/\s+/).filter(Boolean);
  const room = setting.width - slack;
  const widthOf = (from: number, to: number) =>
    textWidth(words.slice(from, to).join(' '), setting.face, setting.fontSize);
  if (usual.length <= 1 || words.some((_, at) => widthOf(at, at + 1) > room)) return usual;

  /** By the number of words that stand in the lines so far: the best way to break them. */
  let best = new Map<number, Breaks>([[0, { cost: 0, starts: [] }]]);
  for (const line of usual.keys()) {
    const longer = new Map<number, Breaks>();
    for (const [from, { cost, starts }] of best)
      for (let to = from + 1; to <= words.length && widthOf(from, to) <= room; to += 1) {
        if ((to === words.length) !== (line === usual.length - 1)) continue;
        const empty = 1 - widthOf(from, to) / room;
        const sum = cost + empty * empty + (to === words.length ? 0 : costOfBreak(words, to));
        if (sum < (longer.get(to)?.cost ?? Number.POSITIVE_INFINITY))
          longer.set(to, { cost: sum, starts: [...starts, from] });
      }
    best = longer;
  }
  const starts = best.get(words.length)?.starts;
  return starts === undefined
    ? usual
    : starts.map((start, index) => words.slice(start, starts[index + 1]).join(' '));
}

interface Breaks {
  readonly cost: number;
  /** The first word of each line. */
  readonly starts: readonly number[];
}

/** Of a line that begins with the word at this place. */
function costOfBreak(words: readonly string[], at: number): number {
  const [previous = '', next = ''] = [words[at - 1], words[at]];
  if (previous === '-' || next === '-') return withinPlace;
  if (previous.endsWith(',') && areas.some((area) => area[0] === next)) return withinPlace;
  const begun = areas.some((area) => area.some((_, index) => placeAt(words, at - 1 - index, area)));
  if (begun) return withinPlace;
  return areas.some((area) => placeAt(words, at, area)) ? beforePlace : elsewhere;
}

/** Whether a place name begins there. NOTE: what is listed is no name, and xã hội (society) is no commune. */
function placeAt(words: readonly string[], at: number, area: readonly string[]): boolean {
  return (
    area.every((word, index) => words[at + index] === word) &&
    words[at - 1]?.endsWith(',') !== true &&
    !(area[0] === 'XÃ' && (words[at + 1] === 'HỘI' || words[at - 1] === 'THỊ'))
  );
}
