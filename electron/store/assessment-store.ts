/**
 * The assessments of this machine: read, created, changed and restored one after another, each in a file of its own,
 * each with its backups. A damaged file gives way to its newest good backup and is kept.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../refusal.ts';
import type { StoredAssessment } from './assessment-file.ts';
import { AssessmentFiles } from './assessment-files.ts';
import { AssessmentList, type Listing } from './assessment-list.ts';
import { AssessmentLoader } from './assessment-loader.ts';
import { BackupKeeper } from './backup-keeper.ts';
import { BackupShelf, type ShelvedBackup } from './backup-shelf.ts';
import { type Change, ChangeBatches } from './change-batches.ts';
import { CriteriaStore } from './criteria-store.ts';
import { NewerFormatError } from './damaged-file.ts';
import { DamagedFolder } from './damaged-folder.ts';
import { currentVersion } from './envelope.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { fileRefusal, refuse } from './file-refusal.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { type LineMaking, ListIndex } from './list-index.ts';
import { patientFileSystem } from './patient-file-system.ts';
import { restored, restoredInPlaceOfLost } from './restoring.ts';
import { SettingsFile } from './settings-file.ts';
import { Turns } from './turns.ts';

export interface StoreOptions {
  /** How an assessment becomes a line of the list. */
  readonly lines: LineMaking;
  readonly files?: FileSystem;
  readonly clock?: () => Date;
  /** Whether the data folder is ours alone; asked before each write. */
  readonly holdsLock?: () => Promise<boolean>;
  /** Called with what whoever looks after the program should know. */
  readonly log?: (line: string) => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface Opened {
  readonly assessment: Assessment;
  /** Why it may only be looked at. */
  readonly readOnly?: string;
}

/** How many lines read anew make it worth writing the index before the program ends. */
const worthWriting = 100;

export class AssessmentStore {
  readonly shelf: BackupShelf;
  readonly damaged: DamagedFolder;
  readonly keeper: BackupKeeper;
  readonly settings: SettingsFile;
  readonly criteria: CriteriaStore;
  readonly index: ListIndex;
  readonly files: AssessmentFiles;
  readonly evidence: EvidenceFiles;
  readonly #lineOf: LineMaking['of'];
  readonly #list: AssessmentList;
  readonly #clock: () => Date;
  readonly #loader: AssessmentLoader;
  readonly #turns = new Turns();
  readonly #changes: ChangeBatches;

  constructor(dataFolder: string, options: StoreOptions) {
    const { files = nodeFileSystem, log = () => undefined, holdsLock = async () => true } = options;
    const clock = options.clock ?? (() => new Date());
    const wait = options.wait ?? ((milliseconds: number) => pause(milliseconds));
    const patient = patientFileSystem(files, { wait, log });
    this.#clock = clock;
    this.#lineOf = options.lines.of;
    this.files = new AssessmentFiles({ dataFolder, files: patient, hurried: files, holdsLock, log });
    this.damaged = new DamagedFolder(dataFolder, patient);
    this.keeper = new BackupKeeper({
      dataFolder,
      files: patient,
      clock,
      log,
      readAssessment: (id) => this.files.bytes(id),
      makeWritable: () => this.files.makeWritable(),
    });
    this.evidence = new EvidenceFiles({
      dataFolder,
      files: patient,
      clock,
      log,
      damaged: this.damaged,
      makeWritable: () => this.files.makeWritable(),
      second: () => this.keeper.second,
    });
    this.shelf = new BackupShelf(this.keeper, patient);
    this.#loader = new AssessmentLoader({
      files: this.files,
      damaged: this.damaged,
      shelf: this.shelf,
      clock,
      wait,
      write: (assessment) => this.#write(assessment),
    });
    this.#changes = new ChangeBatches({
      keeper: this.keeper,
      inTurn: (id, work) => this.#turns.inTurn(id, work),
      load: (id) => this.#loadOrRefuse(id),
      write: (state) => this.files.write(state),
      written: (state) => this.#written(state),
    });
    this.settings = new SettingsFile({
      dataFolder,
      files: patient,
      damaged: this.damaged,
      clock,
      makeWritable: () => this.files.makeWritable(),
    });
    this.criteria = new CriteriaStore({
      dataFolder,
      files: patient,
      damaged: this.damaged,
      clock,
      log,
      wait,
      makeWritable: () => this.files.makeWritable(),
      second: () => this.keeper.second,
    });
    this.index = new ListIndex(dataFolder, patient, options.lines, log);
    this.#list = new AssessmentList({
      files,
      assessments: this.files,
      index: this.index,
      shelf: this.shelf,
      lineOf: options.lines.of,
      load: (id) => this.#turns.inTurn(id, () => this.#loader.load(id)),
    });
  }

  /** A line for every readable assessment, and every one that cannot be used. Damaged ones are recovered first. */
  async list(): Promise<Listing> {
    const listing = await this.#list.list();
    if (this.index.unwritten >= worthWriting) void this.#turns.inTurn('index', () => this.#writeIndex());
    return listing;
  }

  /** The assessment, or a Refusal (`not_found`, `damaged`, `newer_format`, `storage_failed`). */
  async open(id: string): Promise<Opened> {
    try {
      const assessment = await this.read(id);
      await this.keeper.planIfMissing(id, assessment.saves);
      return { assessment };
    } catch (error) {
      const newer = error instanceof Refusal ? error.cause : undefined;
      if (newer instanceof NewerFormatError && newer.assessment !== undefined)
        return { assessment: newer.assessment, readOnly: newer.message };
      throw error;
    }
  }

  /** The assessment as it can be changed, or a Refusal as of `open`. */
  read(id: string): Promise<Assessment> {
    return this.#turns.inTurn(id, async () => (await this.#loadOrRefuse(id)).assessment);
  }

  /** Writes a new assessment; resolves once it is on the disk. Never replaces one, readable or not. */
  async create(assessment: Assessment): Promise<void> {
    const { id } = assessment;
    await this.#turns.inTurn(id, async () => {
      await this.files.makeWritable();
      const existing = await this.#loadOrRefuse(id).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'not_found') return null;
        throw error;
      });
      if (existing !== null) {
        const { unit, year } = existing.assessment;
        throw new Refusal('already_exists', `${unit.name} đã có phiếu đánh giá năm ${year}`, {
          path: 'unit.code',
        });
      }
      if ((await this.shelf.list(id).catch(refuse(id))).length > 0)
        throw new Refusal(
          'already_exists',
          'Phiếu này đã có bản dự phòng nhưng tệp của phiếu không còn; hãy khôi phục ở “Sao lưu và khôi phục” rồi sửa tiếp',
          { path: 'unit.code' },
        );
      await this.#write(assessment).catch(async (error: unknown) => {
        // It can be there although its last step failed; taken back, it can be created again.
        await this.files.takeBack(assessment).catch(() => undefined);
        throw error;
      });
    });
  }

  /**
   * Changes an assessment and resolves with the new state once it is on the disk. `basedOn` is the `saves` of the state
   * that the change was made from: when another window saved since, the change is refused (`conflict`), not merged.
   * Changes that wait for one under way are made in their order and written once. `before` backs the state up first.
   */
  change(
    id: string,
    basedOn: number,
    change: (assessment: Assessment) => Assessment,
    before?: Change['before'],
  ): Promise<Assessment> {
    return this.#changes.change(id, { basedOn, change, before });
  }

  /**
   * Brings a backup back. Into a readable draft: its answers, notes and evidence, with the state before backed up first. In place
   * of one that is damaged or gone (`basedOn` null): the newest whole, an older one with what was finalised since. A
   * Refusal when the backup or the present state does not allow it.
   */
  async restore(id: string, file: string, basedOn: number | null, by: string | null): Promise<Assessment> {
    const backup = await this.openBackup(id, file);
    if (basedOn !== null)
      return this.change(
        id,
        basedOn,
        (now) => restored(now, backup, { at: this.#clock().toISOString(), by }),
        'restore',
      );
    return this.#turns.inTurn(id, () => this.#restoreLost(id, backup, by).catch(refuse(id)));
  }

  async #restoreLost(id: string, backup: Assessment, by: string | null): Promise<Assessment> {
    await this.files.makeWritable();
    const present = await this.#loader.loadOrLost(id);
    if (present !== null && present !== 'lost')
      throw new Refusal('conflict', 'Phiếu này nay đã đọc được; hãy tải lại rồi so sánh trước khi khôi phục');
    const newest = (await this.shelf.newestGood(id))?.assessment ?? backup;
    const saves = await this.#loader.savesBeyond(id, newest.saves, backup.saves);
    const at = present === 'lost' ? await this.#loader.moveAside(id) : this.#clock().toISOString();
    const next = restoredInPlaceOfLost(newest, backup, saves, { at, by });
    await this.#write(next);
    return next;
  }

  /** The assessment in a backup, or a Refusal (`not_found`, `damaged`, `newer_format`, `storage_failed`). */
  async openBackup(id: string, file: string): Promise<Assessment> {
    const backup = await this.shelf.find(id, file).catch(refuse(id));
    if (backup === undefined) throw new Refusal('not_found', 'Bản dự phòng này không còn');
    return this.readBackup(backup);
  }

  async readBackup(backup: ShelvedBackup): Promise<Assessment> {
    try {
      return await this.shelf.open(backup);
    } catch (error) {
      throw fileRefusal(backup.id, error, 'Bản dự phòng này');
    }
  }

  /** Resolves when no change is under way, all is backed up and the index is written; a host waits for it before it stops. */
  async settled(): Promise<void> {
    await this.#turns.settled();
    await this.keeper.settled();
    await this.evidence.settled();
    await this.criteria.settled();
    await this.#writeIndex();
  }

  async #writeIndex(): Promise<void> {
    if (this.index.unwritten === 0) return;
    // NOTE: where nothing can be written the index is made again at the next start.
    await this.files
      .makeWritable()
      .then(() => this.index.write())
      .catch(() => undefined);
  }

  async #write(assessment: Assessment): Promise<void> {
    await this.files.write(assessment);
    await this.#written(assessment);
  }

  /** What follows from a save that is on the disk. Nothing of it can undo the save, so nothing of it can fail. */
  async #written(assessment: Assessment): Promise<void> {
    this.keeper.plan(assessment.id);
    // It stands beyond its backups now, whether or not they could be read.
    this.keeper.compared(assessment.id, null);
    try {
      const { id } = assessment;
      const status = await this.files.status(id);
      if (status === null) return;
      this.files.remember(id, status, { assessment, version: currentVersion });
      this.index.set(id, status, this.#lineOf(assessment));
    } catch {
      // What is not remembered is read again, and what is wrong is then said.
    }
  }

  async #loadOrRefuse(id: string): Promise<StoredAssessment> {
    const stored = await this.#loader.load(id).catch(refuse(id));
    if (stored !== null) return stored;
    // Tells a folder that has gone from an assessment that was never there.
    await this.files.names();
    const backups = await this.shelf.list(id).catch(refuse(id));
    throw new Refusal(
      'not_found',
      backups.length === 0
        ? `Không có phiếu đánh giá ${id} trên máy này`
        : `Tệp của phiếu ${id} không còn trong thư mục dữ liệu, nhưng có bản dự phòng; hãy mở “Sao lưu và khôi phục”`,
    );
  }
}
