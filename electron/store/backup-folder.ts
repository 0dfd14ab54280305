/** A place with backups: a folder for each assessment, in it a file for each backup, with the bytes of the assessment's own file. */
import { join } from 'node:path';
import { assessmentIdSchema } from '../../criteria/assessment.ts';
import { type BackupName, newestFirst, parseBackupName } from './backup-name.ts';
import { superfluous } from './backup-retention.ts';
import { removeLeftovers, writeDurably } from './durable-file.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

/** The disk gave back other bytes than it was given. */
export class UnfaithfulDiskError extends Error {
  override readonly name = 'UnfaithfulDiskError';
}

export class BackupFolder {
  /** Must be there: an unplugged drive is an error, not a reason to make a folder where it was. */
  readonly #base: string;
  readonly #root: string;
  readonly #files: FileSystem;

  /** Keeps the backups in `base`, or in a folder of that `name` within it, which is made when needed. */
  constructor(base: string, files: FileSystem, name = '') {
    this.#base = base;
    this.#root = join(base, name);
    this.#files = files;
  }

  /** Fails when the place is not there. */
  async needBase(): Promise<void> {
    await this.#files.status(this.#base);
  }

  /** The assessments that have a folder of backups here. */
  async ids(): Promise<readonly string[]> {
    const names = await this.#namesIn(this.#root);
    return names.filter((name) => assessmentIdSchema.safeParse(name).success);
  }

  /** Newest state first. */
  async list(id: string): Promise<readonly BackupName[]> {
    const names = await this.#namesIn(join(this.#root, id));
    return names
      .flatMap((file) => parseBackupName(file) ?? [])
      .filter((backup) => backup.id === id)
      .sort(newestFirst);
  }

  pathOf({ id, file }: BackupName): string {
    return join(this.#root, id, file);
  }

  /** Whether these very bytes lie here as the backup of a save. */
  async holds(id: string, saves: number, bytes: Uint8Array): Promise<boolean> {
    for (const backup of await this.list(id)) {
      if (backup.saves !== saves || backup.reason !== 'save') continue;
      const lying = await this.#files.readFile(this.pathOf(backup)).catch(() => null);
      if (lying !== null && Buffer.compare(lying, bytes) === 0) return true;
    }
    return false;
  }

  /** Writes a backup and reads it back; `bytes` are those of a file that was just found valid. */
  async take(backup: BackupName, bytes: Uint8Array): Promise<void> {
    await this.needBase();
    await this.#files.makeFolder(join(this.#root, backup.id));
    const path = this.pathOf(backup);
    await writeDurably(this.#files, path, bytes);
    if (Buffer.compare(await this.#files.readFile(path), bytes) !== 0)
      throw new UnfaithfulDiskError(`${path} reads back otherwise than it was written`);
  }

  /** Removes what newer backups make superfluous. Only after `take`, so that a good backup is always among those kept. */
  async prune(id: string): Promise<void> {
    const folder = join(this.#root, id);
    for (const backup of superfluous(await this.list(id))) await this.#files.remove(this.pathOf(backup));
    await removeLeftovers(this.#files, folder);
  }

  async #namesIn(folder: string): Promise<readonly string[]> {
    try {
      return await this.#files.listFolder(folder);
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}
