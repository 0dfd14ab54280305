/** The backups of an assessment in both places, to be chosen from. */
import type { Assessment } from '../../criteria/assessment.ts';
import { decodeAssessment } from './assessment-file.ts';
import type { BackupFolder } from './backup-folder.ts';
import type { BackupKeeper } from './backup-keeper.ts';
import { type BackupName, newestFirst } from './backup-name.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { largestFile } from './envelope.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

export interface ShelvedBackup extends BackupName {
  readonly inSecondFolderOnly: boolean;
  readonly size: number;
  readonly path: string;
}

export class BackupShelf {
  readonly #keeper: BackupKeeper;
  readonly #files: FileSystem;

  constructor(keeper: BackupKeeper, files: FileSystem) {
    this.#keeper = keeper;
    this.#files = files;
  }

  /** Of the assessments that have backups on this machine. */
  ids(): Promise<readonly string[]> {
    return this.#keeper.primary.ids();
  }

  /** Of those, too, that have backups in the second folder only. */
  async allIds(): Promise<readonly string[]> {
    const second = (await this.#keeper.second?.ids().catch(() => [])) ?? [];
    return [...new Set([...(await this.ids()), ...second])].sort();
  }

  /** Newest state first. A second folder that is not plugged in counts for none. */
  async list(id: string): Promise<readonly ShelvedBackup[]> {
    const primary = await this.#in(this.#keeper.primary, id, false);
    const here = new Set(primary.map(({ file }) => file));
    const second = this.#keeper.second;
    const there = second === null ? [] : await this.#in(second, id, true).catch(() => []);
    return [...primary, ...there.filter(({ file }) => !here.has(file))].sort(newestFirst);
  }

  async find(id: string, file: string): Promise<ShelvedBackup | undefined> {
    return (await this.list(id)).find((backup) => backup.file === file);
  }

  /** The assessment in a backup; throws DamagedFileError, NewerFormatError, or the system's error. */
  async open({ id, size, path }: ShelvedBackup): Promise<Assessment> {
    if (size > largestFile) throw new DamagedFileError('Tệp quá lớn, không phải tệp của chương trình');
    return decodeAssessment(id, await this.#files.readFile(path)).assessment;
  }

  /**
   * The newest backup that can be read; undefined when there is none. One that cannot be read only now, because it is
   * held or its drive is gone, is an error: an older one must not take its place for that.
   */
  async newestGood(id: string): Promise<Assessment | undefined> {
    for (const backup of await this.list(id)) {
      try {
        return await this.open(backup).catch((error: unknown) => {
          if (fileErrorCode(error) !== 'EIO') throw error;
          return this.open(backup);
        });
      } catch (error) {
        if (!isLost(error)) throw error;
      }
    }
    return undefined;
  }

  async #in(place: BackupFolder, id: string, inSecondFolderOnly: boolean): Promise<ShelvedBackup[]> {
    const shelved: ShelvedBackup[] = [];
    for (const backup of await place.list(id)) {
      const path = place.pathOf(backup);
      const status = await this.#files.status(path).catch((error: unknown) => {
        // One that was pruned meanwhile.
        if (fileErrorCode(error) === 'ENOENT') return null;
        throw error;
      });
      if (status !== null) shelved.push({ ...backup, path, size: status.size, inSecondFolderOnly });
    }
    return shelved;
  }
}

/** For good: damaged, written by a newer program, on a bad spot of the disk, or no longer there. */
function isLost(error: unknown): boolean {
  return (
    error instanceof DamagedFileError ||
    error instanceof NewerFormatError ||
    ['EIO', 'ENOENT'].includes(fileErrorCode(error) ?? '')
  );
}
