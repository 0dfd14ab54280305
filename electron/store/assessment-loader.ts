/**
 * Loads assessments from their files. A file that is damaged, or no longer what was saved last, is moved aside, and the
 * newest good backup takes its place.
 */
import type { Assessment } from '../../criteria/assessment.ts';
import { decodeAssessment, type StoredAssessment } from './assessment-file.ts';
import type { AssessmentFiles } from './assessment-files.ts';
import type { BackupShelf } from './backup-shelf.ts';
import { DamagedFileError } from './damaged-file.ts';
import type { DamagedFolder, MovedAside } from './damaged-folder.ts';
import { currentVersion } from './envelope.ts';
import { fileErrorCode } from './file-system.ts';
import { leap, recovered } from './restoring.ts';

/** How long a file that looks wrong is given to turn out right, in milliseconds: a cloud folder may be writing it. */
const secondLook = 100;

type Aside = 'damaged' | 'outdated';

export interface AssessmentLoaderOptions {
  readonly files: AssessmentFiles;
  readonly damaged: DamagedFolder;
  readonly shelf: BackupShelf;
  readonly clock: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly write: (assessment: Assessment) => Promise<void>;
}

/** Its calls for one assessment must come one after another. */
export class AssessmentLoader {
  readonly #options: AssessmentLoaderOptions;

  constructor(options: AssessmentLoaderOptions) {
    this.#options = options;
  }

  /**
   * Null when there is none. Throws DamagedFileError where there is no good backup either, NewerFormatError, a Refusal
   * where a backup could not be put in place, or the system's error.
   */
  async load(id: string): Promise<StoredAssessment | null> {
    const { files } = this.#options;
    const status = await files.status(id);
    if (status === null) return this.#finishRecovery(id);
    const known = files.remembered(id, status);
    if (known !== undefined) return known;
    const judged = await this.#judge(id);
    if (judged === null) return null;
    if (judged.wrong === undefined) return judged.stored;
    if ((await this.#options.shelf.newestGood(id)) === undefined) return orThrow(judged);
    await this.#options.wait(secondLook);
    const again = await this.#judge(id);
    if (again === null || again.wrong === undefined) return again?.stored ?? null;
    await files.makeWritable();
    return (await this.#recover(id, await this.moveAside(id), again.wrong)) ?? orThrow(again);
  }

  /** `lost`: damaged, or on a bad spot of the disk, which fails twice; moved aside, something else can take its place. */
  async loadOrLost(id: string): Promise<StoredAssessment | 'lost' | null> {
    const { files } = this.#options;
    const load = async () => {
      const status = await files.status(id);
      return status === null ? null : files.read(id, status);
    };
    try {
      return await load().catch((error: unknown) => {
        if (fileErrorCode(error) !== 'EIO') throw error;
        return load();
      });
    } catch (error) {
      if (error instanceof DamagedFileError || fileErrorCode(error) === 'EIO') return 'lost';
      throw error;
    }
  }

  /** Gives the instant that the file is kept under. */
  moveAside(id: string): Promise<string> {
    return this.#options.damaged.moveAside(this.#options.files.pathOf(id), id, this.#options.clock());
  }

  /** The `saves` of a state that takes the place of one that is gone: beyond all that are known. */
  async savesBeyond(id: string, ...others: readonly number[]): Promise<number> {
    const backups = await this.#options.shelf.list(id);
    const known = [...backups.map(({ saves }) => saves), this.#options.files.lastSaves(id), ...others];
    return Math.max(0, ...known) + leap;
  }

  async #judge(id: string): Promise<Judged | null> {
    const { files, shelf } = this.#options;
    const status = await files.status(id);
    if (status === null) return null;
    let stored: StoredAssessment | null;
    try {
      stored = await files.read(id, status);
    } catch (error) {
      if (error instanceof DamagedFileError) return { wrong: 'damaged', error };
      throw error;
    }
    if (stored === null) return null;
    const outdated = await shelf.isOutdated(stored.assessment);
    if (outdated) return { wrong: 'outdated', stored };
    // Where that could not be told it is asked again.
    if (outdated === false) files.remember(id, status, stored);
    return { stored };
  }

  /** The file is gone: moved aside by a recovery that was broken off, or by somebody else. */
  async #finishRecovery(id: string): Promise<StoredAssessment | null> {
    const { damaged, shelf } = this.#options;
    shelf.noFile(id);
    const aside = (await damaged.list()).find((moved) => moved.id === id);
    if (aside === undefined) return null;
    const newest = await shelf.newestGood(id);
    const finished = newest?.assessment.log.some(
      (entry) => entry.event === 'restored' && entry.at === aside.at,
    );
    if (newest === undefined || finished) return null;
    await damaged.makeDurable();
    return this.#recover(id, aside.at, await this.#whyAside(aside));
  }

  async #whyAside(aside: MovedAside): Promise<Aside> {
    try {
      decodeAssessment(aside.id, await this.#options.damaged.bytes(aside));
      return 'outdated';
    } catch {
      return 'damaged';
    }
  }

  /** Null when there is no good backup. */
  async #recover(id: string, at: string, because: Aside): Promise<StoredAssessment | null> {
    const newest = await this.#options.shelf.newestGood(id);
    if (newest === undefined) return null;
    const saves = await this.savesBeyond(id, newest.assessment.saves);
    const assessment = recovered(newest.assessment, saves, { at, by: null }, because);
    await this.#options.write(assessment);
    return { assessment, version: currentVersion };
  }
}

type Judged =
  | { readonly wrong?: undefined; readonly stored: StoredAssessment }
  | { readonly wrong: 'outdated'; readonly stored: StoredAssessment }
  | { readonly wrong: 'damaged'; readonly error: DamagedFileError };

/** What is there is all there is. */
function orThrow(judged: Exclude<Judged, { wrong?: undefined }>): StoredAssessment {
  if (judged.wrong === 'damaged') throw judged.error;
  return judged.stored;
}
