/** What a row of figures is, and how one is taken from repeated runs. */

export interface Row {
  readonly id: string;
  /** Null where it could not be measured; `detail` says why. */
  readonly value: number | null;
  readonly unit: 'ratio' | 's' | 'ms' | 'kB';
  /** As agreed in the design; never asserted. */
  readonly target: string;
  readonly detail: Readonly<Record<string, number | string>>;
}

/** One group of rows that share their preparation. */
export interface Benchmark {
  /** What `--only` names. */
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

/** How long the work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The figure that so many of a hundred do not exceed. */
export function percentile(figures: readonly number[], hundredths: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * hundredths) / 100) - 1] ?? Number.NaN;
}

/** Three significant digits: the machine does not know more. */
export function rounded(figure: number): number {
  return Number(figure.toPrecision(3));
}
