/** Prints what one input gives: a scorecard always, a certificate when it passes. */
import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { extname, join } from 'node:path';
import { type Scorecard, score } from '../../criteria/score.ts';
import type { ScoringInput } from '../../criteria/scoring-input.ts';
import { documentKinds } from '../api.ts';
import { checkCode } from '../check-code.ts';
import { printDocument } from '../documents/print.ts';

export interface PrintedInput {
  readonly scorecard: Scorecard;
  /** Names of the files written, in the folder. */
  readonly files: readonly string[];
}

/**
 * Writes the documents of one input into a folder that exists. A complete input prints as a final assessment, any other
 * as a draft. `taken` holds the names already written in this run, so that two lines of one unit never share a file.
 */
export async function printInput(
  input: ScoringInput,
  folder: string,
  taken: Set<string>,
): Promise<PrintedInput> {
  const { set, unit, year, answers, notes } = input;
  const scorecard = score(set, unit.class, answers);
  const files: string[] = [];
  for (const kind of documentKinds) {
    if (kind === 'certificate' && scorecard.verdict !== 'eligible') continue;
    const { fileName, bytes } = await printDocument(kind, {
      set,
      unit,
      year,
      scorecard,
      answers,
      notes,
      status: scorecard.complete ? 'final' : 'draft',
      ...(scorecard.complete ? { sha256: checkCode({ ...input, revision: 1, scorecard }) } : {}),
      // The input knows only its year; a fixed day keeps the same input at the same bytes.
      date: `${year}-01-01`,
    });
    const name = freeName(fileName, taken);
    await writeWhole(join(folder, name), bytes);
    files.push(name);
  }
  return { scorecard, files };
}

function freeName(fileName: string, taken: Set<string>): string {
  const extension = extname(fileName);
  const stem = fileName.slice(0, -extension.length);
  let name = fileName;
  for (let copy = 2; taken.has(name); copy += 1) name = `${stem}_${copy}${extension}`;
  taken.add(name);
  return name;
}

/** A file stands under its final name only when it is whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${randomUUID()}.part`;
  try {
    await fs.writeFile(partial, bytes);
    await fs.rename(partial, path);
  } catch (error) {
    await fs.rm(partial, { force: true });
    throw error;
  }
}
