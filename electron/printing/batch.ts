/** One run of printing many documents into a folder. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BatchRequest, BatchState, UnitDocumentKind } from '../api.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { Refusal } from '../refusal.ts';
import { writeDurably } from '../store/durable-file.ts';
import { fileFailure } from '../store/file-failure.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';
import { holds, removeDocument, tryFolder } from './batch-folder.ts';
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
  /** The names of everything that is in the folder. */
  readonly inFolder: ReadonlySet<string>;
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
  readonly #cancelling = new AbortController();
  #phase: BatchState['phase'] = 'printing';
  /** Why the folder takes nothing more. */
  #stoppedBy: string | null = null;
  #merged: string | null = null;

  constructor(options: BatchOptions, record = new BatchRecord(options.items)) {
    this.#options = options;
    this.#record = record;
    this.#startedAt = options.clock().toISOString();
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

  /** Whether anything failed or was not reached. */
  get isIncomplete(): boolean {
    return this.#record.hasFailures || !this.#isWhole;
  }

  /** No further document begins; the run ends once those that are being written are whole. */
  cancel(): void {
    this.#cancelling.abort();
  }

  /**
   * A new run over what is to be printed now: what failed, was not reached or has been added. What was written counts as
   * done where it is still among the names in the folder, and is printed again where not, or where it would now come out
   * differently.
   */
  again({ items, inFolder }: Pick<BatchOptions, 'items' | 'inFolder'>): Batch {
    return new Batch({ ...this.#options, items, inFolder }, this.#record.keeping(items, inFolder));
  }

  /** Runs to the end; never rejects because of a document or the disk. */
  async run(): Promise<void> {
    if (!this.#isHalted) await this.#removeStaleMerged();
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
        await this.#leaveOut(item, order.leftOut);
        return;
      }
      from = digest(order);
      if (this.#record.isWritten(item, from)) {
        this.#record.wrote(item, from);
        return;
      }
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
      this.#record.failed(item, await this.#notWritten(item.fileName, bytes, error));
      if (await this.#isFolderLost(error)) this.#stoppedBy = fileFailure(error);
    }
  }

  /** A document that was printed while it was right must not stay where it would be handed out. */
  async #leaveOut(item: BatchItem, message: string): Promise<void> {
    try {
      await this.#removeStale(item.fileName);
      this.#record.leftOut(item, message);
    } catch (error) {
      this.#record.failed(item, `${message}. ${notRemoved(error)}`);
    }
  }

  /** What a failed write comes to. One that failed at its very end has left the file whole all the same. */
  async #notWritten(name: string, bytes: Uint8Array, error: unknown): Promise<string> {
    const isWhole = await holds(this.#options.files, this.#pathOf(name), bytes);
    const failure = fileFailure(error);
    return isWhole
      ? `Tệp trong thư mục đã đủ nội dung, nhưng ổ đĩa chưa xác nhận là đã giữ chắc. ${failure}`
      : failure;
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
      this.#record.merged(name);
    } catch (error) {
      this.#record.mergeFailed(await this.#notWritten(name, bytes, error));
    }
  }

  /** What was written, in the order of the list. */
  async #writtenOrders(): Promise<readonly PrintOrder[]> {
    const orders: PrintOrder[] = [];
    let photos = 0;
    for (const { item, from } of this.#record.written) {
      if (this.#isCancelled) break;
      const order = await this.#orderOf(item);
      if ('leftOut' in order || digest(order) !== from) throw changedSince(item);
      photos += photoSize(order);
      if (photos > mostPhotos)
        throw new Refusal(
          'invalid_request',
          'Quá nhiều ảnh minh chứng để gộp vào một tệp; hãy in từ các tệp riêng, hoặc gộp ít xã, phường hơn mỗi lần',
        );
      orders.push(order);
    }
    return orders;
  }

  /** Whoever finds it would take it for what is printed now. */
  async #removeStaleMerged(): Promise<void> {
    const { request } = this.#options;
    try {
      await this.#removeStale(mergedName(request));
    } catch (error) {
      // One that is made again is replaced, or said to be held, at the end.
      if (!request.merged) this.#record.mergeFailed(notRemoved(error));
    }
  }

  async #removeStale(name: string): Promise<void> {
    const { files, inFolder } = this.#options;
    if (inFolder.has(name) && (await removeDocument(files, this.#pathOf(name)))) this.#record.removed(name);
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

/** In characters of base64. All orders of a merged file are in memory at once. */
const mostPhotos = 300_000_000;

function photoSize(order: PrintOrder): number {
  if (order.kind !== 'evidence') return 0;
  return Object.values(order.input.files).reduce(
    (sum, { picture }) => sum + (picture?.base64.length ?? 0),
    0,
  );
}

/** Tells whether a document would come out as it did. The criteria set is left out: it is pinned, and by far the most. */
function digest(order: PrintOrder): string {
  const text = JSON.stringify(order, (key, value: unknown) => (key === 'set' ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

function notRemoved(error: unknown): string {
  return `Tệp cũ trong thư mục không còn đúng nhưng chưa bỏ được; hãy tự xóa tệp đó. ${fileFailure(error)}`;
}

function changedSince({ unitName }: BatchItem): Refusal {
  const what = unitName === null ? 'Danh sách tổng hợp' : `Phiếu của ${unitName}`;
  return new Refusal(
    'conflict',
    `${what} đã thay đổi sau khi in, nên tệp gộp sẽ không khớp với các tệp đã in; hãy thử lại`,
  );
}
