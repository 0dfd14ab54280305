/** Where files that gave way to a backup are moved, with their bytes as they are. Nothing is ever removed from there. */
import { dirname, join } from 'node:path';
import { type FileSystem, fileErrorCode } from './file-system.ts';

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
  async moveAside(path: string, name: string, at: Date, ending = '.json'): Promise<string> {
    await this.#files.makeFolder(this.folder);
    const taken = new Set(await this.#names());
    let instant = at;
    let file = asideName(name, instant, ending);
    while (taken.has(file)) {
      instant = new Date(instant.getTime() + 1);
      file = asideName(name, instant, ending);
    }
    await this.#files.rename(path, join(this.folder, file));
    // NOTE: the new place first: a power cut in between may leave the file in both places, never in none.
    await this.#files.syncFolder(this.folder);
    await this.#files.syncFolder(dirname(path));
    return instant.toISOString();
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
    return (await this.#names())
      .flatMap((file) => {
        const [, id, day, hours, minutes, seconds] = pattern.exec(file) ?? [];
        return id === undefined ? [] : [{ file, id, at: `${day}T${hours}:${minutes}:${seconds}` }];
      })
      .sort((a, b) => b.at.localeCompare(a.at));
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await this.#files.listFolder(this.folder);
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

// NOTE: Windows takes no colon in a name.
function asideName(name: string, at: Date, ending: string): string {
  return `${name}_${at.toISOString().replaceAll(':', '-')}${ending}`;
}
