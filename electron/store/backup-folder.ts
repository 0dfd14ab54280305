/** A place with backups: a folder for each assessment, in it a file for each backup, with the bytes of the assessment's own file. */
import { join } from 'node:path';
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

  constructor(base: string, name: string, files: FileSystem) {
    this.#base = base;
    this.#root = join(base, name);
    this.#files = files;
  }

  /** The assessments that have a folder of backups here. */
  async ids(): Promise<readonly string[]> {
    return this.#namesIn(this.#root);
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

  /** Writes a backup and reads it back; `bytes` are those of a file that was just found valid. */
  async take(backup: BackupName, bytes: Uint8Array): Promise<void> {
    await this.#files.status(this.#base);
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
