/** The backups of an assessment in every place, to be chosen from. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { Backup } from '../api.ts';
import { decodeAssessment, encodeAssessment } from './assessment-file.ts';
import type { BackupFolder } from './backup-folder.ts';
import type { BackupKeeper } from './backup-keeper.ts';
import { type BackupName, newestFirst } from './backup-name.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { largestFile } from './envelope.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';
import { sha256OfJson } from './sha256.ts';

export interface ShelvedBackup extends BackupName {
  readonly place: Backup['place'];
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

  /** The assessments of which this machine has backups, here or in its part of the second folder. */
  async ids(): Promise<readonly string[]> {
    const here = await this.#keeper.primary.ids();
    const second = (await this.#keeper.second?.own.ids().catch(() => [])) ?? [];
    return [...new Set([...here, ...second])].sort();
  }

  /** The same with those of which only other machines have put backups into the second folder. */
  async allIds(): Promise<readonly string[]> {
    const others = (await this.#keeper.second?.others()) ?? [];
    const there = await Promise.all(others.map((place) => place.ids().catch(() => [])));
    return [...new Set([...(await this.ids()), ...there.flat()])].sort();
  }

  /** This machine's, newest state first. A second folder that is not plugged in counts for none. */
  async list(id: string): Promise<readonly ShelvedBackup[]> {
    const here = await this.#in(this.#keeper.primary, id, 'here');
    const names = new Set(here.map(({ file }) => file));
    const own = this.#keeper.second?.own;
    const second = own === undefined ? [] : await this.#in(own, id, 'second_folder').catch(() => []);
    return [...here, ...second.filter(({ file }) => !names.has(file))].sort(newestFirst);
  }

  /** The same, and after them those of other machines, which only a person may choose. */
  async listAll(id: string): Promise<readonly ShelvedBackup[]> {
    const others = (await this.#keeper.second?.others()) ?? [];
    const there = await Promise.all(
      others.map((place) => this.#in(place, id, 'other_machine').catch(() => [])),
    );
    return [...(await this.list(id)), ...there.flat().sort(newestFirst)];
  }

  async find(id: string, file: string): Promise<ShelvedBackup | undefined> {
    return (await this.listAll(id)).find((backup) => backup.file === file);
  }

  /** The assessment in a backup; throws DamagedFileError, NewerFormatError, or the system's error. */
  async open(backup: ShelvedBackup): Promise<Assessment> {
    return decodeAssessment(backup.id, await this.bytes(backup)).assessment;
  }

  async bytes({ size, path }: ShelvedBackup): Promise<Uint8Array> {
    if (size > largestFile) throw new DamagedFileError('Tệp quá lớn, không phải tệp của chương trình');
    return this.#files.readFile(path);
  }

  /**
   * The newest backup of this machine that can be read, with what is in it; undefined when there is none. One that
   * cannot be read only now, because it is held, is an error: an older one must not take its place for that.
   */
  async newestGood(
    id: string,
  ): Promise<{ readonly backup: ShelvedBackup; readonly assessment: Assessment } | undefined> {
    for (const backup of await this.list(id)) {
      try {
        const assessment = await this.open(backup).catch((error: unknown) => {
          if (fileErrorCode(error) !== 'EIO') throw error;
          return this.open(backup);
        });
        return { backup, assessment };
      } catch (error) {
        if (!isLost(error)) throw error;
      }
    }
    return undefined;
  }

  /**
   * Whether an assessment, as its file has it, is not what was saved last: an older state, or another one with the same
   * count, as when a copy was put in its place. A state that is ahead of its backups has just been saved. Null when that
   * cannot be told, because the backups cannot be read now.
   */
  async isOutdated(assessment: Assessment): Promise<boolean | null> {
    try {
      const outdated = await this.#isOutdated(assessment).catch((error: unknown) => {
        if (fileErrorCode(error) === undefined) throw error;
        return this.#isOutdated(assessment);
      });
      this.#keeper.compared(assessment.id, null);
      return outdated;
    } catch (error) {
      if (fileErrorCode(error) === undefined) throw error;
      this.#keeper.compared(assessment.id, error);
      return null;
    }
  }

  /** There is no file that could be outdated. */
  noFile(id: string): void {
    this.#keeper.compared(id, null);
  }

  async #isOutdated(assessment: Assessment): Promise<boolean> {
    const { id, saves } = assessment;
    if (await this.#isNewestHere(assessment)) return false;
    const newest = await this.newestGood(id);
    if (newest === undefined || newest.assessment.saves < saves) return false;
    if (newest.assessment.saves > saves) return true;
    const hash = sha256OfJson(assessment);
    if (sha256OfJson(newest.assessment) === hash) return false;
    for (const backup of await this.list(id)) {
      if (backup.saves !== saves) continue;
      const known = await this.open(backup).catch(() => null);
      if (known !== null && sha256OfJson(known) === hash) return false;
    }
    return true;
  }

  /** The usual case, told without opening the backup: for a list of 10,600 that makes the difference. */
  async #isNewestHere(assessment: Assessment): Promise<boolean> {
    const [newest] = await this.#keeper.primary.list(assessment.id);
    if (newest?.saves !== assessment.saves) return false;
    const bytes = await this.#files.readFile(this.#keeper.primary.pathOf(newest)).catch(() => null);
    return bytes !== null && Buffer.compare(bytes, encodeAssessment(assessment)) === 0;
  }

  async #in(place: BackupFolder, id: string, kind: Backup['place']): Promise<ShelvedBackup[]> {
    const shelved: ShelvedBackup[] = [];
    for (const backup of await place.list(id)) {
      const path = place.pathOf(backup);
      const status = await this.#files.status(path).catch((error: unknown) => {
        // One that was pruned meanwhile.
        if (fileErrorCode(error) === 'ENOENT') return null;
        throw error;
      });
      if (status !== null) shelved.push({ ...backup, path, size: status.size, place: kind });
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
