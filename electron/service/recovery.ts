/** What the screen "Sao lưu và khôi phục" shows and does: damaged files, backups, the second folder. */
import { join } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import type {
  AssessmentSummary,
  Backup,
  FilePlace,
  RawFile,
  RecoveredFile,
  RecoveryOverview,
} from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { parseBackupName } from '../store/backup-name.ts';
import type { MovedAside } from '../store/damaged-folder.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';

/** A page cannot be handed more than this, in bytes; the person is told where the file lies instead. */
const largestExport = 64 * 1024 * 1024;

export class Recovery {
  readonly #store: AssessmentStore;
  readonly #files: FileSystem;
  readonly #lineOf: (assessment: Assessment) => AssessmentSummary;

  constructor(
    store: AssessmentStore,
    files: FileSystem,
    lineOf: (assessment: Assessment) => AssessmentSummary,
  ) {
    this.#store = store;
    this.#files = files;
    this.#lineOf = lineOf;
  }

  /** Backups go to the second folder that was chosen in an earlier run; to be done before anything is saved. */
  async begin(): Promise<void> {
    const { secondFolder } = await this.#store.settings.read();
    await this.#store.keeper.setSecond(secondFolder, true);
  }

  async overview(): Promise<RecoveryOverview> {
    const { lines, troubled } = await this.#store.list();
    const unitNames = new Map(lines.map(({ id, unit }) => [id, unit.name]));
    const { secondFolder } = await this.#store.settings.read();
    const { keeper, settings, shelf, index } = this.#store;
    return {
      troubled,
      recovered: await this.recovered('all'),
      assessments: (await shelf.allIds()).map((id) => ({
        id,
        year: yearOf(id),
        unitName: unitNames.get(id) ?? index.lastKnown(id)?.unit.name ?? null,
      })),
      trouble: keeper.trouble,
      second: secondFolder === null ? null : { folder: secondFolder, trouble: keeper.secondTrouble },
      settingsTrouble: settings.trouble,
    };
  }

  /** Latest first; all, or those that nobody has acknowledged yet. */
  async recovered(which: 'all' | 'unseen'): Promise<readonly RecoveredFile[]> {
    const { acknowledged } = await this.#store.settings.read();
    const seen = new Set(acknowledged);
    const moved = await this.#store.damaged.list();
    const wanted = which === 'all' ? moved : moved.filter(({ file }) => !seen.has(file));
    const files = await Promise.all(wanted.map((aside) => this.#recoveredFile(aside, seen.has(aside.file))));
    return files.flat();
  }

  async #recoveredFile({ file, id, at }: MovedAside, acknowledged: boolean): Promise<RecoveredFile[]> {
    const status = await this.#files.status(join(this.#store.damaged.folder, file)).catch(() => null);
    // Somebody has taken it away.
    if (status === null) return [];
    const now = await this.#store.read(id).catch(() => null);
    const entry = now?.log.find((one) => one.event === 'restored' && one.at === at);
    return [
      {
        file,
        id,
        at,
        size: status.size,
        unitName: now?.unit.name ?? null,
        year: yearOf(id),
        savedAt: entry?.event === 'restored' ? entry.savedAt : null,
        acknowledged,
      },
    ];
  }

  async acknowledge(file: string): Promise<void> {
    const known = (await this.#store.damaged.list()).some((aside) => aside.file === file);
    if (!known) throw new Refusal('not_found', 'Không có tệp hỏng này');
    await this.#change((settings) => ({
      ...settings,
      acknowledged: [...new Set([...settings.acknowledged, file])],
    }));
  }

  async backups(id: string): Promise<readonly Backup[]> {
    return Promise.all(
      (await this.#store.shelf.list(id)).map(async (backup): Promise<Backup> => {
        const { file, reason, takenAt, size, inSecondFolderOnly } = backup;
        const about = { file, reason, takenAt, size, inSecondFolderOnly };
        try {
          return { ...about, good: true, summary: this.#lineOf(await this.#store.readBackup(backup)) };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { ...about, good: false, message: error.message };
        }
      }),
    );
  }

  /** A folder that cannot be written to is refused, and the one before stays. */
  async setSecondFolder(folder: string | null): Promise<void> {
    const { secondFolder: before } = await this.#store.settings.read();
    await this.#store.keeper.setSecond(folder);
    try {
      await this.#change((settings) => ({ ...settings, secondFolder: folder }));
    } catch (error) {
      await this.#store.keeper.setSecond(before, true);
      throw error;
    }
  }

  async copyAll(): ReturnType<AssessmentStore['keeper']['copyAll']> {
    const { lines } = await this.#store.list();
    return this.#store.keeper.copyAll(lines.map(({ id }) => id));
  }

  /** The bytes as they lie on the disk; nothing is changed. */
  async export(place: FilePlace, file: string): Promise<RawFile> {
    const path = await this.#pathOf(place, file);
    try {
      const { size } = await this.#files.status(path);
      if (size > largestExport)
        throw new Refusal(
          'invalid_request',
          `Tệp quá lớn để tải về từ đây; hãy chép tệp ${path} bằng trình quản lý tệp`,
        );
      return { fileName: file, base64: Buffer.from(await this.#files.readFile(path)).toString('base64') };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (fileErrorCode(error) === 'ENOENT') throw new Refusal('not_found', 'Không còn tệp này');
      throw new Refusal('storage_failed', `Không đọc được tệp. ${fileFailure(error)}`, { cause: error });
    }
  }

  async #pathOf(place: FilePlace, file: string): Promise<string> {
    switch (place) {
      case 'assessments':
        return join(this.#store.files.folder, file);
      case 'damaged':
        return join(this.#store.damaged.folder, file);
      case 'backups': {
        const name = parseBackupName(file);
        const backup = name === undefined ? undefined : await this.#store.shelf.find(name.id, file);
        if (backup === undefined) throw new Refusal('not_found', 'Không có bản dự phòng này');
        return backup.path;
      }
    }
  }

  async #change(change: Parameters<AssessmentStore['settings']['change']>[0]): Promise<void> {
    await this.#store.files.makeWritable();
    await this.#store.settings.change(change);
  }
}

function yearOf(id: string): number {
  return Number(id.slice(0, 4));
}
