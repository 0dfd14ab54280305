/** The list of all assessments: lines from the index where they still stand, read anew where not, and what is wrong. */
import { join } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import type { AssessmentSummary, TroubledFile } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { StoredAssessment } from './assessment-file.ts';
import { type AssessmentFiles, idOfFile } from './assessment-files.ts';
import type { BackupShelf } from './backup-shelf.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import type { DamagedFolder } from './damaged-folder.ts';
import { fileFailure } from './file-failure.ts';
import type { FileStatus, FileSystem } from './file-system.ts';
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
  readonly damaged: DamagedFolder;
  readonly lineOf: (assessment: Assessment) => AssessmentSummary;
  /** Loads an assessment in its turn, from its newest good backup where its file is damaged. */
  readonly recover: (id: string) => Promise<StoredAssessment | null>;
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
      return { troubled: troubledFile(file, id, status, error) };
    }
  }

  async #read(id: string, status: FileStatus): Promise<AssessmentSummary> {
    const { assessments, index, lineOf, recover } = this.#options;
    try {
      const stored = await assessments.loadForList(id, status);
      if (stored === null) throw new DamagedFileError('Tệp vừa biến mất trong lúc đọc');
      const line = lineOf(stored.assessment);
      index.set(id, status, line);
      return line;
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error;
      const recovered = await recover(id);
      if (recovered === null) throw error;
      return lineOf(recovered.assessment);
    }
  }

  /** Assessments that have backups and no file. One whose recovery was broken off gets it back at once. */
  async #missing(names: readonly string[]): Promise<readonly Entry[]> {
    const { index, shelf, damaged, lineOf, recover } = this.#options;
    const there = new Set(names.flatMap((name) => idOfFile(name) ?? []));
    const backedUp = await shelf.ids();
    index.keepOnly(new Set([...there, ...backedUp]));
    const gone = backedUp.filter((id) => !there.has(id));
    if (gone.length === 0) return [];
    const aside = new Set((await damaged.list()).map(({ id }) => id));
    const entries: Entry[] = [];
    for (const id of gone) {
      try {
        const recovered = aside.has(id) ? await recover(id) : null;
        if (recovered !== null) entries.push({ line: lineOf(recovered.assessment) });
        else entries.push({ troubled: missingFile(id) });
      } catch (error) {
        entries.push({ troubled: { ...missingFile(id), message: message(error) } });
      }
    }
    return entries;
  }
}

/** Whether anything is missing cannot be told then; the list of what is there stands all the same. */
function backupsUnreadable(error: unknown): Entry {
  const unreadable = { file: 'backups', kind: 'unreadable', id: null, writtenAt: null, size: null } as const;
  return { troubled: { ...unreadable, message: `Không đọc được thư mục dự phòng. ${message(error)}` } };
}

function missingFile(id: string): TroubledFile {
  return {
    file: `${id}.json`,
    kind: 'missing',
    message: 'Tệp không còn trong thư mục dữ liệu, nhưng có bản dự phòng',
    id,
    writtenAt: null,
    size: null,
  };
}

function troubledFile(
  file: string,
  id: string | null,
  status: FileStatus | null,
  error: unknown,
): TroubledFile {
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
    size: status?.size ?? null,
  };
}

function message(error: unknown): string {
  const inWords =
    error instanceof DamagedFileError || error instanceof NewerFormatError || error instanceof Refusal;
  return inWords ? error.message : fileFailure(error);
}
