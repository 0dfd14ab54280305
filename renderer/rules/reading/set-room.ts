/** A published version that is being read and confirmed. */
import { useEffect, useRef, useState } from 'react';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { Attestation } from '../../../criteria/rules/register.ts';
import type { ApiError, CallApi, OpenedSet, Reply } from '../../../electron/api.ts';
import { setsChanged } from '../../program.ts';
import { useRoomCall } from '../room-call.ts';

/** What was not noted, with the latest reason. */
export interface Failed {
  readonly rules: readonly string[];
  readonly error: ApiError;
}

export type SetRoom =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError; readonly again: () => void }
  | {
      readonly state: 'ready';
      readonly opened: OpenedSet;
      /** Rules whose confirmation is on its way. */
      readonly underWay: ReadonlySet<string>;
      /** Why something was not noted, with the rules concerned. */
      readonly failed: Failed | null;
      confirm(rules: readonly string[], attestation: Attestation): Promise<boolean>;
      withdraw(rule: string, by: string | null, reason: string): Promise<boolean>;
    };

/** One change after another, each based on what came of the one before, so that quick hands get ahead of no disk. */
export function useSetRoom({ id, version }: SetVersion): SetRoom {
  const call = useRoomCall();
  const [opened, setOpened] = useState<OpenedSet | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<Failed | null>(null);
  const latest = useRef<OpenedSet | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);

  function keep(next: OpenedSet) {
    latest.current = next;
    setOpened(next);
  }
  async function load(): Promise<void> {
    const reply = await call('criteria.open', { id, version });
    if (reply.ok) keep(reply.value);
    setError(reply.ok ? null : reply.error);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what loads it
  useEffect(() => {
    void load();
  }, [call, id, version]);

  function change(
    rules: readonly string[],
    make: (call: CallApi, basedOn: number) => Promise<Reply<OpenedSet>>,
  ): Promise<boolean> {
    setUnderWay((known) => new Set([...known, ...rules]));
    waiting.current += 1;
    const done = queue.current.then(async () => {
      const reply = await attempt(make);
      if (reply.ok) keep(reply.value);
      setFailed((known) => afterReply(known, rules, reply));
      setUnderWay((known) => new Set([...known].filter((rule) => !rules.includes(rule))));
      waiting.current -= 1;
      if (waiting.current === 0) await setsChanged();
      return reply.ok;
    });
    queue.current = done;
    return done;
  }
  /** Once more on what another window has noted meanwhile: to confirm what somebody else confirmed harms nothing. */
  async function attempt(make: (call: CallApi, basedOn: number) => Promise<Reply<OpenedSet>>) {
    const first = await make(call, latest.current?.entries ?? 0);
    if (first.ok || first.error.code !== 'conflict') return first;
    await load();
    return make(call, latest.current?.entries ?? 0);
  }

  if (error !== null && opened === null) return { state: 'failed', error, again: () => void load() };
  if (opened === null) return { state: 'loading' };
  return {
    state: 'ready',
    opened,
    underWay,
    failed,
    confirm: (rules, attestation) =>
      change(rules, (ask, basedOn) =>
        ask('criteria.confirm', { id, version, basedOn, rules: [...rules], ...attestation }),
      ),
    withdraw: (rule, by, reason) =>
      change([rule], (ask, basedOn) => ask('criteria.withdraw', { id, version, basedOn, rule, by, reason })),
  };
}

/** NOTE: what comes after a failure may succeed, which does not mend the failure. */
function afterReply(known: Failed | null, rules: readonly string[], reply: Reply<unknown>): Failed | null {
  const others = (known?.rules ?? []).filter((rule) => !rules.includes(rule));
  if (!reply.ok) return { rules: [...others, ...rules], error: reply.error };
  return known === null || others.length === 0 ? null : { rules: others, error: known.error };
}
