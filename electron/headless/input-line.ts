import type { CriteriaSet } from '../../criteria/schema.ts';
import { type InputFault, parseScoringInput, type ScoringInput } from '../../criteria/scoring-input.ts';
import { numberText } from '../../criteria/wording.ts';
import { type Line, longestLine } from './ndjson.ts';

/** What stands in the output in place of a bad line. */
export interface LineError {
  readonly line: number;
  readonly error: {
    readonly code: InputFault['code'] | 'invalid_json';
    readonly message: string;
    readonly path?: string;
  };
}

export type ParsedLine =
  | { readonly ok: true; readonly input: ScoringInput }
  | { readonly ok: false; readonly answer: LineError };

/** Reads one line of the headless entry. */
export function parseLine(line: Line, sets: ReadonlyMap<string, CriteriaSet>): ParsedLine {
  if (line.text === null) return refused(line, unreadable(line.fault));
  let json: unknown;
  try {
    json = JSON.parse(line.text);
  } catch {
    return refused(line, { code: 'invalid_json', message: 'Dòng này không phải là JSON hợp lệ' });
  }
  const parsed = parseScoringInput(json, sets);
  return parsed.ok ? parsed : refused(line, parsed.fault);
}

function unreadable(fault: Line['fault']): LineError['error'] {
  return fault === 'too_long'
    ? { code: 'invalid_input', message: `Dòng này quá dài (tối đa ${numberText(longestLine)} byte)` }
    : { code: 'invalid_json', message: 'Dòng này không phải là chữ mã hóa UTF-8' };
}

function refused(line: Line, error: LineError['error']): ParsedLine {
  return { ok: false, answer: { line: line.number, error } };
}
