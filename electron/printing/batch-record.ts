/** What has become of each document of a batch. */
import type { BatchRemark, BatchState } from '../api.ts';
import type { BatchItem } from './batch-plan.ts';

type Outcome =
  /** With a digest of what it was printed from. */
  | { readonly how: 'written'; readonly from: string }
  | { readonly how: 'left out' | 'failed'; readonly message: string };

export class BatchRecord {
  readonly #items: readonly BatchItem[];
  /** In the order in which it came. */
  readonly #outcomes: Map<BatchItem, Outcome>;
  /** About more than one document. */
  readonly #failures: BatchRemark[] = [];

  constructor(items: readonly BatchItem[], earlier: Iterable<readonly [BatchItem, Outcome]> = []) {
    this.#items = items;
    this.#outcomes = new Map(earlier);
  }

  get progress(): Pick<BatchState, 'total' | 'done' | 'written' | 'leftOut' | 'failures'> {
    const written: string[] = [];
    const leftOut: BatchRemark[] = [];
    const failures: BatchRemark[] = [];
    for (const [item, outcome] of this.#outcomes) {
      if (outcome.how === 'written') written.push(item.fileName);
      else if (outcome.how === 'left out') leftOut.push(remark(item, outcome.message));
      else if (outcome.message !== '') failures.push(remark(item, outcome.message));
    }
    return {
      total: this.#items.length,
      done: this.#outcomes.size,
      written,
      leftOut,
      failures: [...failures, ...this.#failures],
    };
  }

  /** Items that nothing has become of yet, in the order of the list. */
  get notReached(): readonly BatchItem[] {
    return this.#items.filter((item) => !this.#outcomes.has(item));
  }

  get hasFailures(): boolean {
    return this.#failures.length > 0 || [...this.#outcomes.values()].some(({ how }) => how === 'failed');
  }

  /** What is written, in the order of the list, and from what. */
  get written(): readonly { readonly item: BatchItem; readonly from: string }[] {
    return this.#items.flatMap((item) => {
      const outcome = this.#outcomes.get(item);
      return outcome?.how === 'written' ? [{ item, from: outcome.from }] : [];
    });
  }

  wrote(item: BatchItem, from: string): void {
    this.#outcomes.set(item, { how: 'written', from });
  }

  leftOut(item: BatchItem, message: string): void {
    this.#outcomes.set(item, { how: 'left out', message });
  }

  failed(item: BatchItem, message: string): void {
    this.#outcomes.set(item, { how: 'failed', message });
  }

  /** Everything that was not reached fails, in one line however many that are. */
  restFailed(message: string): void {
    const rest = this.notReached;
    const [first] = rest;
    if (first === undefined) return;
    for (const item of rest) this.failed(item, '');
    this.#failures.push({
      kind: first.kind,
      id: null,
      unitName: null,
      message: `Đã dừng, còn ${rest.length} tài liệu chưa in. ${message}`,
    });
  }

  mergeFailed(message: string): void {
    this.#failures.push({ kind: 'merged', id: null, unitName: null, message });
  }

  /** For a run over what is left. What was written counts where its name is still there. */
  keeping(there: ReadonlySet<string>): BatchRecord {
    const kept = [...this.#outcomes].filter(
      ([{ fileName }, { how }]) => how === 'left out' || (how === 'written' && there.has(fileName)),
    );
    return new BatchRecord(this.#items, kept);
  }
}

function remark({ kind, id, unitName }: BatchItem, message: string): BatchRemark {
  return { kind, id, unitName, message };
}
