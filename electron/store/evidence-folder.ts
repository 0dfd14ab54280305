/** A place with evidence: each file once, byte for byte, under the SHA-256 of its bytes, in a folder of its first two digits. */
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { largestEvidence } from '../api/evidence.ts';
import { UnfaithfulDiskError } from './backup-folder.ts';
import { removeLeftovers, writeDurably } from './durable-file.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';

/** What lies under a hash. `altered`: something else than the bytes of that hash, or a bad spot on the disk. */
export type FoundEvidence =
  | { readonly state: 'good'; readonly bytes: Uint8Array }
  | { readonly state: 'missing' | 'altered' };

export class EvidenceFolder {
  readonly #root: string;
  readonly #files: FileSystem;

  constructor(root: string, files: FileSystem) {
    this.#root = root;
    this.#files = files;
  }

  pathOf(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256);
  }

  /** Each time from the disk. Rejects with the system's error where nothing can be told. */
  async read(sha256: string): Promise<FoundEvidence> {
    try {
      const size = await this.sizeOf(sha256);
      if (size === null) return { state: 'missing' };
      if (size > largestEvidence) return { state: 'altered' };
      const bytes = await this.#files.readFile(this.pathOf(sha256));
      return sha256Of(bytes) === sha256 ? { state: 'good', bytes } : { state: 'altered' };
    } catch (error) {
      const code = fileErrorCode(error);
      if (code === 'ENOENT') return { state: 'missing' };
      if (code === 'EIO') return { state: 'altered' };
      throw error;
    }
  }

  /** In bytes; null when nothing lies there. */
  async sizeOf(sha256: string): Promise<number | null> {
    try {
      return (await this.#files.status(this.pathOf(sha256))).size;
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Resolves once the file is on the disk for good and reads back as it was given. */
  async write(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.makeDurable(sha256);
    await writeDurably(this.#files, this.pathOf(sha256), bytes);
    const found = await this.read(sha256);
    if (found.state !== 'good')
      throw new UnfaithfulDiskError(`${this.pathOf(sha256)} reads back otherwise than it was written`);
  }

  /** What lies there may be from a program that was stopped before it was there for good; so may the folders. */
  async makeDurable(sha256: string): Promise<void> {
    const folder = dirname(this.pathOf(sha256));
    await this.#files.makeFolder(this.#root);
    await this.#files.makeFolder(folder);
    await this.#files.syncFolder(folder);
  }

  /** Only while nothing is being written here. */
  async tidy(): Promise<void> {
    for (const name of await this.#files.listFolder(this.#root))
      if (/^[0-9a-f]{2}$/.test(name)) await removeLeftovers(this.#files, join(this.#root, name));
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
