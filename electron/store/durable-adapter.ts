/** lowdb's adapter for one file that must survive a power cut: checked when read, written durably. */
import type { Adapter } from 'lowdb';
import { writeDurably } from './durable-file.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

export class DurableAdapter<T> implements Adapter<T> {
  readonly #path: string;
  readonly #files: FileSystem;
  readonly #parse: (data: unknown) => T;

  /** `parse` turns the data of the file into T, or throws DamagedFileError. */
  constructor(path: string, files: FileSystem, parse: (data: unknown) => T) {
    this.#path = path;
    this.#files = files;
    this.#parse = parse;
  }

  /** Null only when there is no file. A file that cannot be read is an error, never "no data". */
  async read(): Promise<T | null> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#files.readFile(this.#path);
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return null;
      throw error;
    }
    return this.#parse(openEnvelope(bytes));
  }

  /** Resolves only when the new state is on the disk. */
  async write(data: T): Promise<void> {
    await writeDurably(this.#files, this.#path, sealEnvelope(data));
  }
}
