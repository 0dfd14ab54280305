/** Makes the backups: shortly after each save, off its path, and before whatever replaces a state on purpose. */
import type { BackupReason, StorageTrouble } from '../api.ts';
import { faultText } from '../log/fault-text.ts';
import { Refusal } from '../refusal.ts';
import { decodeAssessment } from './assessment-file.ts';
import { BackupFolder, UnfaithfulDiskError } from './backup-folder.ts';
import { backupName } from './backup-name.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { fileFailure } from './file-failure.ts';
import type { FileSystem } from './file-system.ts';
import { type SecondFolder, secondFolder } from './second-folder.ts';

/** How long a saved state waits for its backup, in milliseconds: typing saves less often than that. */
const backupDelay = 250;
/** How long after a failure it is tried again, in milliseconds. */
const retryDelay = 60_000;

export interface BackupKeeperOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  /** The bytes of an assessment's own file. */
  readonly readAssessment: (id: string) => Promise<Uint8Array>;
  /** Rejects while the data folder is not ours alone: its backups are then not ours to write or to prune either. */
  readonly makeWritable: () => Promise<void>;
}

/** By assessment: why its latest backup in a place could not be made. */
type Failures = Map<string, string>;

export class BackupKeeper {
  readonly primary: BackupFolder;
  readonly #options: BackupKeeperOptions;
  #second: SecondFolder | null = null;
  readonly #pending = new Map<string, { readonly timer: NodeJS.Timeout; readonly isRetry: boolean }>();
  /** One backup is made after another. */
  #work: Promise<unknown> = Promise.resolve();
  readonly #failures: Failures = new Map();
  readonly #secondFailures: Failures = new Map();
  /** By assessment: why its file could not be compared with its backups. */
  readonly #uncompared: Failures = new Map();

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
    this.primary = new BackupFolder(options.dataFolder, options.files, 'backups');
  }

  get second(): SecondFolder | null {
    return this.#second;
  }

  /** Every backup goes to this machine's part of the folder, too; null for none. Whether it is there is seen later. */
  setSecond(chosen: { readonly folder: string; readonly machine: string } | null): void {
    if (chosen?.folder === this.#second?.folder) return;
    this.#secondFailures.clear();
    this.#second = chosen === null ? null : secondFolder(this.#options.files, chosen.folder, chosen.machine);
  }

  /** What a person should see to about the backups. */
  async troubles(): Promise<readonly StorageTrouble[]> {
    const failure = [...this.#failures.values(), ...this.#uncompared.values()].at(-1);
    const secondFailure = [...this.#secondFailures.values()].at(-1) ?? (await this.#secondGone());
    return [
      ...(failure === undefined ? [] : [{ about: 'backups' as const, message: failure }]),
      ...(secondFailure === undefined ? [] : [{ about: 'second_folder' as const, message: secondFailure }]),
    ];
  }

  async #secondGone(): Promise<string | undefined> {
    try {
      await this.#second?.own.needBase();
      return undefined;
    } catch (error) {
      return `Không dùng được thư mục sao lưu thứ hai ${this.#second?.folder}. ${fileFailure(error)}`;
    }
  }

  /** Whether a file could be compared with its backups; `error` says why not. */
  compared(id: string, error: unknown): void {
    if (error === null) this.#uncompared.delete(id);
    else
      this.#uncompared.set(
        id,
        `Không đọc được bản dự phòng của phiếu ${id} nên chưa biết phiếu có phải là bản lưu gần nhất. ${fileFailure(error)}`,
      );
  }

  couldCompare(id: string): boolean {
    return !this.#uncompared.has(id);
  }

  /** The state just saved will be backed up. */
  plan(id: string): void {
    this.#planIn(backupDelay, id);
  }

  /** As `plan`, for a state that is not backed up in both places; a program stopped after a save left that to us. */
  async planIfMissing(id: string, saves: number): Promise<void> {
    for (const place of this.#places()) {
      const [newest] = await place.list(id).catch(() => []);
      if (newest?.saves !== saves) this.plan(id);
    }
  }

  /** Backs up the state that is about to be replaced; a Refusal (`storage_failed`) when that cannot be done. */
  async before(reason: Exclude<BackupReason, 'save'>, id: string): Promise<void> {
    await this.#inTurn(async () => {
      try {
        await this.#options.makeWritable();
        await this.#take(this.primary, id, reason, await this.#options.readAssessment(id));
      } catch (error) {
        if (error instanceof Refusal) throw error;
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
   * Copies the state in these bytes to the second folder, unless it lies there. Rejects with the reason, a sentence,
   * when it cannot.
   */
  async copyToSecond(id: string, read: () => Promise<Uint8Array>): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#second === null) throw new Refusal('invalid_request', 'Chưa chọn thư mục sao lưu thứ hai');
      try {
        await this.#options.makeWritable();
        await this.#takeUnlessThere(this.#second.own, id, await read());
        this.#secondFailures.delete(id);
      } catch (error) {
        const failure = backupFailure(error);
        this.#secondFailures.set(id, `Chưa chép được phiếu ${id} vào thư mục thứ hai. ${failure}`);
        throw new Refusal('storage_failed', failure, { cause: error });
      }
    });
  }

  #places(): readonly BackupFolder[] {
    return this.#second === null ? [this.primary] : [this.primary, this.#second.own];
  }

  #planIn(delay: number, id: string): void {
    const pending = this.#pending.get(id);
    if (pending?.isRetry === false) return;
    clearTimeout(pending?.timer);
    const isRetry = delay === retryDelay;
    const timer = setTimeout(() => this.#make(id), delay);
    // A retry alone keeps no program from ending.
    if (isRetry) timer.unref();
    this.#pending.set(id, { timer, isRetry });
  }

  #make(id: string): void {
    clearTimeout(this.#pending.get(id)?.timer);
    this.#pending.delete(id);
    void this.#inTurn(() => this.#backUp(id));
  }

  async #backUp(id: string): Promise<void> {
    const made = await this.#backUpIn(
      this.primary,
      id,
      this.#failures,
      `Chưa tạo được bản dự phòng của phiếu ${id}.`,
    );
    const copied =
      this.#second === null ||
      (await this.#backUpIn(
        this.#second.own,
        id,
        this.#secondFailures,
        `Chưa chép được phiếu ${id} vào thư mục thứ hai.`,
      ));
    if (!(made && copied)) this.#planIn(retryDelay, id);
  }

  /** Never from data that was not just found valid. */
  async #backUpIn(place: BackupFolder, id: string, failures: Failures, failed: string): Promise<boolean> {
    // The latest failure stands last.
    failures.delete(id);
    try {
      await this.#options.makeWritable();
      await this.#takeUnlessThere(place, id, await this.#options.readAssessment(id));
    } catch (error) {
      this.#options.log(`no backup of ${id}: ${faultText(error)}`);
      failures.set(id, `${failed} ${backupFailure(error)}`);
      return false;
    }
    // What is too many is only untidy; the next backup tries again.
    await place.prune(id).catch((error: unknown) => this.#options.log(`not pruned: ${faultText(error)}`));
    return true;
  }

  async #takeUnlessThere(place: BackupFolder, id: string, bytes: Uint8Array): Promise<void> {
    const { saves } = decodeAssessment(id, bytes).assessment;
    await place.needBase();
    if (!(await place.holds(id, saves, bytes))) await this.#take(place, id, 'save', bytes);
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
  if (error instanceof NewerFormatError || error instanceof Refusal) return error.message;
  if (error instanceof UnfaithfulDiskError) return 'Ổ đĩa trả lại khác với những gì vừa ghi; hãy thay ổ đĩa';
  return fileFailure(error);
}
