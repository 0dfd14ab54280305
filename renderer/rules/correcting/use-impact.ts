import { useEffect, useState } from 'react';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { ApiError, Impact } from '../../../electron/api.ts';
import { useRoomCall } from '../room-call.ts';

export interface ShownImpact {
  /** The latest that is known; null before the first answer. */
  readonly impact: Impact | null;
  /** True while it is that of an earlier state of the set. */
  readonly stale: boolean;
  /** Why nothing newer is known. */
  readonly error: ApiError | null;
}

const delay = 300;

/** What the set would make of the assessments pinned to `of`, asked for anew a moment after each change. */
export function useImpact(of: SetVersion, set: CriteriaSet): ShownImpact {
  const call = useRoomCall();
  const { id, version } = of;
  const [answer, setAnswer] = useState<{
    readonly of: CriteriaSet | null;
    readonly impact: Impact | null;
    readonly error: ApiError | null;
  }>({ of: null, impact: null, error: null });
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(async () => {
      const reply = await call('criteria.impact', { of: { id, version }, set });
      if (!current) return;
      setAnswer((last) =>
        reply.ok
          ? { of: set, impact: reply.value, error: null }
          : { of: set, impact: last.impact, error: reply.error },
      );
    }, delay);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [call, id, version, set]);
  return { impact: answer.impact, stale: answer.of !== set, error: answer.error };
}
