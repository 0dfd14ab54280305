/** The printing of many documents as the page asks for it: one batch at a time, and the last one kept. */

import { setTimeout as pause } from 'node:timers/promises';
import { yearOf } from '../../criteria/assessment.ts';
import type { BatchRequest, BatchState, UnitDocumentKind } from '../api.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { Batch, type BatchOptions, type BatchPress } from '../printing/batch.ts';
import { namesIn, prepareBatchFolder } from '../printing/batch-folder.ts';
import { mergedName, planBatch, troubledOf, type YearList } from '../printing/batch-plan.ts';
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
  /** Of the batch that comes next, until it runs or is refused. */
  #preparation: Promise<unknown> = Promise.resolve();
  /** A batch is being prepared or runs. */
  #isBusy = false;
  #isStopping = false;

  constructor(options: BatchesOptions) {
    this.#options = options;
  }

  state(): { batch: BatchState | null; suggestedFolder: string } {
    const batch = this.#batch?.state ?? null;
    return { batch, suggestedFolder: batch?.request.folder ?? this.#options.suggestedFolder };
  }

  /** Answers once the folder is known to be usable and the first documents have begun. */
  start(request: BatchRequest): Promise<BatchState> {
    return this.#begin(async () => {
      const { kinds, ids, summary, year } = request;
      if (!summary && (kinds.length === 0 || ids?.length === 0))
        throw new Refusal('invalid_input', 'Hãy chọn ít nhất một loại tài liệu và một đơn vị để in', {
          path: 'kinds',
        });
      const list = await this.#options.readers.list(year);
      if (list.assessments.length === 0 && troubledOf(year, list).length === 0)
        throw new Refusal('not_found', `Năm ${year} chưa có phiếu nào để in; hãy chọn năm khác`, {
          path: 'year',
        });
      const { readers, press, files, clock, report } = this.#options;
      return new Batch({
        request,
        ...(await this.#prepared(request, list)),
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
      return last.again(await this.#prepared(request, await this.#options.readers.list(request.year)));
    });
  }

  /**
   * For the end of the program: resolves when no batch is under way any more, and none can begin. A preparation is waited
   * for only so long, in milliseconds: a drive that is gone may never answer.
   */
  async stop(patience = 2_000): Promise<void> {
    this.#isStopping = true;
    this.#batch?.cancel();
    const ended = new AbortController();
    const enough = pause(patience, undefined, { signal: ended.signal }).catch(() => undefined);
    await Promise.race([this.#preparation, enough]);
    ended.abort();
    await this.#run;
  }

  async #begin(prepare: () => Promise<Batch>): Promise<BatchState> {
    if (this.#isBusy) throw new Refusal('busy', 'Đang in một loạt khác; hãy đợi in xong hoặc dừng loạt đó');
    this.#isBusy = true;
    const begun = prepare().then((batch) => this.#runToItsEnd(batch));
    this.#preparation = begun.catch(() => {
      this.#isBusy = false;
    });
    return begun;
  }

  #runToItsEnd(batch: Batch): BatchState {
    if (this.#isStopping) batch.cancel();
    this.#batch = batch;
    const running = batch.run().catch(this.#options.report);
    this.#run = running.then(() => {
      this.#isBusy = false;
    });
    return batch.state;
  }

  async #order(
    year: number,
    id: string,
    kind: UnitDocumentKind,
  ): Promise<PrintOrder | { readonly leftOut: string }> {
    if (yearOf(id) !== year) throw new Refusal('not_found', `Phiếu ${id} không thuộc năm ${year}`);
    try {
      return await this.#options.readers.order(id, kind);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_eligible') return { leftOut: error.message };
      throw error;
    }
  }

  /** What there is to print, and the folder for it. */
  async #prepared(request: BatchRequest, list: YearList): Promise<Pick<BatchOptions, 'items' | 'inFolder'>> {
    const { files, dataFolder } = this.#options;
    const items = planBatch(request, list);
    const names = [...items.map(({ fileName }) => fileName), mergedName(request)];
    await prepareBatchFolder(files, dataFolder, request.folder, names);
    return { items, inFolder: new Set(await namesIn(files, request.folder)) };
  }
}
