/** `<data folder>/logs/program.log`: 1 MB, then a new one, the four before it kept. What cannot be written is left out. */
import { promises as fs } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

/** How long after a failure it is tried again, in milliseconds. */
const retryDelay = 60_000;
/** How long the lines of one moment are gathered, in milliseconds. */
const gathering = 250;
/** The end of the program does not wait longer than this for a disk that does not answer, in milliseconds. */
const lastWait = 1_000;
/** More lines than this do not wait for a disk. */
const mostWaiting = 500;

export interface LogFileOptions {
  readonly folder: string;
  /** Whether the data folder is ours now; asked before anything is written there. */
  readonly holds: () => Promise<boolean>;
  /** As the library takes it, for tests. */
  readonly size?: `${number}${'B' | 'M'}`;
}

export class LogFile {
  readonly #options: LogFileOptions;
  #waiting: string[] = [];
  #stream: RotatingFileStream | undefined;
  #work: Promise<void> | undefined;
  #failedAt: number | undefined;
  readonly #closing = new AbortController();

  constructor(options: LogFileOptions) {
    this.#options = options;
  }

  /** Returns at once. */
  write(line: string): void {
    this.#waiting.push(line);
    // The oldest say how it began.
    if (this.#waiting.length > mostWaiting) this.#waiting.splice(mostWaiting / 2, 1);
    this.#begin();
  }

  /** Resolves when all that could be written is, or after a second. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#failedAt = undefined;
    const ended = async () => {
      await this.#work;
      await this.#writeWaiting();
      const stream = this.#stream;
      if (stream === undefined) return;
      stream.end();
      await finished(stream).catch(() => undefined);
    };
    await Promise.race([ended(), pause(lastWait)]);
  }

  #begin(): void {
    if (this.#closing.signal.aborted || this.#work !== undefined) return;
    if (this.#failedAt !== undefined && performance.now() - this.#failedAt < retryDelay) return;
    // NOTE: asking whether the folder is ours can itself be logged, so it is not asked at once for every line.
    this.#work = pause(gathering, undefined, { signal: this.#closing.signal })
      .catch(() => undefined)
      .then(() => this.#writeWaiting())
      .finally(() => {
        this.#work = undefined;
        if (this.#waiting.length > 0) this.#begin();
      });
  }

  async #writeWaiting(): Promise<void> {
    if (this.#waiting.length === 0) return;
    let lines: readonly string[] = [];
    try {
      if (!(await this.#options.holds())) throw new Error('the data folder is not ours');
      this.#stream ??= await this.#open();
      lines = this.#waiting;
      this.#waiting = [];
      await this.#put(this.#stream, lines.map((line) => `${line}\n`).join(''));
      this.#failedAt = undefined;
    } catch {
      this.#waiting = [...lines, ...this.#waiting];
      this.#stream?.destroy();
      this.#stream = undefined;
      this.#failedAt = performance.now();
    }
  }

  async #open(): Promise<RotatingFileStream> {
    const { folder, size = '1M' } = this.#options;
    // NOTE: this one folder alone: the library would make those above it, too, and an empty data folder in place of one
    // that has gone would hide that.
    await fs.mkdir(folder, 0o700).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const stream = createStream('program.log', { path: folder, size, rotate: 4, mode: 0o600 });
    // What failed is seen where it was written.
    stream.on('error', () => undefined);
    return stream;
  }

  #put(stream: RotatingFileStream, text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }
}
