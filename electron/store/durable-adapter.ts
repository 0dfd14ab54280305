/**
 * lowdb's adapter for one file that must survive a power cut: unique temp file, fsync, rename, fsync of the folder.
 * `write` resolves only when the new state is on the disk; until the rename the old state stands whole.
 */
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

/** Marks a file that a save was writing; never read as an assessment. */
const temporarySuffix = '.tmp';

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

  async write(data: T): Promise<void> {
    const bytes = sealEnvelope(data);
    const folder = dirname(this.#path);
    const temporary = join(folder, `.${basename(this.#path)}.${randomUUID()}${temporarySuffix}`);
    try {
      const file = await this.#files.createFile(temporary);
      try {
        await file.write(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.#files.rename(temporary, this.#path);
    } catch (error) {
      // The save has failed and says so; a leftover temp file must not hide that behind an error of its own.
      await this.#files.remove(temporary).catch(() => undefined);
      throw error;
    }
    await this.#files.syncFolder(folder);
  }
}
