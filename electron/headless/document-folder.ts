/** A folder of printed documents: a scorecard for each input, a certificate when it passes. */
import { join, resolve } from 'node:path';
import { unsetOffice } from '../../criteria/office.ts';
import { type Scorecard, score } from '../../criteria/score.ts';
import type { ScoringInput } from '../../criteria/scoring-input.ts';
import { checkCode } from '../check-code.ts';
import type { PrintOrder, ScorecardInput } from '../documents/document-input.ts';
import { documentFileName } from '../documents/file-name.ts';
import { fileNameOf } from '../documents/print.ts';
import { FreeNames } from '../printing/free-names.ts';
import type { Press } from '../printing/press.ts';
import { writeDurably } from '../store/durable-file.ts';
import type { FileSystem } from '../store/file-system.ts';

export interface Printed {
  readonly scorecard: Scorecard;
  /** Names of the files written. */
  readonly files: readonly string[];
  /** Names of certificates of an earlier run that no longer hold, and are gone. */
  readonly removed: readonly string[];
}

/** What the documents of one input say. A complete input is scored as final, any other as draft. */
export function scoredInput(input: ScoringInput, version: string): ScorecardInput {
  const { set, unit, year, answers, notes, evidence } = input;
  const scorecard = score(set, unit.class, answers);
  const status = scorecard.complete ? 'final' : 'draft';
  const sheet = { unit, year, status, revision: 1, answers, notes, evidence, scorecard } as const;
  return {
    set,
    ...sheet,
    coded: scorecard,
    sha256: checkCode(sheet),
    // The input knows only its year; a fixed day keeps the same input at the same bytes.
    date: `${year}-01-01`,
    office: unsetOffice,
    version,
  };
}

export class DocumentFolder {
  readonly #path: string;
  readonly #files: FileSystem;
  readonly #press: Press;
  readonly #version: string;
  /** So that two inputs of one unit never share a file. */
  readonly #names = new FreeNames();
  /** What earlier runs left in the folder; listed once, because a folder of thousands is slow to list. */
  #earlier: Promise<ReadonlySet<string>> | undefined;

  constructor(path: string, files: FileSystem, press: Press, version: string) {
    this.#path = resolve(path);
    this.#files = files;
    this.#press = press;
    this.#version = version;
  }

  /**
   * Writes scorecard and certificate of one input, each whole or not at all. Names are given in the order of the calls.
   */
  async print(input: ScoringInput): Promise<Printed> {
    const { unit, year } = input;
    const scored = scoredInput(input, this.#version);
    const { scorecard } = scored;
    const names = this.#names.take({
      scorecard: documentFileName('scorecard', year, unit),
      certificate: documentFileName('certificate', year, unit),
    });
    const passed = scorecard.verdict === 'eligible';
    const files = await Promise.all([
      this.write({ kind: 'scorecard', input: scored }, names.scorecard),
      ...(passed ? [this.write({ kind: 'certificate', input: scored }, names.certificate)] : []),
    ]);
    const stale = !passed && (await this.#removeStale(names.certificate));
    return { scorecard, files, removed: stale ? [names.certificate] : [] };
  }

  /** Writes one document, whole or not at all, and resolves with its name. */
  async write(order: PrintOrder, name = fileNameOf(order)): Promise<string> {
    const { bytes } = await this.#press.print(order);
    await writeDurably(this.#files, join(this.#path, name), bytes);
    return name;
  }

  async #removeStale(name: string): Promise<boolean> {
    this.#earlier ??= this.#files.listFolder(this.#path).then((names) => new Set(names));
    if (!(await this.#earlier).has(name)) return false;
    await this.#files.remove(join(this.#path, name));
    return true;
  }
}
