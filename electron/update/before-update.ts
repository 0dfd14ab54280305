/**
 * Before a version of the program writes into a data folder that another one used last, the data is copied as it lies
 * there. So an update is made by replacing the program, and whoever goes back to the one before finds what that one wrote.
 */
import { faultText } from '../log/fault-text.ts';
import { UnfaithfulDiskError } from '../store/backup-folder.ts';
import { fileFailure } from '../store/file-failure.ts';
import type { FileSystem } from '../store/file-system.ts';
import { ProgramVersionFile } from './program-version-file.ts';
import { UpdateCopies } from './update-copies.ts';

/** What versions are called that left no word. */
const unknownVersion = 'earlier';

export interface BeforeUpdateOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  /** Of this program; empty where nobody says, and nothing is then done. */
  readonly version: string;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  /** Whether the data folder is ours alone. */
  readonly holdsLock: () => Promise<boolean>;
}

export class BeforeUpdate {
  readonly #options: BeforeUpdateOptions;
  #trouble: string | null = null;
  #wanted = false;
  #made: Promise<void> | undefined;

  constructor(options: BeforeUpdateOptions) {
    this.#options = options;
  }

  /** Why the data could not be copied, as a sentence; null while all is well. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Never fails: the program can be used without the copy, and the next start tries again. */
  async make(): Promise<void> {
    this.#wanted = true;
    await this.holds().catch(() => false);
  }

  /** Whether the data folder is ours alone. NOTE: where it is not at the start, the copy waits for the first write. */
  async holds(): Promise<boolean> {
    if (!(await this.#options.holdsLock())) return false;
    if (this.#wanted) {
      this.#made ??= this.#tryOnce();
      await this.#made;
    }
    return true;
  }

  async #tryOnce(): Promise<void> {
    const { version, log } = this.#options;
    if (version === '') return;
    try {
      await this.#make();
    } catch (error) {
      log(`no copy before the update: ${faultText(error)}`);
      this.#trouble = `Chưa chép được dữ liệu trước khi dùng phiên bản ${version} của chương trình. ${copyFailure(error)}`;
    }
  }

  async #make(): Promise<void> {
    const { dataFolder, files, version, clock, log } = this.#options;
    const versionFile = new ProgramVersionFile(dataFolder, files);
    const copies = new UpdateCopies(dataFolder, files);
    const last = await versionFile.read();
    if (last === version) {
      // A start that failed in its last step may have written it, but not for good.
      await files.syncFolder(dataFolder);
    } else {
      await copies.make(last ?? unknownVersion, version, clock());
      await versionFile.write(version);
    }
    // What is too much is only untidy; the next start tries again.
    await copies.prune().catch((error: unknown) => log(`not pruned: ${faultText(error)}`));
  }
}

function copyFailure(error: unknown): string {
  if (error instanceof UnfaithfulDiskError) return 'Ổ đĩa trả lại khác với những gì vừa ghi; hãy thay ổ đĩa';
  return fileFailure(error);
}
