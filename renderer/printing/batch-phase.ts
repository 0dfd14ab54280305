/** What can be told from the state of a batch. Pure. */
import type { BatchState } from '../../electron/api.ts';

export function isRunning(batch: BatchState | null): boolean {
  return batch !== null && (batch.phase === 'printing' || batch.phase === 'merging');
}

/** Documents that failed, the merged file included; one failure may be about many of them. */
export function failedDocuments({ done, written, leftOut, failures }: BatchState): number {
  const merged = failures.some(({ kind }) => kind === 'merged') ? 1 : 0;
  return done - written.length - leftOut.length + merged;
}
