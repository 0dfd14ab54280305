/**
 * The lines of the list, remembered by file, so that 10,600 assessments need not be read to be listed. Only ever a
 * cache: a line counts while its file has the size and time that it was made from; a missing, damaged or foreign index
 * is an empty one.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import type { SetVersion } from '../../criteria/rules/published-set.ts';
import type { AssessmentSummary } from '../api.ts';
import { faultText } from '../log/fault-text.ts';
import { writeDurably } from './durable-file.ts';
import type { FileStatus, FileSystem } from './file-system.ts';

const format = 'child-friendly-communes/index';

/** How an assessment becomes a line of the list, and names for that way: lines made in another way do not count. */
export interface LineMaking {
  /** Of what stays the same while the program runs: its version and the shape of a line. */
  readonly programKey: string;
  /** Of the set as it stands now, confirmations included; empty for one that is not known, and no line then counts. */
  readonly setKey: (pin: SetVersion) => string;
  readonly of: (assessment: Assessment) => AssessmentSummary;
}

interface IndexedLine {
  readonly size: number;
  readonly modified: number;
  /** Of the set that the line was made by. */
  readonly set: string;
  readonly line: AssessmentSummary;
}

export class ListIndex {
  readonly #path: string;
  readonly #files: FileSystem;
  readonly #making: LineMaking;
  readonly #log: (line: string) => void;
  #lines: Map<string, IndexedLine> | undefined;
  #unwritten = 0;

  constructor(dataFolder: string, files: FileSystem, making: LineMaking, log: (line: string) => void) {
    this.#path = join(dataFolder, 'index.ndjson');
    this.#files = files;
    this.#making = making;
    this.#log = log;
  }

  /** How many changes are not on the disk. */
  get unwritten(): number {
    return this.#lines === undefined ? 0 : this.#unwritten;
  }

  /** Reads the index once; afterwards it is kept in memory. */
  async load(): Promise<void> {
    if (this.#lines !== undefined) return;
    const read = await this.#read().catch(() => undefined);
    this.#lines ??= new Map(read);
  }

  /** The line of a file, while it stands for what lies there now, by its set as it stands now. */
  line(id: string, { size, modified }: FileStatus): AssessmentSummary | undefined {
    const known = this.#lines?.get(id);
    if (known === undefined || known.size !== size || known.modified !== modified) return undefined;
    const set = this.#making.setKey(known.line.criteriaSet);
    return set !== '' && known.set === set ? known.line : undefined;
  }

  /** The line as last known, whatever has become of the file. */
  lastKnown(id: string): AssessmentSummary | undefined {
    return this.#lines?.get(id)?.line;
  }

  set(id: string, { size, modified }: FileStatus, line: AssessmentSummary): void {
    const set = this.#making.setKey(line.criteriaSet);
    this.#lines?.set(id, { size, modified, set, line });
    this.#unwritten += 1;
  }

  /** Forgets the lines of files that are no longer there. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#lines?.keys() ?? []) {
      if (ids.has(id)) continue;
      this.#lines?.delete(id);
      this.#unwritten += 1;
    }
  }

  /** Writes the index when it has changed. That it could not be written is only logged: it can be made again. */
  async write(): Promise<void> {
    if (this.unwritten === 0) return;
    this.#unwritten = 0;
    const body = JSON.stringify([...(this.#lines ?? [])]);
    const head = JSON.stringify({ format, key: this.#making.programKey, checksum: sha256(body) });
    await writeDurably(this.#files, this.#path, new TextEncoder().encode(`${head}\n${body}\n`)).catch(
      (error: unknown) => this.#log(`index not written: ${faultText(error)}`),
    );
  }

  async #read(): Promise<readonly [string, IndexedLine][]> {
    const text = new TextDecoder().decode(await this.#files.readFile(this.#path));
    const end = text.indexOf('\n');
    const head: unknown = JSON.parse(text.slice(0, end));
    const body = text.slice(end + 1, -1);
    const expected = { format, key: this.#making.programKey, checksum: sha256(body) };
    // NOTE: with the right checksum the body is what this program wrote, so that it needs no other check.
    return JSON.stringify(head) === JSON.stringify(expected) ? JSON.parse(body) : [];
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
