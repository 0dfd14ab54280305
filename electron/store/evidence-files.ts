/**
 * The evidence of this machine, `<data folder>/evidence/<first two digits>/<SHA-256>`, and beside a photo its copy for
 * print. Nothing is ever removed from it: older states of an assessment name what newer ones do not. What is added also
 * goes to the second folder, and what is missing or altered here is had back from there.
 */
import { join } from 'node:path';
import { largestPrintCopy } from '../api/evidence.ts';
import { faultText } from '../log/fault-text.ts';
import { Refusal } from '../refusal.ts';
import { UnfaithfulDiskError } from './backup-folder.ts';
import type { DamagedFolder } from './damaged-folder.ts';
import { writeDurably } from './durable-file.ts';
import { EvidenceFolder, type FoundEvidence, sha256Of } from './evidence-folder.ts';
import { openedPrintCopy, sealedPrintCopy } from './evidence-print-copy.ts';
import { fileFailure } from './file-failure.ts';
import type { FileSystem } from './file-system.ts';
import type { SecondFolder } from './second-folder.ts';

/** How long after a failure copying to the second folder is tried again, in milliseconds. */
const retryDelay = 60_000;

export interface EvidenceFilesOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  readonly damaged: DamagedFolder;
  /** Rejects while the data folder is not ours alone. */
  readonly makeWritable: () => Promise<void>;
  readonly second: () => SecondFolder | null;
}

export class EvidenceFiles {
  readonly #options: EvidenceFilesOptions;
  readonly #here: EvidenceFolder;
  /** One file is written after another. */
  #work: Promise<unknown> = Promise.resolve();
  readonly #tidied = new WeakSet<EvidenceFolder>();
  /** Hashes of what is still to be copied to the second folder. */
  readonly #uncopied = new Set<string>();
  #retry: NodeJS.Timeout | undefined;
  #copyFailure: string | null = null;

  constructor(options: EvidenceFilesOptions) {
    this.#options = options;
    this.#here = new EvidenceFolder(join(options.dataFolder, 'evidence'), options.files);
  }

  /** Resolves with the hash once the file and its copy for print are on the disk; a Refusal (`storage_failed`) otherwise. */
  add(bytes: Uint8Array, printCopy: Uint8Array | null): Promise<string> {
    const sha256 = sha256Of(bytes);
    return this.#inTurn(async () => {
      await this.#options.makeWritable();
      try {
        await this.#put(sha256, bytes);
        if (printCopy !== null) await this.#putPrintCopy(sha256, printCopy);
      } catch (error) {
        throw new Refusal('storage_failed', `Không giữ được tệp minh chứng. ${evidenceFailure(error)}`, {
          cause: error,
        });
      }
      this.planCopy(sha256);
      return sha256;
    });
  }

  /** As it was attached, from the second folder where it is not so here; a Refusal (`storage_failed`) where nothing can be told. */
  async read(sha256: string): Promise<FoundEvidence> {
    const found = await this.#here.read(sha256).catch((error: unknown) => {
      throw new Refusal('storage_failed', `Không đọc được tệp minh chứng. ${evidenceFailure(error)}`, {
        cause: error,
      });
    });
    if (found.state === 'good') return found;
    const bytes = await this.#elsewhere(sha256);
    if (bytes === null) return found;
    await this.#inTurn(async () => {
      await this.#options.makeWritable();
      await this.#put(sha256, bytes);
    }).catch((error: unknown) => this.#options.log(`evidence ${sha256} not restored: ${faultText(error)}`));
    return { state: 'good', bytes };
  }

  /** A JPEG; null where there is none, or none that is as it was made. */
  async readPrintCopy(sha256: string): Promise<Uint8Array | null> {
    try {
      const path = this.#printCopyPath(sha256);
      const { size } = await this.#options.files.status(path);
      return size > 2 * largestPrintCopy ? null : openedPrintCopy(await this.#options.files.readFile(path));
    } catch {
      return null;
    }
  }

  /** It will lie in the second folder, too, where there is one. */
  planCopy(sha256: string): void {
    if (this.#options.second() === null) return;
    this.#uncopied.add(sha256);
    void this.#inTurn(() => this.#copyPlanned());
  }

  /**
   * Copies a file to the second folder unless one of that size lies there. Rejects with the reason, a sentence, when it
   * cannot.
   */
  async copyToSecond(sha256: string): Promise<void> {
    await this.#inTurn(async () => {
      try {
        await this.#copy(sha256);
        this.#uncopied.delete(sha256);
        if (this.#uncopied.size === 0) this.#copyFailure = null;
      } catch (error) {
        if (error instanceof Refusal) throw error;
        throw new Refusal('storage_failed', evidenceFailure(error), { cause: error });
      }
    });
  }

  /** Why evidence is not in the second folder, as a sentence; null while all is well. */
  get trouble(): string | null {
    return this.#options.second() === null ? null : this.#copyFailure;
  }

  /** Resolves when nothing is being written or copied. */
  async settled(): Promise<void> {
    if (this.#uncopied.size > 0) void this.#inTurn(() => this.#copyPlanned());
    await this.#work;
  }

  /** What lies there already is left; what is not these bytes is moved aside. */
  async #put(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#tidyOnce(this.#here);
    const found = await this.#here.read(sha256);
    if (found.state === 'good') return this.#here.makeDurable(sha256);
    const { damaged, clock } = this.#options;
    if (found.state === 'altered')
      await damaged.moveAside(this.#here.pathOf(sha256), `evidence_${sha256}`, clock(), '');
    // NOTE: what lay here may have been moved aside by a try that failed before that was there for good.
    else if (await damaged.isThere()) await damaged.makeDurable();
    await this.#here.write(sha256, bytes);
  }

  async #putPrintCopy(sha256: string, jpeg: Uint8Array): Promise<void> {
    if ((await this.readPrintCopy(sha256)) !== null) return;
    await writeDurably(this.#options.files, this.#printCopyPath(sha256), sealedPrintCopy(jpeg));
  }

  #printCopyPath(sha256: string): string {
    return `${this.#here.pathOf(sha256)}.print.jpg`;
  }

  /** Good bytes from this machine's part of the second folder, or from another's: the hash says that they are right. */
  async #elsewhere(sha256: string): Promise<Uint8Array | null> {
    const second = this.#options.second();
    if (second === null) return null;
    for (const place of [second.evidence, ...(await second.othersEvidence())]) {
      const found = await place.read(sha256).catch(() => null);
      if (found?.state === 'good') return found.bytes;
    }
    return null;
  }

  async #copyPlanned(): Promise<void> {
    clearTimeout(this.#retry);
    for (const sha256 of [...this.#uncopied]) {
      try {
        await this.#copy(sha256);
        this.#uncopied.delete(sha256);
      } catch (error) {
        this.#options.log(`evidence ${sha256} not copied: ${faultText(error)}`);
        if (error instanceof Refusal && error.code === 'damaged') {
          // Said wherever the file is named; another try finds nothing else.
          this.#uncopied.delete(sha256);
          continue;
        }
        this.#copyFailure = `Chưa chép được ${this.#uncopied.size} tệp minh chứng vào thư mục thứ hai. ${evidenceFailure(error)}`;
        this.#retry = setTimeout(() => void this.#inTurn(() => this.#copyPlanned()), retryDelay);
        // A retry alone keeps no program from ending.
        this.#retry.unref();
        return;
      }
    }
    this.#copyFailure = null;
  }

  async #copy(sha256: string): Promise<void> {
    const second = this.#options.second();
    if (second === null) return;
    await this.#options.makeWritable();
    await second.own.needBase();
    const found = await this.#here.read(sha256);
    if (found.state !== 'good') {
      // NOTE: what is only there is the last good one, and there is nothing to copy.
      if ((await second.evidence.read(sha256)).state === 'good') return;
      throw new Refusal('damaged', missingText(found.state));
    }
    await this.#tidyOnce(second.evidence);
    const there = await second.evidence.sizeOf(sha256);
    if (there === found.bytes.length) return;
    await second.evidence.write(sha256, found.bytes);
  }

  /** What writes that a power cut broke off have left; it is only untidy. */
  async #tidyOnce(place: EvidenceFolder): Promise<void> {
    if (this.#tidied.has(place)) return;
    this.#tidied.add(place);
    await place.tidy().catch(() => undefined);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(work, work);
    this.#work = turn.catch(() => undefined);
    return turn;
  }
}

function missingText(state: 'missing' | 'altered'): string {
  return state === 'missing' ? 'Tệp không còn trên máy này' : 'Tệp đã bị thay đổi từ khi đính kèm';
}

function evidenceFailure(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof UnfaithfulDiskError) return 'Ổ đĩa trả lại khác với những gì vừa ghi; hãy thay ổ đĩa';
  return fileFailure(error);
}
