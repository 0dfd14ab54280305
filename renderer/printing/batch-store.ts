/** The batch that runs in the desktop or ran last, as far as this window has been told. Outlives the screen. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { ApiError, BatchRequest, BatchState, Reply } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { isRunning } from './batch-phase.ts';

interface KnownBatch {
  /** Whether anything has been told yet. */
  readonly told: boolean;
  readonly batch: BatchState | null;
  /** To offer for a batch. */
  readonly suggestedFolder: string;
  /** Why the state could not be read the last time. */
  readonly error: ApiError | null;
}

const useBatch = create<KnownBatch>(() => ({
  told: false,
  batch: null,
  suggestedFolder: '',
  error: null,
}));

/** In milliseconds. */
const pause = 400;

let calls = 0;

/** NOTE: an answer counts only while no later question was asked, so that no older state takes the place of a newer. */
async function latest<T>(
  asking: Promise<Reply<T>>,
  take: (value: T) => Partial<KnownBatch>,
): Promise<Reply<T>> {
  calls += 1;
  const call = calls;
  const reply = await asking;
  if (call === calls && reply.ok) useBatch.setState({ told: true, error: null, ...take(reply.value) });
  return reply;
}

export async function readBatch(): Promise<void> {
  const reply = await latest(callApi('batch.state', {}), (state) => state);
  if (!reply.ok) useBatch.setState({ error: reply.error });
}

/** Null once it runs; otherwise why it does not. */
export async function startBatch(request: BatchRequest): Promise<ApiError | null> {
  const reply = await latest(callApi('batch.start', request), (batch) => ({ batch }));
  // What runs instead is shown.
  if (!reply.ok && reply.error.code === 'busy') await readBatch();
  return reply.ok ? null : reply.error;
}

export async function cancelBatch(): Promise<ApiError | null> {
  const reply = await latest(callApi('batch.cancel', {}), (batch) => ({ batch }));
  return reply.ok ? null : reply.error;
}

export async function retryBatch(): Promise<ApiError | null> {
  const reply = await latest(callApi('batch.retry', {}), (batch) => ({ batch }));
  return reply.ok ? null : reply.error;
}

/** Reads the state when the screen opens, and then again and again while a batch runs. */
export function useWatchedBatch(): KnownBatch {
  const known = useBatch();
  const running = isRunning(known.batch);
  useEffect(() => {
    void readBatch();
  }, []);
  useEffect(() => {
    if (!running) return;
    let timer = 0;
    let watching = true;
    const look = async () => {
      await readBatch();
      if (watching) timer = window.setTimeout(() => void look(), pause);
    };
    timer = window.setTimeout(() => void look(), pause);
    return () => {
      watching = false;
      window.clearTimeout(timer);
    };
  }, [running]);
  return known;
}
