/** Makes the backups: shortly after each save, off its path, and before whatever replaces a state on purpose. */
import { isAbsolute, join, relative } from 'node:path';
import type { BackupReason, CopyFailure } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { decodeAssessment } from './assessment-file.ts';
import { BackupFolder, UnfaithfulDiskError } from './backup-folder.ts';
import { backupName } from './backup-name.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { writeDurably } from './durable-file.ts';
import { fileFailure } from './file-failure.ts';
import type { FileSystem } from './file-system.ts';

/** How long a saved state waits for its backup, in milliseconds: typing saves less often than that. */
const backupDelay = 250;

const secondName = 'child-friendly-communes-backups';

export interface BackupKeeperOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  /** The bytes of an assessment's own file. */
  readonly readAssessment: (id: string) => Promise<Uint8Array>;
}

export class BackupKeeper {
  readonly primary: BackupFolder;
  readonly #options: BackupKeeperOptions;
  #second: { readonly folder: string; readonly backups: BackupFolder } | null = null;
  readonly #pending = new Map<string, NodeJS.Timeout>();
  /** One backup is made after another. */
  #work: Promise<unknown> = Promise.resolve();
  /** By assessment: why its latest backup could not be made. */
  readonly #troubles = new Map<string, string>();
  readonly #secondTroubles = new Map<string, string>();

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
    this.primary = new BackupFolder(options.dataFolder, 'backups', options.files);
  }

  get second(): BackupFolder | null {
    return this.#second?.backups ?? null;
  }

  /** Why the latest backup could not be made, as a sentence; null while all is well. */
  get trouble(): string | null {
    return [...this.#troubles.values()].at(-1) ?? null;
  }

  get secondTrouble(): string | null {
    return [...this.#secondTroubles.values()].at(-1) ?? null;
  }

  /** The state just saved will be backed up, and those whose backup failed are tried again. */
  plan(id: string): void {
    for (const wanted of [id, ...this.#troubles.keys(), ...this.#secondTroubles.keys()]) {
      if (this.#pending.has(wanted)) continue;
      this.#pending.set(
        wanted,
        setTimeout(() => this.#make(wanted), backupDelay),
      );
    }
  }

  /** Backs up the state that is about to be replaced; a Refusal (`storage_failed`) when that cannot be done. */
  async before(reason: Exclude<BackupReason, 'save'>, id: string): Promise<void> {
    await this.#inTurn(async () => {
      try {
        await this.#take(this.primary, id, reason, await this.#options.readAssessment(id));
      } catch (error) {
        throw new Refusal(
          'storage_failed',
          `Chưa tạo được bản dự phòng nên chưa làm gì. ${backupFailure(error)}`,
          { cause: error },
        );
      }
    });
  }

  /** Makes the pending backups now; resolves when none is under way. */
  async settled(): Promise<void> {
    for (const id of [...this.#pending.keys()]) this.#make(id);
    await this.#work;
  }

  /**
   * Wishes for a second folder; it must be there, take a file, and lie outside the data folder. Null for none. A folder
   * remembered from an earlier run is taken as it is: a drive that is not plugged in now is trouble, not an error.
   */
  async setSecond(folder: string | null, remembered = false): Promise<void> {
    if (folder !== null && !remembered) await this.#tryOut(folder);
    this.#secondTroubles.clear();
    this.#second =
      folder === null ? null : { folder, backups: new BackupFolder(folder, secondName, this.#options.files) };
  }

  /** Copies the present state of the assessments to the second folder, unless it has it already. */
  async copyAll(ids: readonly string[]): Promise<{ copied: number; failed: readonly CopyFailure[] }> {
    const second = this.#second?.backups;
    if (second === undefined) throw new Refusal('invalid_request', 'Chưa chọn thư mục sao lưu thứ hai');
    const failed: CopyFailure[] = [];
    let copied = 0;
    for (const id of ids) {
      await this.#inTurn(async () => {
        try {
          await this.#copyPresent(second, id);
          this.#secondTroubles.delete(id);
          copied += 1;
        } catch (error) {
          failed.push({ id, message: backupFailure(error) });
        }
      });
    }
    return { copied, failed };
  }

  async #copyPresent(place: BackupFolder, id: string): Promise<void> {
    const bytes = await this.#options.readAssessment(id);
    const { saves } = decodeAssessment(id, bytes).assessment;
    for (const backup of await place.list(id)) {
      if (backup.saves !== saves) continue;
      const lying = await this.#options.files.readFile(place.pathOf(backup));
      if (Buffer.compare(lying, bytes) === 0) return;
    }
    await this.#take(place, id, 'save', bytes);
  }

  async #tryOut(folder: string): Promise<void> {
    const { dataFolder, files } = this.#options;
    const path = 'folder';
    if (!isAbsolute(folder))
      throw new Refusal('invalid_input', 'Hãy ghi đường dẫn đầy đủ, ví dụ E:\\SaoLuu', { path });
    const within = relative(dataFolder, folder);
    if (within === '' || !(within.startsWith('..') || isAbsolute(within)))
      throw new Refusal(
        'invalid_input',
        'Thư mục này nằm trong thư mục dữ liệu; hãy chọn một chỗ khác, tốt nhất là ở một ổ đĩa khác',
        { path },
      );
    const probe = join(folder, 'child-friendly-communes-thu-ghi');
    try {
      await files.status(folder);
      await writeDurably(files, probe, new Uint8Array([10]));
      await files.remove(probe);
    } catch (error) {
      throw new Refusal('storage_failed', `Không ghi được vào thư mục này. ${fileFailure(error)}`, {
        path,
        cause: error,
      });
    }
  }

  #make(id: string): void {
    clearTimeout(this.#pending.get(id));
    this.#pending.delete(id);
    void this.#inTurn(() => this.#backUp(id));
  }

  /** Never from data that was not just found valid. */
  async #backUp(id: string): Promise<void> {
    const into = async (place: BackupFolder, troubles: Map<string, string>, sentence: string) => {
      try {
        const bytes = await this.#options.readAssessment(id);
        await this.#take(place, id, 'save', bytes);
        troubles.delete(id);
      } catch (error) {
        this.#options.log(`no backup of ${id}: ${String(error)}`);
        troubles.delete(id);
        troubles.set(id, `${sentence} ${id}. ${backupFailure(error)}`);
        return;
      }
      // What is too many is only untidy; the next backup tries again.
      await place.prune(id).catch((error: unknown) => this.#options.log(`not pruned: ${String(error)}`));
    };
    await into(this.primary, this.#troubles, 'Chưa tạo được bản dự phòng của phiếu');
    if (this.#second !== null)
      await into(
        this.#second.backups,
        this.#secondTroubles,
        'Chưa chép được bản dự phòng vào thư mục thứ hai của phiếu',
      );
  }

  async #take(place: BackupFolder, id: string, reason: BackupReason, bytes: Uint8Array): Promise<void> {
    const { saves } = decodeAssessment(id, bytes).assessment;
    await place.take(backupName(id, saves, this.#options.clock().toISOString(), reason), bytes);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(work, work);
    this.#work = turn.catch(() => undefined);
    return turn;
  }
}

function backupFailure(error: unknown): string {
  if (error instanceof DamagedFileError) return `Tệp vừa đọc lại bị hỏng: ${error.message}`;
  if (error instanceof NewerFormatError) return error.message;
  if (error instanceof UnfaithfulDiskError) return 'Ổ đĩa trả lại khác với những gì vừa ghi; hãy thay ổ đĩa';
  return fileFailure(error);
}
