/** The files of the assessments, `<data folder>/assessments/<id>.json`: named, read, checked and written one by one. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { type Assessment, assessmentIdSchema } from '../../criteria/assessment.ts';
import { faultText } from '../log/fault-text.ts';
import { Refusal } from '../refusal.ts';
import { decodeAssessment, encodeAssessment, type StoredAssessment } from './assessment-file.ts';
import { DamagedFileError } from './damaged-file.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { removeLeftovers } from './durable-file.ts';
import { currentVersion, largestFile } from './envelope.ts';
import { fileFailure } from './file-failure.ts';
import { type FileStatus, type FileSystem, fileErrorCode } from './file-system.ts';

const suffix = '.json';

/** How many assessments are remembered, so that typing does not read the file again for every save. */
const remembered = 16;

export interface AssessmentFilesOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  /** Does not wait for files that are held; reads for the list, which must not wait for 10,600 of them. */
  readonly hurried: FileSystem;
  readonly holdsLock: () => Promise<boolean>;
  readonly log: (line: string) => void;
}

export class AssessmentFiles {
  readonly folder: string;
  readonly #dataFolder: string;
  readonly #files: FileSystem;
  readonly #hurried: FileSystem;
  readonly #holdsLock: () => Promise<boolean>;
  readonly #log: (line: string) => void;
  #folderSeen = false;
  #prepared: Promise<void> | undefined;
  readonly #known = new Map<string, { readonly status: FileStatus; readonly stored: StoredAssessment }>();
  readonly #highest = new Map<string, number>();

  constructor({ dataFolder, files, hurried, holdsLock, log }: AssessmentFilesOptions) {
    this.#dataFolder = dataFolder;
    this.folder = join(dataFolder, 'assessments');
    this.#files = files;
    this.#hurried = hurried;
    this.#holdsLock = holdsLock;
    this.#log = log;
  }

  pathOf(id: string): string {
    return join(this.folder, id + suffix);
  }

  /** Names of all that should be assessments. A folder that was never there is empty; one that has gone is a failure. */
  async names(): Promise<readonly string[]> {
    try {
      const names = await this.#files.listFolder(this.folder);
      this.#folderSeen = true;
      return names.filter((name) => /\.json$/i.test(name)).sort();
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT' && !this.#folderSeen) return [];
      throw new Refusal('storage_failed', `Không đọc được thư mục dữ liệu. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  /** Null when there is no file. */
  async status(id: string): Promise<FileStatus | null> {
    try {
      return await this.#files.status(this.pathOf(id));
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** What lies in the file, whatever it is; DamagedFileError for more than could be of ours. */
  async bytes(id: string): Promise<Uint8Array> {
    const { size } = await this.#files.status(this.pathOf(id));
    needReadable(size);
    return this.#files.readFile(this.pathOf(id));
  }

  /** What lies in a file of that status, where this program wrote it or has checked it; undefined otherwise. */
  remembered(id: string, status: FileStatus): StoredAssessment | undefined {
    const last = this.#known.get(id);
    return last !== undefined && sameStatus(last.status, status) ? last.stored : undefined;
  }

  /** The highest `saves` that this run of the program has seen; 0 where it has seen none. */
  lastSaves(id: string): number {
    return this.#highest.get(id) ?? 0;
  }

  /** Null when the file has just gone; throws DamagedFileError, NewerFormatError, or the system's error. */
  read(id: string, status: FileStatus): Promise<StoredAssessment | null> {
    return this.#read(id, status, this.#files);
  }

  /** The same for the list, which must not wait for files that are held. */
  readHurried(id: string, status: FileStatus): Promise<StoredAssessment | null> {
    return this.#read(id, status, this.#hurried);
  }

  /** So that the file need not be read again. */
  remember(id: string, status: FileStatus, stored: StoredAssessment): void {
    this.#highest.set(id, Math.max(this.lastSaves(id), stored.assessment.saves));
    this.#known.delete(id);
    this.#known.set(id, { status, stored });
    const [oldest] = this.#known.keys();
    if (this.#known.size > remembered && oldest !== undefined) this.#known.delete(oldest);
  }

  /** Resolves once the assessment is on the disk; a Refusal (`storage_failed`) otherwise. */
  async write(assessment: Assessment): Promise<void> {
    await this.makeWritable();
    const low = this.#database(assessment.id);
    low.data = { assessment, version: currentVersion };
    this.#known.delete(assessment.id);
    try {
      await low.write();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal('storage_failed', `Không ghi được vào ổ đĩa. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  /** Takes back a new file whose writing failed in its last step, so that it can be created again. Nobody else's. */
  async takeBack(assessment: Assessment): Promise<void> {
    await this.makeWritable();
    const path = this.pathOf(assessment.id);
    const lying = await this.#files.readFile(path);
    if (Buffer.compare(lying, encodeAssessment(assessment)) !== 0) return;
    await this.#files.remove(path);
    await this.#files.syncFolder(this.folder);
  }

  /** Before anything is written: the data folder is ours alone, is there, and is free of half-written files. */
  async makeWritable(): Promise<void> {
    if (!(await this.#holdsLock()))
      throw new Refusal(
        'storage_failed',
        'Một chương trình khác đang dùng thư mục dữ liệu nên chưa ghi gì; hãy đóng chương trình đó rồi thử lại',
      );
    // NOTE: never made anew once it was there: an empty folder in its place would hide what has gone.
    this.#prepared ??= this.#prepare();
    await this.#prepared;
  }

  async #prepare(): Promise<void> {
    try {
      await this.#makeFolder();
      // They are only untidy.
      for (const folder of [this.folder, this.#dataFolder])
        await removeLeftovers(this.#files, folder).catch((error: unknown) =>
          this.#log(`not tidied: ${faultText(error)}`),
        );
    } catch (error) {
      this.#prepared = undefined;
      if (error instanceof Refusal) throw error;
      throw new Refusal('storage_failed', `Không tạo được thư mục dữ liệu. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  async #makeFolder(): Promise<void> {
    if (this.#folderSeen) {
      await this.names();
      // It may have been made by a program that was stopped before it was there for good.
      await this.#files.syncFolder(this.#dataFolder);
      return;
    }
    await this.#files.makeFolder(this.folder);
    this.#folderSeen = true;
  }

  async #read(id: string, { size }: FileStatus, files: FileSystem): Promise<StoredAssessment | null> {
    needReadable(size);
    const low = this.#database(id, files);
    await low.read();
    return low.data;
  }

  #database(id: string, files = this.#files): Low<StoredAssessment | null> {
    const adapter = new DurableAdapter<StoredAssessment | null>(this.pathOf(id), files, {
      decode: (bytes) => decodeAssessment(id, bytes),
      encode: (stored) => {
        if (stored === null) throw new TypeError('there is nothing to write');
        const bytes = encodeAssessment(stored.assessment);
        // NOTE: what is larger would be taken for a damaged file when it is read again.
        if (bytes.length > largestFile)
          throw new Refusal(
            'storage_failed',
            'Lịch sử sửa đổi của phiếu quá dài nên không ghi thêm được; hãy báo cho người phụ trách chương trình',
          );
        return bytes;
      },
    });
    return new Low(adapter, null);
  }
}

function needReadable(size: number): void {
  if (size > largestFile) throw new DamagedFileError('Tệp quá lớn, không phải tệp của chương trình');
}

function sameStatus(a: FileStatus, b: FileStatus): boolean {
  return a.size === b.size && a.modified === b.modified;
}

/** The id that a file name stands for; null when no assessment is called so. */
export function idOfFile(name: string): string | null {
  const id = name.slice(0, -suffix.length);
  return id + suffix === name && assessmentIdSchema.safeParse(id).success ? id : null;
}
