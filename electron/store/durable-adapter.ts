/** lowdb's adapter for one file that must survive a power cut: checked when read, written durably. */
import type { Adapter } from 'lowdb';
import { writeDurably } from './durable-file.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

/** How a value becomes the bytes of a file; `decode` throws DamagedFileError or NewerFormatError. */
export interface Codec<T> {
  decode(bytes: Uint8Array): T;
  encode(value: T): Uint8Array;
}

export class DurableAdapter<T> implements Adapter<T> {
  readonly #path: string;
  readonly #files: FileSystem;
  readonly #codec: Codec<T>;

  constructor(path: string, files: FileSystem, codec: Codec<T>) {
    this.#path = path;
    this.#files = files;
    this.#codec = codec;
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
    return this.#codec.decode(bytes);
  }

  /** Resolves only when the new state is on the disk. */
  async write(data: T): Promise<void> {
    await writeDurably(this.#files, this.#path, this.#codec.encode(data));
  }
}
