/** The printing of many documents as the page asks for it: one batch at a time, and the last one kept. */
import type { BatchRequest, BatchState, UnitDocumentKind } from '../api.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { Batch, type BatchPress } from '../printing/batch.ts';
import { namesIn, prepareBatchFolder } from '../printing/batch-folder.ts';
import { isOfYear, mergedName, planBatch, troubledOf, type YearList } from '../printing/batch-plan.ts';
import { Refusal } from '../refusal.ts';
import type { FileSystem } from '../store/file-system.ts';

/** Where the documents' content comes from. */
export interface BatchReaders {
  /** What is there of a year, in the order of the list. `troubled` may be of any year. */
  list(year: number): Promise<YearList>;
  /** A Refusal with `not_eligible` for what is not to be printed, with anything else for what cannot be. */
  order(id: string, kind: UnitDocumentKind): Promise<PrintOrder>;
  summary(year: number): Promise<PrintOrder>;
}

export interface BatchesOptions {
  readonly readers: BatchReaders;
  readonly press: BatchPress & { readonly threads: number };
  readonly files: FileSystem;
  readonly clock: () => Date;
  readonly dataFolder: string;
  /** An absolute path to offer. */
  readonly suggestedFolder: string;
  /** Told of faults of ours. */
  readonly report: (fault: unknown) => void;
}

export class Batches {
  readonly #options: BatchesOptions;
  #batch: Batch | null = null;
  /** Of the batch, to its end. */
  #run: Promise<void> = Promise.resolve();
  /** A batch that is being prepared or runs. */
  #underWay: Promise<unknown> | null = null;

  constructor(options: BatchesOptions) {
    this.#options = options;
  }

  state(): { batch: BatchState | null; suggestedFolder: string } {
    return { batch: this.#batch?.state ?? null, suggestedFolder: this.#options.suggestedFolder };
  }

  /** Answers once the folder is known to be usable and the first documents have begun. */
  start(request: BatchRequest): Promise<BatchState> {
    return this.#begin(async () => {
      const { kinds, ids, summary, year } = request;
      if (!summary && (kinds.length === 0 || ids?.length === 0))
        throw new Refusal('invalid_input', 'Hãy chọn ít nhất một loại tài liệu và một đơn vị để in', {
          path: 'kinds',
        });
      const { readers } = this.#options;
      const list = await readers.list(year);
      if (list.assessments.length === 0 && troubledOf(year, list).length === 0)
        throw new Refusal('not_found', `Năm ${year} chưa có phiếu nào để in; hãy chọn năm khác`, {
          path: 'year',
        });
      const items = planBatch(request, list);
      await this.#prepareFolder(
        request,
        items.map(({ fileName }) => fileName),
      );
      const { press, files, clock, report } = this.#options;
      return new Batch({
        request,
        items,
        order: (id, kind) => this.#order(year, id, kind),
        summary: () => readers.summary(year),
        press,
        abreast: press.threads,
        files,
        clock,
        report,
      });
    });
  }

  /** Answers when nothing is being written any more. */
  async cancel(): Promise<BatchState> {
    if (this.#batch === null) throw new Refusal('not_found', 'Chưa in loạt nào để dừng');
    const batch = this.#batch;
    batch.cancel();
    await this.#run;
    return batch.state;
  }

  retry(): Promise<BatchState> {
    return this.#begin(async () => {
      const last = this.#batch;
      if (!last?.isIncomplete) throw new Refusal('not_found', 'Không còn tài liệu nào để in lại');
      const { request } = last.state;
      await this.#prepareFolder(request, last.fileNames);
      return last.again(await namesIn(this.#options.files, request.folder));
    });
  }

  /** For the end of the program: resolves when no batch is under way any more. */
  async stop(): Promise<void> {
    while (this.#underWay !== null) {
      this.#batch?.cancel();
      await this.#underWay;
    }
  }

  async #begin(prepare: () => Promise<Batch>): Promise<BatchState> {
    if (this.#underWay !== null)
      throw new Refusal('busy', 'Đang in một loạt khác; hãy đợi in xong hoặc dừng loạt đó');
    const prepared = prepare();
    this.#underWay = prepared.catch(() => undefined);
    try {
      const batch = await prepared;
      this.#batch = batch;
      this.#run = batch.run().catch(this.#options.report);
      this.#underWay = this.#run.then(() => {
        this.#underWay = null;
      });
      return batch.state;
    } catch (error) {
      this.#underWay = null;
      throw error;
    }
  }

  async #order(
    year: number,
    id: string,
    kind: UnitDocumentKind,
  ): Promise<PrintOrder | { readonly leftOut: string }> {
    if (!isOfYear(id, year)) throw new Refusal('not_found', `Phiếu ${id} không thuộc năm ${year}`);
    try {
      return await this.#options.readers.order(id, kind);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_eligible') return { leftOut: error.message };
      throw error;
    }
  }

  #prepareFolder(request: BatchRequest, names: readonly string[]): Promise<void> {
    const { files, dataFolder } = this.#options;
    return prepareBatchFolder(files, dataFolder, request.folder, [...names, mergedName(request)]);
  }
}
