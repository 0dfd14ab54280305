/** The assessments on disk: one lowdb file each, in `<data folder>/assessments`. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { type Assessment, assessmentIdSchema, assessmentSchema } from '../../criteria/assessment.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';
import type { DamagedFile } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { DamagedFileError } from './envelope.ts';
import { fileFailure } from './file-failure.ts';
import { type FileSystem, fileErrorCode, nodeFileSystem } from './file-system.ts';

const suffix = '.json';

export interface StoredAssessments {
  readonly assessments: readonly Assessment[];
  readonly damaged: readonly DamagedFile[];
}

export class AssessmentStore {
  readonly #folder: string;
  readonly #files: FileSystem;
  #folderSeen = false;
  /** The last change under way per assessment: changes of one assessment run one after another. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(dataFolder: string, files: FileSystem = nodeFileSystem) {
    this.#folder = join(dataFolder, 'assessments');
    this.#files = files;
  }

  /** Every readable assessment, and every file that is not one. Nothing is changed. */
  async list(): Promise<StoredAssessments> {
    const assessments: Assessment[] = [];
    const damaged: DamagedFile[] = [];
    for (const file of await this.#fileNames()) {
      try {
        assessments.push(await this.#loadFile(file));
      } catch (error) {
        damaged.push({ file, message: readFailure(error) });
      }
    }
    return { assessments, damaged };
  }

  /** The assessment, or a Refusal (`not_found`, `damaged`, `storage_failed`). */
  async read(id: string): Promise<Assessment> {
    try {
      const assessment = await this.#load(id);
      if (assessment !== null) return assessment;
    } catch (error) {
      if (error instanceof DamagedFileError)
        throw new Refusal('damaged', `Tệp của phiếu ${id} bị hỏng và được giữ nguyên: ${error.message}`);
      throw new Refusal('storage_failed', `Không đọc được phiếu ${id}: ${readFailure(error)}`, {
        cause: error,
      });
    }
    // Tells a folder that has gone from an assessment that was never there.
    await this.#fileNames();
    throw new Refusal('not_found', `Không có phiếu đánh giá ${id} trên máy này`);
  }

  /** Writes a new assessment; resolves once it is on the disk. Never replaces one, readable or not. */
  async create(assessment: Assessment): Promise<void> {
    await this.#inTurn(assessment.id, async () => {
      await this.#makeFolder();
      const existing = await this.read(assessment.id).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'not_found') return null;
        throw error;
      });
      if (existing !== null)
        throw new Refusal(
          'already_exists',
          `${existing.unit.name} đã có phiếu đánh giá năm ${existing.year}`,
          { path: 'unit.code' },
        );
      await this.#write(assessment);
    });
  }

  /**
   * Changes an assessment and resolves with the new state once it is on the disk. `basedOn` is the `saves` of the state
   * that the change was made from: when another window saved since, the change is refused (`conflict`), not merged.
   */
  async change(
    id: string,
    basedOn: number,
    change: (assessment: Assessment) => Assessment,
  ): Promise<Assessment> {
    return this.#inTurn(id, async () => {
      const current = await this.read(id);
      if (current.saves !== basedOn)
        throw new Refusal('conflict', 'Phiếu này vừa được sửa ở một cửa sổ khác');
      const next = { ...change(current), saves: current.saves + 1 };
      await this.#write(next);
      return next;
    });
  }

  /** A folder that was never there is an empty one; a folder that has gone is a failure, not an empty list. */
  async #fileNames(): Promise<readonly string[]> {
    try {
      const names = await this.#files.listFolder(this.#folder);
      this.#folderSeen = true;
      return names.filter((name) => /\.json$/i.test(name)).sort();
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT' && !this.#folderSeen) return [];
      throw new Refusal('storage_failed', `Không đọc được thư mục dữ liệu. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  async #makeFolder(): Promise<void> {
    // Never made anew once it was there: an empty folder in its place would hide what has gone.
    if (this.#folderSeen) {
      await this.#fileNames();
      return;
    }
    try {
      await this.#files.makeFolder(this.#folder);
      this.#folderSeen = true;
    } catch (error) {
      throw new Refusal('storage_failed', `Không tạo được thư mục dữ liệu. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  async #loadFile(file: string): Promise<Assessment> {
    const id = file.slice(0, -suffix.length);
    if (id + suffix !== file || !assessmentIdSchema.safeParse(id).success)
      throw new DamagedFileError('Tên tệp không phải là tên của một phiếu đánh giá');
    const assessment = await this.#load(id);
    if (assessment === null) throw new DamagedFileError('Tệp vừa biến mất trong lúc đọc');
    return assessment;
  }

  async #load(id: string): Promise<Assessment | null> {
    const low = this.#database(id);
    await low.read();
    return low.data;
  }

  async #write(assessment: Assessment): Promise<void> {
    const low = this.#database(assessment.id);
    low.data = assessment;
    try {
      await low.write();
    } catch (error) {
      throw new Refusal('storage_failed', `Không ghi được vào ổ đĩa. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  #database(id: string): Low<Assessment | null> {
    const parse = (data: unknown) => parseAssessment(id, data);
    return new Low(
      new DurableAdapter<Assessment | null>(join(this.#folder, id + suffix), this.#files, parse),
      null,
    );
  }

  async #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.#underWay.get(id) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#underWay.set(id, turn);
    try {
      return await turn;
    } finally {
      if (this.#underWay.get(id) === turn) this.#underWay.delete(id);
    }
  }

  /** Resolves when no change is under way; a host waits for it before it stops. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay.values());
  }
}

function parseAssessment(id: string, data: unknown): Assessment {
  const parsed = assessmentSchema.safeParse(data, vietnamese);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new DamagedFileError(`Dữ liệu sai ở ${issue?.path.join('.') || 'gốc'}: ${issue?.message}`);
  }
  if (parsed.data.id !== id) throw new DamagedFileError(`Tệp chứa phiếu khác (${parsed.data.id})`);
  return parsed.data;
}

function readFailure(error: unknown): string {
  if (error instanceof DamagedFileError) return error.message;
  return fileFailure(error);
}
