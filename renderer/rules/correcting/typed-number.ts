/** Reads points and rates as people in Vietnam type them. Pure; the words for each fault are in the messages. */
import { parseFigure } from '../../session/parse-figure.ts';

export type NumberFault = 'empty' | 'negative' | 'fraction' | 'ambiguous' | 'not_a_number' | 'too_large';

export type TypedNumber<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: NumberFault };

/** As in the schema of criteria sets. */
const mostPoints = 100_000;

/** Whole points: `1.000`, `1000` and `1 000` are a thousand. `least` is 0 or 1. */
export function parsePoints(typed: string, least: 0 | 1): TypedNumber<number> {
  const figure = parseFigure(typed);
  switch (figure.kind) {
    case 'unanswered':
      return { ok: false, fault: 'empty' };
    case 'refused':
      return { ok: false, fault: figure.fault === 'several' ? 'not_a_number' : figure.fault };
    case 'figure':
      if (figure.value > mostPoints) return { ok: false, fault: 'too_large' };
      return figure.value < least ? { ok: false, fault: 'empty' } : { ok: true, value: figure.value };
  }
}

/** A rate as the exact decimal text of a set: `0,5` and `0.5` are "0.5", `1.000` is "1000". */
export function parseRate(typed: string): TypedNumber<string> {
  const text = typed.trim().replace(/\s/g, ' ').replace(/ ?%$/, '');
  const [, whole, fraction] = /^(\d{1,6}|[1-9]\d{0,2}[. ]\d{3}),(\d{1,4})$/.exec(text) ??
    /^(\d{1,6})\.(\d{1,2}|\d{4})$/.exec(text) ??
    /^(0)\.(\d{3})$/.exec(text) ?? [null, null, null];
  if (typeof whole === 'string' && typeof fraction === 'string') {
    // NOTE: 1,234 is read as a decimal in Vietnam and as thousands elsewhere.
    if (fraction.length === 3 && /^[1-9]\d{0,2},/.test(text)) return { ok: false, fault: 'ambiguous' };
    return { ok: true, value: exact(whole, fraction) };
  }
  const figure = parseFigure(text);
  switch (figure.kind) {
    case 'unanswered':
      return { ok: false, fault: 'empty' };
    case 'refused':
      return {
        ok: false,
        fault: figure.fault === 'fraction' || figure.fault === 'several' ? 'not_a_number' : figure.fault,
      };
    case 'figure':
      return figure.value > 999_999
        ? { ok: false, fault: 'too_large' }
        : { ok: true, value: String(figure.value) };
  }
}

function exact(whole: string, fraction: string): string {
  const digits = String(Number(whole.replace(/[. ]/g, '')));
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}
