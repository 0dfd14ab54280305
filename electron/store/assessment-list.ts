/** The list of all assessments: lines from the index where they still stand, read anew where not, and what is wrong. */
import { join } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import type { AssessmentSummary, TroubledFile } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { StoredAssessment } from './assessment-file.ts';
import { type AssessmentFiles, idOfFile } from './assessment-files.ts';
import type { BackupShelf } from './backup-shelf.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { fileFailure } from './file-failure.ts';
import { type FileStatus, type FileSystem, fileErrorCode } from './file-system.ts';
import type { ListIndex } from './list-index.ts';

/** How many files are asked for at a time. */
const abreast = 64;

export interface Listing {
  readonly lines: readonly AssessmentSummary[];
  readonly troubled: readonly TroubledFile[];
}

export interface AssessmentListOptions {
  readonly files: FileSystem;
  readonly assessments: AssessmentFiles;
  readonly index: ListIndex;
  readonly shelf: BackupShelf;
  readonly lineOf: (assessment: Assessment) => AssessmentSummary;
  /** Loads an assessment in its turn, from its newest good backup where its file is not what was saved last. */
  readonly load: (id: string) => Promise<StoredAssessment | null>;
}

type Entry = { readonly line: AssessmentSummary } | { readonly troubled: TroubledFile };

export class AssessmentList {
  readonly #options: AssessmentListOptions;

  constructor(options: AssessmentListOptions) {
    this.#options = options;
  }

  async list(): Promise<Listing> {
    const { assessments, index } = this.#options;
    const [names] = await Promise.all([assessments.names(), index.load()]);
    const entries: Entry[] = [];
    for (let from = 0; from < names.length; from += abreast)
      entries.push(
        ...(await Promise.all(names.slice(from, from + abreast).map((name) => this.#entry(name)))),
      );
    entries.push(...(await this.#missing(names).catch((error: unknown) => [backupsUnreadable(error)])));
    return {
      lines: entries.flatMap((entry) => ('line' in entry ? [entry.line] : [])),
      troubled: entries.flatMap((entry) => ('troubled' in entry ? [entry.troubled] : [])),
    };
  }

  async #entry(file: string): Promise<Entry> {
    const { assessments, files, index } = this.#options;
    const id = idOfFile(file);
    let status: FileStatus | null = null;
    try {
      status = await files.status(join(assessments.folder, file));
      if (id === null) throw new DamagedFileError('Tên tệp không phải là tên của một phiếu đánh giá');
      const known = index.line(id, status);
      return { line: known ?? (await this.#read(id, status)) };
    } catch (error) {
      return { troubled: this.#troubled(file, id, status, error) };
    }
  }

  async #read(id: string, status: FileStatus): Promise<AssessmentSummary> {
    const { assessments, shelf, index, lineOf } = this.#options;
    let stored: StoredAssessment | null;
    try {
      stored = await assessments.readHurried(id, status);
    } catch (error) {
      if (error instanceof DamagedFileError) return this.#recovered(id);
      throw error;
    }
    if (stored === null) return this.#recovered(id);
    const outdated = await shelf.isOutdated(stored.assessment);
    if (outdated) return this.#recovered(id);
    const line = lineOf(stored.assessment);
    // Where that could not be told it is asked again.
    if (outdated === false) index.set(id, status, line);
    return line;
  }

  async #recovered(id: string): Promise<AssessmentSummary> {
    const stored = await this.#options.load(id);
    if (stored === null) throw new DamagedFileError('Tệp vừa biến mất trong lúc đọc');
    return this.#options.lineOf(stored.assessment);
  }

  /** Assessments that have backups and no file. One whose recovery was broken off gets it back at once. */
  async #missing(names: readonly string[]): Promise<readonly Entry[]> {
    const { index, shelf, lineOf, load } = this.#options;
    const there = new Set(names.flatMap((name) => idOfFile(name) ?? []));
    const backedUp = await shelf.ids();
    index.keepOnly(new Set([...there, ...backedUp]));
    const entries: Entry[] = [];
    for (const id of backedUp.filter((one) => !there.has(one))) {
      try {
        const recovered = await load(id);
        if (recovered !== null) entries.push({ line: lineOf(recovered.assessment) });
        else if ((await shelf.list(id)).length > 0) entries.push({ troubled: await this.#gone(id) });
      } catch (error) {
        entries.push({ troubled: { ...(await this.#gone(id)), message: message(error) } });
      }
    }
    return entries;
  }

  async #gone(id: string): Promise<TroubledFile> {
    const { index, shelf } = this.#options;
    const newest = await shelf.newestGood(id).catch(() => undefined);
    return {
      file: `${id}.json`,
      kind: 'missing',
      message: 'Tệp không còn trong thư mục dữ liệu, nhưng có bản dự phòng',
      id,
      writtenAt: null,
      size: null,
      unitName: index.lastKnown(id)?.unit.name ?? newest?.assessment.unit.name ?? null,
      viewable: false,
    };
  }

  #troubled(file: string, id: string | null, status: FileStatus | null, error: unknown): TroubledFile {
    const shown = error instanceof NewerFormatError ? error.assessment : undefined;
    const known = id === null ? undefined : this.#options.index.lastKnown(id);
    return {
      file,
      kind:
        error instanceof DamagedFileError
          ? 'damaged'
          : error instanceof NewerFormatError
            ? 'newer'
            : 'unreadable',
      message: message(error),
      id,
      writtenAt: status === null ? null : new Date(status.modified).toISOString(),
      size: fileErrorCode(error) === 'EISDIR' ? null : (status?.size ?? null),
      unitName: shown?.unit.name ?? known?.unit.name ?? null,
      viewable: shown !== undefined,
    };
  }
}

/** Whether anything is missing cannot be told then; the list of what is there stands all the same. */
function backupsUnreadable(error: unknown): Entry {
  return {
    troubled: {
      file: 'backups',
      kind: 'unreadable',
      message: `Không đọc được thư mục dự phòng. ${message(error)}`,
      id: null,
      writtenAt: null,
      size: null,
      unitName: null,
      viewable: false,
    },
  };
}

function message(error: unknown): string {
  const inWords =
    error instanceof DamagedFileError || error instanceof NewerFormatError || error instanceof Refusal;
  return inWords ? error.message : fileFailure(error);
}
