/** One line of the headless entry: the unit, the year and the raw answers, checked in the order of the contract. */
import { z } from 'zod';
import { type AnswerFaultCode, type Answers, answerFaults } from './answers.ts';
import { noteSchema } from './assessment.ts';
import { hasIndicator } from './lookup.ts';
import { pathText } from './path-text.ts';
import type { CriteriaSet } from './schema.ts';
import { lineText, type Unit, unitSchema, yearSchema } from './unit.ts';
import { vietnamese } from './vietnamese-issues.ts';

// NOTE: z.record would silently drop an own "__proto__" key, and with it an entry that must be refused.
const byKey = (message: string) =>
  z.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    message,
  );

const notesSchema = z.record(z.string(), noteSchema);
const evidenceSchema = z.record(z.string(), z.array(lineText(200)).max(100));

/** Many programs write null for what is absent. */
const withoutNullDistrict = (unit: unknown) => {
  if (typeof unit !== 'object' || unit === null || !('district' in unit) || unit.district !== null)
    return unit;
  const { district: _absent, ...rest } = unit;
  return rest;
};

const inputSchema = z.object({
  criteriaSet: z.string(),
  unit: z.preprocess(withoutNullDistrict, unitSchema),
  year: yearSchema,
  answers: byKey('Cần các câu trả lời theo mã số liệu hoặc mã chỉ tiêu'),
  /** Optional notes by indicator id; only documents use them. */
  notes: byKey('Cần các ghi chú theo mã chỉ tiêu').nullish(),
  /** Optional evidence by indicator id, a line for each document or file; only documents use it. */
  evidence: byKey('Cần các minh chứng theo mã chỉ tiêu').nullish(),
});

export interface ScoringInput {
  readonly set: CriteriaSet;
  readonly unit: Unit;
  readonly year: number;
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, readonly string[]>>;
}

export interface InputFault {
  readonly code: AnswerFaultCode | 'unknown_criteria_set';
  readonly message: string;
  /** The place, as in `answers.children` or `unit.class`. */
  readonly path: string;
}

export type ParsedInput =
  | { readonly ok: true; readonly input: ScoringInput }
  | { readonly ok: false; readonly fault: InputFault };

/** Checks one parsed JSON value against the sets at hand; the first fault is the answer. */
export function parseScoringInput(json: unknown, sets: ReadonlyMap<string, CriteriaSet>): ParsedInput {
  const parsed = inputSchema.safeParse(json, vietnamese);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('invalid_input', issue?.message ?? '', pathText(issue?.path ?? []));
  }
  const { criteriaSet, unit, year } = parsed.data;
  const set = sets.get(criteriaSet);
  if (set === undefined)
    return refuse('unknown_criteria_set', `Không có bộ tiêu chí "${criteriaSet}"`, 'criteriaSet');
  if (!set.unitClasses.some(({ id }) => id === unit.class)) {
    const known = set.unitClasses.map(({ id }) => id).join(', ');
    return refuse('invalid_input', `Không có loại đơn vị "${unit.class}"; chỉ có: ${known}`, 'unit.class');
  }
  if (!set.unitTypes.some(({ id }) => id === unit.type)) {
    const known = set.unitTypes.map(({ id }) => id).join(', ');
    return refuse('invalid_input', `Không có loại hình đơn vị "${unit.type}"; chỉ có: ${known}`, 'unit.type');
  }
  // NOTE: answerFaults refuses every value that is not an Answer, so the unknown record may be read as Answers.
  const answers = parsed.data.answers as Answers;
  const fault = answerFaults(set, answers)[0];
  if (fault !== undefined) return refuse(fault.code, fault.message, `answers.${fault.answer}`);
  const notes = byIndicator(set, 'notes', notesSchema, parsed.data.notes ?? {});
  if (!notes.ok) return notes;
  const evidence = byIndicator(set, 'evidence', evidenceSchema, parsed.data.evidence ?? {});
  if (!evidence.ok) return evidence;
  return { ok: true, input: { set, unit, year, answers, notes: notes.data, evidence: evidence.data } };
}

/** What was given for indicators of the set, or the first fault in it. */
function byIndicator<T>(
  set: CriteriaSet,
  place: 'notes' | 'evidence',
  schema: z.ZodType<T>,
  given: Readonly<Record<string, unknown>>,
): { readonly ok: true; readonly data: T } | Extract<ParsedInput, { ok: false }> {
  const stray = Object.keys(given).find((id) => !hasIndicator(set, id));
  if (stray !== undefined)
    return refuse('invalid_input', `Không có chỉ tiêu "${stray}"`, `${place}.${stray}`);
  const parsed = schema.safeParse(given, vietnamese);
  if (parsed.success) return { ok: true, data: parsed.data };
  const issue = parsed.error.issues[0];
  return refuse('invalid_input', issue?.message ?? '', pathText([place, ...(issue?.path ?? [])]));
}

function refuse(
  code: InputFault['code'],
  message: string,
  path: string,
): Extract<ParsedInput, { ok: false }> {
  return { ok: false, fault: { code, message, path } };
}
