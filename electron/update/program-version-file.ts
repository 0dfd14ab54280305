/** `<data folder>/program-version.json`: which version of the program used this data folder last. */
import { join } from 'node:path';
import { z } from 'zod';
import { DamagedFileError } from '../store/damaged-file.ts';
import { writeDurably } from '../store/durable-file.ts';
import { openEnvelope, sealEnvelope } from '../store/envelope.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';

const format = 'child-friendly-communes/program-version';
const schema = z.object({ version: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/) });

export class ProgramVersionFile {
  readonly #path: string;
  readonly #files: FileSystem;

  constructor(dataFolder: string, files: FileSystem) {
    this.#path = join(dataFolder, 'program-version.json');
    this.#files = files;
  }

  /** Null where no version has said so, or the file does not tell. */
  async read(): Promise<string | null> {
    try {
      const { data } = openEnvelope(format, await this.#files.readFile(this.#path));
      return schema.safeParse(data).data?.version ?? null;
    } catch (error) {
      if (error instanceof DamagedFileError || fileErrorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  write(version: string): Promise<void> {
    return writeDurably(this.#files, this.#path, sealEnvelope(format, { version }));
  }
}
