/** A fictional district to try the program with: communes with answers and notes, in every state worth seeing. */
import { z } from 'zod';
import type { Answers } from '../../criteria/answers.ts';
import { parseScoringInput } from '../../criteria/scoring-input.ts';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import type { Unit } from '../../criteria/unit.ts';
import file from './sample-district.json' with { type: 'json' };

export interface SampleCommune {
  readonly unit: Unit;
  readonly answers: Answers;
  /** By indicator id. */
  readonly notes: Readonly<Record<string, string>>;
}

const districtSchema = z.strictObject({
  criteriaSet: z.string(),
  communes: z.array(z.strictObject({ unit: z.unknown(), answers: z.unknown(), notes: z.unknown() })),
});

/** The set that its figures are for. */
export const sampleSetId = file.criteriaSet;

/** The communes as assessed in a year. Throws when one cannot be scored by the criteria set that the file names. */
export function sampleDistrict(year: number): readonly SampleCommune[] {
  const { criteriaSet, communes } = districtSchema.parse(file);
  return communes.map((commune, index) => {
    const parsed = parseScoringInput({ criteriaSet, year, ...commune }, builtInSets);
    if (!parsed.ok) throw new Error(`communes[${index}].${parsed.fault.path}: ${parsed.fault.message}`);
    const { unit, answers, notes } = parsed.input;
    return { unit, answers, notes };
  });
}
