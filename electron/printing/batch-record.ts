/** What has become of each document of a batch. */
import type { BatchRemark, BatchState } from '../api.ts';
import type { BatchItem } from './batch-plan.ts';

type Outcome =
  /** With a digest of what it was printed from. */
  | { readonly how: 'written'; readonly from: string }
  | { readonly how: 'left out' | 'failed'; readonly message: string };

export class BatchRecord {
  readonly #items: readonly BatchItem[];
  /** In the order in which it came. What an earlier run brought counts as done until this one has come to it. */
  readonly #outcomes: Map<BatchItem, Outcome>;
  /** What this run has come to. */
  readonly #settled = new Set<BatchItem>();
  /** Names of what was in the folder and is gone. */
  readonly #removed: Set<string>;
  /** About more than one document. */
  readonly #failures: BatchRemark[] = [];

  constructor(
    items: readonly BatchItem[],
    earlier: Iterable<readonly [BatchItem, Outcome]> = [],
    removed: Iterable<string> = [],
  ) {
    this.#items = items;
    this.#outcomes = new Map(earlier);
    this.#removed = new Set(removed);
  }

  get progress(): Pick<BatchState, 'total' | 'done' | 'written' | 'leftOut' | 'failures' | 'removed'> {
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
      removed: [...this.#removed],
    };
  }

  /** What this run has not come to yet: first what an earlier one brought, which is quickly looked at, then the rest. */
  get notReached(): readonly BatchItem[] {
    const rest = this.#items.filter((item) => !this.#settled.has(item));
    const isEarlier = (item: BatchItem) => this.#outcomes.has(item);
    return [...rest.filter(isEarlier), ...rest.filter((item) => !isEarlier(item))];
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

  /** Whether it was written from just that. */
  isWritten(item: BatchItem, from: string): boolean {
    const outcome = this.#outcomes.get(item);
    return outcome?.how === 'written' && outcome.from === from;
  }

  wrote(item: BatchItem, from: string): void {
    this.#settle(item, { how: 'written', from });
    this.#removed.delete(item.fileName);
  }

  leftOut(item: BatchItem, message: string): void {
    this.#settle(item, { how: 'left out', message });
  }

  failed(item: BatchItem, message: string): void {
    this.#settle(item, { how: 'failed', message });
  }

  removed(fileName: string): void {
    this.#removed.add(fileName);
  }

  merged(fileName: string): void {
    this.#removed.delete(fileName);
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

  /** For a further run over these items. What was written counts where its name is still there. */
  keeping(items: readonly BatchItem[], there: ReadonlySet<string>): BatchRecord {
    const present = new Map(items.map((item) => [keyOf(item), item]));
    const kept = [...this.#outcomes].flatMap(([earlier, outcome]) => {
      const item = present.get(keyOf(earlier));
      const counts = outcome.how === 'left out' || (outcome.how === 'written' && there.has(earlier.fileName));
      return item !== undefined && counts ? [[item, outcome] as const] : [];
    });
    return new BatchRecord(items, kept, this.#removed);
  }

  #settle(item: BatchItem, outcome: Outcome): void {
    this.#outcomes.set(item, outcome);
    this.#settled.add(item);
  }
}

/** The same document under the same name, in another plan too. */
function keyOf({ kind, id, fileName }: BatchItem): string {
  return `${kind} ${id} ${fileName}`;
}

function remark({ kind, id, unitName }: BatchItem, message: string): BatchRemark {
  return { kind, id, unitName, message };
}
