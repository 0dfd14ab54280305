/** Text as the fonts can print it. A character without a glyph would come out as an empty box, and its meaning be lost. */
import { hasGlyph } from './fonts.ts';

/** Signs that people put into notes, as the nearest that the fonts have. */
const standIns = new Map(
  Object.entries({
    '✓✔✅🗸': '√',
    '☑🗹': '[√]',
    '✗✘✕✖❌❎🗙': '×',
    '☒🗵🗷': '[×]',
    '☐◻◽⬜': '□',
    '◼◾⬛': '■',
    '★☆⭐✩✪✭✮✯✱✲✶🌟': '*',
    '◆◇❖❑❒❏❐': '▪',
    '➢➣➤▶▷▸▹⮚❯': '►',
    '⇒⟹': '=>',
    '⇐⟸': '<=',
    '⇔⟺': '<=>',
    '➔➙➛➜➝➞➡⟶⭢': '→',
    '⬅⟵': '←',
    '⬆': '↑',
    '⬇': '↓',
    '⩽≦': '≤',
    '⩾≧': '≥',
    '✦✧⬤⚫⚪🔴🔵': '•',
    '➕': '+',
    '➖': '-',
    '👍': '(+)',
    '👎': '(-)',
  }).flatMap(([signs, standIn]) => [...signs].map((sign) => [sign, standIn] as const)),
);

const lineBreak = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What has no shape of its own: controls, joiners, selectors of a variant of the sign before. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** What short texts became: most are the same in every document. */
const known = new Map<string, string>();
const longestKnown = 200;
const mostKnown = 10_000;

/** In NFC, line breaks of one kind, and nothing in it that one of the fonts cannot print. Done twice it changes nothing more. */
export function printableText(text: string): string {
  if (text.length > longestKnown) return printable(text);
  let printed = known.get(text);
  if (printed === undefined) {
    printed = printable(text);
    if (known.size >= mostKnown) known.clear();
    known.set(text, printed);
  }
  return printed;
}

function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(lineBreak, '\n')
    .replaceAll('\t', '    ')
    .replace(unseen, '')
    .replace(/[^\n -~]/gu, (sign) => (prints(sign) ? sign : standInFor(sign)));
}

function standInFor(sign: string): string {
  const codePoint = sign.codePointAt(0) ?? 0;
  const standIn = standIns.get(sign) ?? numberInCircle(codePoint);
  if (standIn !== undefined) return standIn;
  const plain = sign.normalize('NFKC');
  // NOTE: a raised figure without its height is another figure, so of numbers only those in circles become plain.
  const isNumber = /^\p{No}$/u.test(sign);
  if (!prints(plain) || (isNumber && !/[\u2460-\u24ff]/.test(sign)))
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  return isNumber && /^\d+$/.test(plain) ? `(${plain})` : plain;
}

/** The circled numbers that Unicode knows as pictures only, ten to a row. */
function numberInCircle(codePoint: number): string | undefined {
  const row = [0x2776, 0x2780, 0x278a].find((first) => codePoint >= first && codePoint < first + 10);
  if (row !== undefined) return `(${codePoint - row + 1})`;
  return codePoint >= 0x24eb && codePoint <= 0x24f4 ? `(${codePoint - 0x24eb + 11})` : undefined;
}

function prints(text: string): boolean {
  return [...text].every((sign) => hasGlyph(sign.codePointAt(0) ?? 0));
}
