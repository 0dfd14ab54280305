/** Where documents are printed and read: threads of their own, so that neither window nor saves wait for them. */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { PrintOrder } from '../documents/document-input.ts';
import type { PrintedDocument } from '../documents/print.ts';
import type { SheetFindings } from '../sheets/examine.ts';
import type { KnownRules } from '../sheets/known-rules.ts';
import { packed } from './packed-orders.ts';
import type * as Worker from './press-worker.ts';

/**
 * Two minutes after the last document the threads end and give their memory back. Until then they are quicker than new
 * ones by a sixth, and who prints one document often prints the next.
 */
const idleTime = 120_000;
/** No scorecard needs more memory than this to be read, in megabytes. */
const mostMemory = 768;

// NOTE: beside this file, whether it is a source or a bundle.
const worker = new URL(`./press-worker${extname(import.meta.filename)}`, import.meta.url).href;

export class Press {
  /** Documents that are printed at one time; more only wait. */
  readonly threads: number;
  #printing: Tinypool | undefined;
  #examining: Tinypool | undefined;
  /** One after another, so that each has its own time. */
  #examined: Promise<unknown> = Promise.resolve();

  readonly #longestExamination: number;

  /** `longestExamination` in milliseconds: a PDF that takes longer to be read is made to be slow. */
  constructor(threads = Math.min(4, availableParallelism()), longestExamination = 60_000) {
    this.threads = threads;
    this.#longestExamination = longestExamination;
  }

  /** Rejects for a certificate that must not be: see `whyNotCertifiable`. */
  print(order: PrintOrder): Promise<PrintedDocument> {
    this.#printing ??= this.#pool(this.threads);
    return this.#printing.run(packed([order]), { name: 'print' satisfies keyof typeof Worker });
  }

  /** All of them as one PDF. An aborted signal ends the work at once, and rejects. */
  printMerged(title: string, orders: readonly PrintOrder[], signal?: AbortSignal): Promise<Uint8Array> {
    this.#printing ??= this.#pool(this.threads);
    return this.#printing.run(
      { title, packed: packed(orders) },
      { name: 'printMerged' satisfies keyof typeof Worker, ...(signal === undefined ? {} : { signal }) },
    );
  }

  /** Whether a PDF is a scorecard as we print it. One that is made to be slow or huge to read is not. */
  examine(bytes: Uint8Array, known: readonly KnownRules[]): Promise<SheetFindings> {
    const examined = this.#examined.then(() => this.#examineNow(bytes, known));
    this.#examined = examined.catch(() => undefined);
    return examined;
  }

  async #examineNow(bytes: Uint8Array, known: readonly KnownRules[]): Promise<SheetFindings> {
    this.#examining ??= this.#pool(1, { maxOldGenerationSizeMb: mostMemory });
    try {
      return await this.#examining.run(
        // NOTE: what else is published with a set is not sent.
        { bytes, known: known.map(({ set, register }) => ({ set, register })) },
        {
          name: 'examine' satisfies keyof typeof Worker,
          signal: AbortSignal.timeout(this.#longestExamination),
        },
      );
    } catch (error) {
      const { name, code } = error as NodeJS.ErrnoException;
      if (name !== 'AbortError' && code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
      // NOTE: a pool whose thread died may leave its queue lying.
      await this.#examining.destroy();
      this.#examining = undefined;
      return { verdict: 'not_ours', message: 'Tệp này quá lâu hoặc quá lớn để đọc nên không kiểm tra được' };
    }
  }

  /** Ends the threads; what they were doing is lost. */
  async close(): Promise<void> {
    const pools = [this.#printing, this.#examining];
    this.#printing = undefined;
    this.#examining = undefined;
    await Promise.all(pools.map((pool) => pool?.destroy()));
  }

  #pool(threads: number, resourceLimits?: ResourceLimits): Tinypool {
    return new Tinypool({
      filename: worker,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idleTime,
      ...(resourceLimits === undefined ? {} : { resourceLimits }),
    });
  }
}
