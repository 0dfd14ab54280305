/** Brings the data of older assessment files to today's schema, one version at a time. Pure. */
import { z } from 'zod';
import { nothingToUndo } from '../../criteria/change.ts';
import { currentVersion } from './envelope.ts';

/** What the step from version 1 needs to know of it. */
const version1Schema = z.looseObject({
  log: z.array(
    z.strictObject({
      at: z.string(),
      event: z.enum(['created', 'finalised', 'reopened']),
      reason: z.string().optional(),
    }),
  ),
});

/** In version 2 the log names the revision of each event, and reopening always has its reason. */
function from1To2(data: unknown): unknown {
  const assessment = version1Schema.parse(data);
  let revision = 1;
  const log = assessment.log.map(({ at, event, reason }) => {
    if (event === 'created') return { at, event };
    if (event === 'finalised') return { at, event, revision };
    revision += 1;
    return { at, event, revision, reason: reason ?? '' };
  });
  return { ...assessment, log };
}

/** Version 3 only adds: an assessment can have been imported. What version 2 wrote is the same in it. */
function from2To3(data: unknown): unknown {
  return data;
}

const entries = z.record(z.string(), z.looseObject({}));

/** What the step from version 3 needs to know of it. */
const version3Schema = z.looseObject({
  answers: entries,
  notes: entries,
  finalised: z.array(z.looseObject({})),
  log: z.array(z.looseObject({})),
});

/** Version 4 says through whom, and knows evidence, unconfirmed figures, a history and what can be undone. */
function from3To4(data: unknown): unknown {
  const assessment = version3Schema.parse(data);
  const unnamed = (entry: object) => ({ ...entry, by: null });
  const eachUnnamed = (record: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(record).map(([id, entry]) => [id, unnamed(entry)]));
  return {
    ...assessment,
    answers: eachUnnamed(assessment.answers),
    notes: eachUnnamed(assessment.notes),
    evidence: {},
    unconfirmed: {},
    finalised: assessment.finalised.map((state) => ({ ...unnamed(state), evidence: {} })),
    log: assessment.log.map(unnamed),
    history: [],
    undo: nothingToUndo,
  };
}

/** What the step from version 4 needs to know of it. */
const version4Schema = z.looseObject({ finalised: z.array(z.looseObject({})) });

/** Version 5 knows by which rules a state was finalised, and that a draft can be moved to another version of its set. */
function from4To5(data: unknown): unknown {
  const assessment = version4Schema.parse(data);
  return { ...assessment, finalised: assessment.finalised.map((state) => ({ ...state, rules: null })) };
}

/** By the version that a step begins from. */
const steps: ReadonlyMap<number, (data: unknown) => unknown> = new Map([
  [1, from1To2],
  [2, from2To3],
  [3, from3To4],
  [4, from4To5],
]);

/** The data of a file of `version` in today's shape; throws ZodError when it is not even of its own. */
export function migrated(version: number, data: unknown): unknown {
  let result = data;
  for (let from = version; from < currentVersion; from += 1) {
    const step = steps.get(from);
    if (step === undefined) throw new Error(`no migration from version ${from}`);
    result = step(result);
  }
  return result;
}
