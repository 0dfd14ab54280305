/** Where files that gave way to a backup are moved, with their bytes as they are. Nothing is ever removed from there. */
import { join } from 'node:path';
import { type FileSystem, fileErrorCode } from './file-system.ts';
import { moveInto, namesIn } from './moving-aside.ts';

export interface MovedAside {
  readonly file: string;
  readonly id: string;
  readonly at: string;
}

const pattern =
  /^(\d{4}-[A-Za-z0-9][A-Za-z0-9._-]{0,31})_(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.json$/;

export class DamagedFolder {
  readonly folder: string;
  readonly #files: FileSystem;

  constructor(dataFolder: string, files: FileSystem) {
    this.folder = join(dataFolder, 'damaged');
    this.#files = files;
  }

  /** Gives the instant that it is kept under: `at`, or just after it where that is taken. */
  moveAside(path: string, name: string, at: Date, ending = '.json'): Promise<string> {
    return moveInto(this.#files, this.folder, path, { name, at, ending });
  }

  /** Whether anything was ever moved here. */
  async isThere(): Promise<boolean> {
    try {
      await this.#files.status(this.folder);
      return true;
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  /** What was moved here before a power cut may not be here for good yet. */
  makeDurable(): Promise<void> {
    return this.#files.syncFolder(this.folder);
  }

  /** As they lie there. */
  bytes({ file }: MovedAside): Promise<Uint8Array> {
    return this.#files.readFile(join(this.folder, file));
  }

  /** Latest first. */
  async list(): Promise<readonly MovedAside[]> {
    return (await namesIn(this.#files, this.folder))
      .flatMap((file) => {
        const [, id, day, hours, minutes, seconds] = pattern.exec(file) ?? [];
        return id === undefined ? [] : [{ file, id, at: `${day}T${hours}:${minutes}:${seconds}` }];
      })
      .sort((a, b) => b.at.localeCompare(a.at));
  }
}
