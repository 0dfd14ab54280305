/** One run of printing many documents into a folder. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BatchRequest, BatchState, UnitDocumentKind } from '../api.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { Refusal } from '../refusal.ts';
import { writeDurably } from '../store/durable-file.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';
import { tryFolder } from './batch-folder.ts';
import { type BatchItem, mergedName, mergedTitle } from './batch-plan.ts';
import { BatchRecord } from './batch-record.ts';

/** What makes the PDFs, on other threads. */
export interface BatchPress {
  print(order: PrintOrder): Promise<{ readonly bytes: Uint8Array }>;
  /** All as one file, in the order given; rejects once the signal is aborted. */
  printMerged(title: string, orders: readonly PrintOrder[], signal: AbortSignal): Promise<Uint8Array>;
}

export interface BatchOptions {
  readonly request: BatchRequest;
  readonly items: readonly BatchItem[];
  /** Asked when its turn comes, and again for the merged file, so that never all are in memory before that. */
  readonly order: (id: string, kind: UnitDocumentKind) => Promise<PrintOrder | { readonly leftOut: string }>;
  readonly summary: () => Promise<PrintOrder>;
  readonly press: BatchPress;
  /** How many documents are under way at a time: as many as the press has threads. */
  readonly abreast: number;
  readonly files: FileSystem;
  readonly clock: () => Date;
  /** Told of faults of ours; the person gets a sentence of its own. */
  readonly report: (fault: unknown) => void;
}

export class Batch {
  readonly #options: BatchOptions;
  readonly #record: BatchRecord;
  readonly #startedAt: string;
  /** An earlier run has left a merged file that lacks what is yet to be printed. */
  readonly #mergedIsStale: boolean;
  readonly #cancelling = new AbortController();
  #phase: BatchState['phase'] = 'printing';
  /** Why the folder takes nothing more. */
  #stoppedBy: string | null = null;
  #merged: string | null = null;

  constructor(options: BatchOptions, record = new BatchRecord(options.items), mergedIsStale = false) {
    this.#options = options;
    this.#record = record;
    this.#startedAt = options.clock().toISOString();
    this.#mergedIsStale = mergedIsStale;
  }

  get state(): BatchState {
    return {
      request: this.#options.request,
      phase: this.#phase,
      ...this.#record.progress,
      merged: this.#merged,
      startedAt: this.#startedAt,
    };
  }

  get fileNames(): readonly string[] {
    return this.#options.items.map(({ fileName }) => fileName);
  }

  /** Whether anything failed or was not reached. */
  get isIncomplete(): boolean {
    return this.#record.hasFailures || !this.#isWhole;
  }

  /** No further document begins; the run ends once those that are being written are whole. */
  cancel(): void {
    this.#cancelling.abort();
  }

  /**
   * A new run over what failed or was not reached. What was written counts as done where it is still among the names in
   * the folder, and is printed again where not.
   */
  again(inFolder: readonly string[]): Batch {
    const isStale = this.#mergedIsStale || this.#merged !== null;
    return new Batch(this.#options, this.#record.keeping(new Set(inFolder)), isStale);
  }

  /** Runs to the end; never rejects because of a document or the disk. */
  async run(): Promise<void> {
    await this.#removeStaleMerged();
    const queue = this.#record.notReached.values();
    await Promise.all(Array.from({ length: this.#options.abreast }, () => this.#printFrom(queue)));
    if (this.#stoppedBy !== null) this.#failRest(this.#stoppedBy);
    else if (this.#mergeIsDue && !this.#isCancelled) await this.#merge();
    this.#phase = this.#isCancelled && !this.#isWhole ? 'cancelled' : 'finished';
  }

  get #isCancelled(): boolean {
    return this.#cancelling.signal.aborted;
  }

  get #isHalted(): boolean {
    return this.#isCancelled || this.#stoppedBy !== null;
  }

  /** Nothing was left unreached; some of it may have failed. */
  get #isWhole(): boolean {
    return this.#record.notReached.length === 0 && !this.#mergeIsDue;
  }

  get #mergeIsDue(): boolean {
    return this.#options.request.merged && this.#merged === null && this.#record.written.length > 0;
  }

  async #printFrom(queue: Iterator<BatchItem>): Promise<void> {
    while (!this.#isHalted) {
      const next = queue.next();
      if (next.done === true) return;
      await this.#print(next.value);
    }
  }

  async #print(item: BatchItem): Promise<void> {
    let from: string;
    let bytes: Uint8Array;
    try {
      const order = await this.#orderOf(item);
      if (this.#isHalted) return;
      if ('leftOut' in order) {
        this.#record.leftOut(item, order.leftOut);
        return;
      }
      from = digest(order);
      ({ bytes } = await this.#options.press.print(order));
    } catch (error) {
      if (!this.#isHalted) this.#record.failed(item, this.#sentence(error));
      return;
    }
    if (this.#isHalted) return;
    try {
      await writeDurably(this.#options.files, this.#pathOf(item.fileName), bytes);
      this.#record.wrote(item, from);
    } catch (error) {
      this.#record.failed(item, fileFailure(error));
      if (await this.#isFolderLost(error)) this.#stoppedBy = fileFailure(error);
    }
  }

  #orderOf(item: BatchItem): Promise<PrintOrder | { readonly leftOut: string }> {
    return item.id === null ? this.#options.summary() : this.#options.order(item.id, item.kind);
  }

  /** Whether every further document would fail in the same way. */
  async #isFolderLost(error: unknown): Promise<boolean> {
    // NOTE: a full disk may well have room for the few bytes of a trial.
    if (['ENOSPC', 'EDQUOT'].includes(fileErrorCode(error) ?? '')) return true;
    const { files, request } = this.#options;
    return tryFolder(files, request.folder).then(
      () => false,
      () => true,
    );
  }

  #failRest(message: string): void {
    this.#record.restFailed(message);
    if (this.#options.request.merged) this.#record.mergeFailed(`Chưa gộp được. ${message}`);
  }

  async #merge(): Promise<void> {
    this.#phase = 'merging';
    const { files, press, request } = this.#options;
    const name = mergedName(request);
    let bytes: Uint8Array;
    try {
      const orders = await this.#writtenOrders();
      if (this.#isCancelled) return;
      bytes = await press.printMerged(mergedTitle(request), orders, this.#cancelling.signal);
    } catch (error) {
      if (!this.#isCancelled) this.#record.mergeFailed(this.#sentence(error));
      return;
    }
    if (this.#isCancelled) return;
    try {
      await writeDurably(files, this.#pathOf(name), bytes);
      this.#merged = name;
    } catch (error) {
      this.#record.mergeFailed(fileFailure(error));
    }
  }

  /** What was written, in the order of the list. */
  async #writtenOrders(): Promise<readonly PrintOrder[]> {
    const orders: PrintOrder[] = [];
    for (const { item, from } of this.#record.written) {
      if (this.#isCancelled) break;
      const order = await this.#orderOf(item);
      if ('leftOut' in order || digest(order) !== from) throw changedSince(item);
      orders.push(order);
    }
    return orders;
  }

  /** Whoever finds it would take it for whole. One that cannot be removed is replaced, or said to be held, at the end. */
  async #removeStaleMerged(): Promise<void> {
    const { files, request } = this.#options;
    if (this.#mergedIsStale) await files.remove(this.#pathOf(mergedName(request))).catch(() => undefined);
  }

  #pathOf(name: string): string {
    return join(this.#options.request.folder, name);
  }

  #sentence(error: unknown): string {
    if (error instanceof Refusal) return error.message;
    this.#options.report(error);
    return 'Chương trình gặp lỗi khi tạo tài liệu; hãy in lại';
  }
}

/** Tells whether a document would come out as it did. The criteria set is left out: it is pinned, and by far the most. */
function digest(order: PrintOrder): string {
  const text = JSON.stringify(order, (key, value: unknown) => (key === 'set' ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

function changedSince({ unitName }: BatchItem): Refusal {
  const what = unitName === null ? 'Danh sách tổng hợp' : `Phiếu của ${unitName}`;
  return new Refusal(
    'conflict',
    `${what} đã thay đổi sau khi in, nên tệp gộp sẽ không khớp với các tệp đã in; hãy in lại từ đầu`,
  );
}
