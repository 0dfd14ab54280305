/** Reads a figure as people in Vietnam type it. Pure; the words for each fault are in the messages. */

export type FigureFault =
  | 'negative'
  | 'fraction'
  | 'ambiguous'
  | 'not_a_number'
  | 'too_large'
  /** Several cells of a spreadsheet. */
  | 'several';

export type ParsedFigure =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'figure'; readonly value: number }
  | { readonly kind: 'refused'; readonly fault: FigureFault };

/** Stands between the cells of a spreadsheet that were pasted into one field; no figure holds it. */
const cellEnd = '|';

/**
 * Pasted text as a field can hold it. A field would turn the end of a cell into a space, and two cells into one large
 * figure: so the ends are kept visible, and refused.
 */
export function pastedText(clipboard: string): string {
  return clipboard.trim().replace(/[\t\r\n\v\f]+/g, ` ${cellEnd} `);
}

const plain = /^\d+$/;
/** 1.234.567 or 1 234 567; a leading zero means a decimal point, not a group. */
const grouped = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$/;
const pointDecimal = /^(\d+)\.(\d+)$/;
const commaDecimal = /^([\d. ]+),(\d+)$/;
/** 1,234: thousands in English, a decimal part in Vietnamese. */
const englishGroup = /^\d{1,3},\d{3}$/;
/** 1,234.5 and 1,234,567: only English. */
const english = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * `1234`, `1.234`, `1 234`, `1.234,0` and `1234.0` are 1234. Empty is unanswered, never zero. What could be read in two
 * ways is refused rather than guessed.
 */
export function parseFigure(typed: string): ParsedFigure {
  const trimmed = typed.trim();
  if (trimmed === '') return { kind: 'unanswered' };
  if (trimmed.includes(cellEnd)) return refuse('several');
  const text = trimmed.replace(/\s/g, ' ');
  if (/^[-−–]\s?\d/.test(text)) return refuse('negative');
  if (!/^[\d., ]+$/.test(text) || !/\d/.test(text)) return refuse('not_a_number');
  if (plain.test(text) || grouped.test(text)) return whole(text);
  if (englishGroup.test(text)) return refuse('ambiguous');
  const [, thousands, rest = '0'] = english.exec(text) ?? [];
  if (thousands !== undefined) return decimal(thousands.replaceAll(',', ''), rest);
  const [, pointWhole, pointFraction] = pointDecimal.exec(text) ?? [];
  if (pointWhole !== undefined && pointFraction !== undefined) return decimal(pointWhole, pointFraction);
  const [, commaWhole, commaFraction] = commaDecimal.exec(text) ?? [];
  if (commaWhole !== undefined && commaFraction !== undefined) return decimal(commaWhole, commaFraction);
  return refuse('ambiguous');
}

function decimal(wholePart: string, fraction: string): ParsedFigure {
  if (!plain.test(wholePart) && !grouped.test(wholePart)) return refuse('ambiguous');
  return /^0+$/.test(fraction) ? whole(wholePart) : refuse('fraction');
}

function whole(text: string): ParsedFigure {
  const value = Number(text.replace(/[. ]/g, ''));
  return Number.isSafeInteger(value) ? { kind: 'figure', value } : refuse('too_large');
}

function refuse(fault: FigureFault): ParsedFigure {
  return { kind: 'refused', fault };
}
