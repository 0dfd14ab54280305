/** Any number of made-up assessments, filled in like those of the sample district, and stores that hold them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment, Made } from '../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import { sampleDistrict } from '../electron/sample/sample-district.ts';
import { newAssessment, withChanges } from '../electron/service/assessments.ts';
import { CriteriaSets } from '../electron/service/criteria-sets.ts';
import { encodeAssessment } from '../electron/store/assessment-file.ts';
import { AssessmentStore } from '../electron/store/assessment-store.ts';
import { backupName } from '../electron/store/backup-name.ts';

export const sets = new CriteriaSets(builtInSets, currentSetId);
const made: Made = { at: '2026-11-20T02:00:00.000Z', by: null };

const model = sampleDistrict(2026);

export function assessments(count: number, year = 2026): readonly Assessment[] {
  return Array.from({ length: count }, (_, n) => {
    const like = model[n % model.length];
    if (like === undefined) throw new Error('the sample district is empty');
    const unit = { ...like.unit, code: String(n).padStart(5, '0') };
    return withChanges(sets.current, newAssessment(sets.current, unit, year, made), like, made);
  });
}

/** The state after the n-th figure typed into an assessment. */
export function typed(assessment: Assessment, n: number): Assessment {
  return withChanges(sets.current, assessment, { answers: { children: 3_000 + n }, notes: {} }, made);
}

export const newFolder = () => mkdtemp(join(tmpdir(), 'bench-'));
export const removeFolder = (folder: string) => rm(folder, { recursive: true });

/** A data folder as the program leaves it: these assessments, each with a backup of its last save; without the index. */
export async function dataFolder(all: readonly Assessment[]): Promise<string> {
  const folder = await newFolder();
  await mkdir(join(folder, 'assessments'));
  for (const assessment of all) {
    const { id, saves } = assessment;
    const bytes = encodeAssessment(assessment);
    await writeFile(join(folder, 'assessments', `${id}.json`), bytes);
    await mkdir(join(folder, 'backups', id), { recursive: true });
    await writeFile(join(folder, 'backups', id, backupName(id, saves, made.at, 'save').file), bytes);
  }
  return folder;
}

/** The store of a program just started on the folder. */
export function openStore(folder: string): AssessmentStore {
  return new AssessmentStore(folder, {
    lines: {
      programKey: 'bench',
      setKey: (version) => sets.setKey(version),
      of: (assessment) => sets.lineOf(assessment),
    },
  });
}
