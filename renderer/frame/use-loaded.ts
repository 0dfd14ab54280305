import { useEffect, useState } from 'react';
import type { ApiError, Reply } from '../../electron/api.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'ready'; readonly value: T };

/** What a call gives, asked for again whenever `key` changes; until the next answer the last one stays. */
export function useLoaded<T>(
  load: () => Promise<Reply<T>>,
  key: string,
): { readonly loaded: Loaded<T>; readonly again: () => void; readonly replace: (value: T) => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the call; another attempt repeats it
  useEffect(() => {
    let current = true;
    void load().then((reply) => {
      if (!current) return;
      setLoaded(reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', error: reply.error });
    });
    return () => {
      current = false;
    };
  }, [key, attempt]);
  return {
    loaded,
    again: () => setAttempt((count) => count + 1),
    replace: (value) => setLoaded({ state: 'ready', value }),
  };
}
