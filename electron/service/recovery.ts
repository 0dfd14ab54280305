/** What the screen "Sao lưu và khôi phục" shows and does: moved-aside files, backups, the second folder. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Assessment, yearOf } from '../../criteria/assessment.ts';
import type {
  AssessmentList,
  AssessmentSummary,
  Backup,
  CopyFailure,
  FilePlace,
  RawFile,
  RecoveredFile,
  RecoveryOverview,
  StorageTrouble,
} from '../api.ts';
import { Refusal } from '../refusal.ts';
import { decodeAssessment } from '../store/assessment-file.ts';
import type { Listing } from '../store/assessment-list.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { parseBackupName } from '../store/backup-name.ts';
import type { MovedAside } from '../store/damaged-folder.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode, isLink } from '../store/file-system.ts';
import { prepareSecondFolder } from '../store/second-folder.ts';
import { clockTrouble } from './clock-trouble.ts';
import { filesNamedIn } from './evidence.ts';

/** A page cannot be handed more than this, in bytes; the person is told where the file lies instead. */
const largestExport = 64 * 1024 * 1024;

export interface RecoveryOptions {
  readonly dataFolder: string;
  readonly store: AssessmentStore;
  readonly files: FileSystem;
  readonly lineOf: (assessment: Assessment) => AssessmentSummary;
  readonly clock: () => Date;
  /** What is to be told about how the data folder was found, as a sentence. */
  readonly lockNotice?: string;
  /** Why the data could not be copied before this version used it, as a sentence; null where all is well. */
  readonly updateTrouble?: () => string | null;
}

export class Recovery {
  readonly #options: RecoveryOptions;
  readonly #store: AssessmentStore;

  constructor(options: RecoveryOptions) {
    this.#options = options;
    this.#store = options.store;
  }

  /** Backups go to the second folder that was chosen in an earlier run, from when the settings can be read. */
  async takeUpSecondFolder(): Promise<void> {
    const { secondFolder: folder, machine } = await this.#store.settings.read();
    if (folder !== null && machine !== null) this.#store.keeper.setSecond({ folder, machine });
  }

  /** What the list says beside its lines. */
  async news({ lines }: Listing): Promise<Pick<AssessmentList, 'recovered' | 'troubles'>> {
    const troubles: StorageTrouble[] = [];
    const recovered = await this.#unlessUnreadable(this.#recovered('unseen'), [], troubles);
    return { recovered, troubles: [...troubles, ...(await this.#troubles(lines))] };
  }

  async overview(): Promise<RecoveryOverview> {
    const { lines, troubled } = await this.#store.list();
    const troubles: StorageTrouble[] = [];
    const ids = await this.#unlessUnreadable(this.#store.shelf.allIds(), [], troubles);
    const recovered = await this.#unlessUnreadable(this.#recovered('all'), [], troubles);
    return {
      troubled,
      recovered,
      assessments: ids.map((id) => ({ id, year: yearOf(id), unitName: this.#unitName(id) })),
      troubles: [...troubles, ...(await this.#troubles(lines))],
      secondFolder: (await this.#store.settings.read()).secondFolder,
    };
  }

  async #troubles(lines: Listing['lines']): Promise<readonly StorageTrouble[]> {
    await this.takeUpSecondFolder();
    const { settings } = this.#store;
    const settingsTrouble =
      settings.trouble === null ? [] : [{ about: 'settings' as const, message: settings.trouble }];
    const { lockNotice, updateTrouble = () => null, clock } = this.#options;
    const update = updateTrouble();
    return [
      ...(lockNotice === undefined ? [] : [{ about: 'lock' as const, message: lockNotice }]),
      ...(update === null ? [] : [{ about: 'update' as const, message: update }]),
      ...(await this.#backupTroubles()),
      ...settingsTrouble,
      ...clockTrouble(lines, clock()),
    ];
  }

  /** A second folder that cannot be used is told once. */
  async #backupTroubles(): Promise<readonly StorageTrouble[]> {
    const { keeper, evidence, criteria } = this.#store;
    const troubles = [...(await keeper.troubles())];
    if (criteria.trouble !== null) troubles.push({ about: 'backups', message: criteria.trouble });
    const second = evidence.trouble ?? criteria.secondTrouble;
    if (second === null || troubles.some(({ about }) => about === 'second_folder')) return troubles;
    return [...troubles, { about: 'second_folder', message: second }];
  }

  /** One folder that cannot be read must not take the rest of the screen with it. */
  async #unlessUnreadable<T>(read: Promise<T>, otherwise: T, troubles: StorageTrouble[]): Promise<T> {
    try {
      return await read;
    } catch (error) {
      if (fileErrorCode(error) === undefined) throw error;
      const message = `Không đọc được một thư mục trong thư mục dữ liệu ${this.#options.dataFolder}. ${fileFailure(error)}`;
      troubles.push({ about: 'backups', message });
      return otherwise;
    }
  }

  #unitName(id: string): string | null {
    return this.#store.index.lastKnown(id)?.unit.name ?? null;
  }

  /** Latest first; all, or those that nobody has acknowledged yet. */
  async #recovered(which: 'all' | 'unseen'): Promise<readonly RecoveredFile[]> {
    const { acknowledged } = await this.#store.settings.read();
    const seen = new Set(acknowledged);
    const moved = await this.#store.damaged.list();
    const wanted = which === 'all' ? moved : moved.filter(({ file }) => !seen.has(file));
    const files = await Promise.all(wanted.map((aside) => this.#recoveredFile(aside, seen.has(aside.file))));
    return files.flat();
  }

  async #recoveredFile({ file, id, at }: MovedAside, acknowledged: boolean): Promise<RecoveredFile[]> {
    const path = join(this.#store.damaged.folder, file);
    const status = await this.#options.files.status(path).catch(() => null);
    // Somebody has taken it away.
    if (status === null) return [];
    const now = await this.#store.read(id).catch(() => null);
    const entry = now?.log.find((one) => one.event === 'restored' && one.at === at);
    const restored = entry?.event === 'restored' ? entry : undefined;
    const because = restored?.because === 'chosen' ? undefined : restored?.because;
    return [
      {
        file,
        id,
        at,
        because: because === 'lost' ? 'damaged' : (because ?? null),
        size: status.size,
        unitName: now?.unit.name ?? this.#unitName(id),
        year: yearOf(id),
        savedAt: restored?.savedAt ?? null,
        acknowledged,
      },
    ];
  }

  async acknowledge(files: readonly string[]): Promise<void> {
    const moved = await this.#store.damaged.list().catch((error: unknown) => {
      throw new Refusal('storage_failed', `Không đọc được thư mục các tệp hỏng. ${fileFailure(error)}`, {
        cause: error,
      });
    });
    const known = new Set(moved.map(({ file }) => file));
    if (files.some((file) => !known.has(file))) throw new Refusal('not_found', 'Không có tệp này');
    await this.#change((settings) => ({
      ...settings,
      acknowledged: [...new Set([...settings.acknowledged, ...files])],
    }));
  }

  async backups(id: string): Promise<readonly Backup[]> {
    const backups = await this.#store.shelf.listAll(id).catch((error: unknown) => {
      throw new Refusal('storage_failed', `Không đọc được thư mục dự phòng. ${fileFailure(error)}`, {
        cause: error,
      });
    });
    return Promise.all(
      backups.map(async (backup): Promise<Backup> => {
        const { file, reason, takenAt, size, place } = backup;
        const about = { file, reason, takenAt, size, place };
        try {
          return {
            ...about,
            good: true,
            summary: this.#options.lineOf(await this.#store.readBackup(backup)),
          };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { ...about, good: false, message: error.message };
        }
      }),
    );
  }

  /** A folder that cannot be written to is refused, and the one before stays. */
  async setSecondFolder(folder: string | null): Promise<void> {
    const machine = (await this.#store.settings.read()).machine ?? newMachineName();
    if (folder !== null)
      await prepareSecondFolder(this.#options.files, this.#options.dataFolder, folder, machine);
    await this.#change((settings) => ({ ...settings, secondFolder: folder, machine, lost: false }));
    this.#store.keeper.setSecond(folder === null ? null : { folder, machine });
  }

  /**
   * Of each assessment its present state or, where that cannot be read, its newest good backup, and every file that it
   * names as evidence, now or before; and every criteria set.
   */
  async copyAll(): Promise<{ copied: number; failed: readonly CopyFailure[] }> {
    const { lines, troubled } = await this.#store.list();
    const { keeper, shelf, files, evidence } = this.#store;
    const usable = new Set(lines.map(({ id }) => id));
    const ids = [...usable, ...troubled.flatMap(({ id }) => id ?? [])];
    const failed: CopyFailure[] = [];
    for (const id of ids) {
      const read = async () => {
        if (usable.has(id)) return files.bytes(id);
        const newest = await shelf.newestGood(id);
        return newest === undefined ? files.bytes(id) : shelf.bytes(newest.backup);
      };
      try {
        let bytes = new Uint8Array();
        await keeper.copyToSecond(id, async () => {
          bytes = new Uint8Array(await read());
          return bytes;
        });
        for (const { sha256, name } of filesNamedIn(decodeAssessment(id, bytes).assessment))
          await evidence.copyToSecond(sha256).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            throw new Refusal(error.code, `Tệp minh chứng “${name}”: ${error.message}`);
          });
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'invalid_request') throw error;
        failed.push({ id, unitName: this.#unitName(id), message: error.message });
      }
    }
    const copied = ids.length - failed.length;
    for (const { file, message } of await this.#store.criteria.copyToSecond())
      failed.push({ id: file, unitName: null, message });
    return { copied, failed };
  }

  /** The bytes as they lie on the disk; nothing is changed. */
  async export(place: FilePlace, file: string): Promise<RawFile> {
    const { files } = this.#options;
    try {
      const path = await this.#pathOf(place, file);
      // NOTE: whoever can write to a USB drive could otherwise have any file of this machine handed out.
      if (await isLink(path))
        throw new Refusal('not_found', 'Tên này là một lối tắt chứ không phải tệp của chương trình');
      const { size } = await files.status(path);
      if (size > largestExport)
        throw new Refusal(
          'invalid_request',
          `Tệp quá lớn để tải về từ đây; hãy chép tệp ${path} bằng trình quản lý tệp`,
        );
      return { fileName: file, base64: Buffer.from(await files.readFile(path)).toString('base64') };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (fileErrorCode(error) === 'ENOENT') throw new Refusal('not_found', 'Không còn tệp này');
      throw new Refusal('storage_failed', `Không đọc được tệp. ${fileFailure(error)}`, { cause: error });
    }
  }

  async #pathOf(place: FilePlace, file: string): Promise<string> {
    switch (place) {
      case 'assessments':
        return this.#pathIn(this.#store.files.folder, file);
      case 'damaged':
        return this.#pathIn(this.#store.damaged.folder, file);
      case 'backups': {
        const name = parseBackupName(file);
        const backup = name === undefined ? undefined : await this.#store.shelf.find(name.id, file);
        if (backup === undefined) throw new Refusal('not_found', 'Không có bản dự phòng này');
        return backup.path;
      }
    }
  }

  /** NOTE: only what the folder itself lists: a name can mean a device, a drive or a second stream on Windows. */
  async #pathIn(folder: string, file: string): Promise<string> {
    if (!(await this.#options.files.listFolder(folder)).includes(file))
      throw new Refusal('not_found', 'Không còn tệp này');
    return join(folder, file);
  }

  async #change(change: Parameters<AssessmentStore['settings']['change']>[0]): Promise<void> {
    await this.#store.files.makeWritable();
    await this.#store.settings.change(change);
  }
}

/** Tells a person which machine it is, and no two alike. */
function newMachineName(): string {
  const name = hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');
  return `${name}-${randomUUID().slice(0, 8)}`;
}
