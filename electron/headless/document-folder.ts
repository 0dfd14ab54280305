/** A folder of printed documents: a scorecard for each input, a certificate when it passes. */
import { extname, join, resolve } from 'node:path';
import { type Scorecard, score } from '../../criteria/score.ts';
import type { ScoringInput } from '../../criteria/scoring-input.ts';
import { type DocumentKind, documentKinds } from '../api.ts';
import { checkCode } from '../check-code.ts';
import { documentFileName } from '../documents/file-name.ts';
import { printDocument } from '../documents/print.ts';
import { writeDurably } from '../store/durable-file.ts';
import type { FileSystem } from '../store/file-system.ts';

export interface Printed {
  readonly scorecard: Scorecard;
  /** Names of the files written. */
  readonly files: readonly string[];
  /** Names of certificates of an earlier run that no longer hold, and are gone. */
  readonly removed: readonly string[];
}

export class DocumentFolder {
  readonly #path: string;
  readonly #files: FileSystem;
  /** What this run has named, so that two inputs of one unit never share a file. */
  readonly #taken = new Set<string>();
  /** What earlier runs left in the folder; listed once, because a folder of thousands is slow to list. */
  #earlier: Promise<ReadonlySet<string>> | undefined;

  constructor(path: string, files: FileSystem) {
    this.#path = resolve(path);
    this.#files = files;
  }

  /** Writes the documents of one input, each whole or not at all. A complete input prints as final, any other as draft. */
  async print(input: ScoringInput): Promise<Printed> {
    const { set, unit, year, answers, notes } = input;
    const scorecard = score(set, unit.class, answers);
    const names = this.#freeNames(input);
    const files: string[] = [];
    const removed: string[] = [];
    for (const kind of documentKinds) {
      const name = names[kind];
      if (kind === 'certificate' && scorecard.verdict !== 'eligible') {
        if (await this.#removeStale(name)) removed.push(name);
        continue;
      }
      const { bytes } = await printDocument(kind, {
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
      await writeDurably(this.#files, join(this.#path, name), bytes);
      files.push(name);
    }
    return { scorecard, files, removed };
  }

  /** Names that this run has not used for any kind: the documents of one input share their number. */
  #freeNames({ unit, year }: ScoringInput): Readonly<Record<DocumentKind, string>> {
    for (let copy = 1; ; copy += 1) {
      const name = (kind: DocumentKind) => numbered(documentFileName(kind, year, unit), copy);
      const names = { scorecard: name('scorecard'), certificate: name('certificate') };
      if (this.#taken.has(names.scorecard)) continue;
      this.#taken.add(names.scorecard);
      return names;
    }
  }

  async #removeStale(name: string): Promise<boolean> {
    this.#earlier ??= this.#files.listFolder(this.#path).then((names) => new Set(names));
    if (!(await this.#earlier).has(name)) return false;
    await this.#files.remove(join(this.#path, name));
    return true;
  }
}

function numbered(fileName: string, copy: number): string {
  if (copy === 1) return fileName;
  const extension = extname(fileName);
  return `${fileName.slice(0, -extension.length)}_${copy}${extension}`;
}
