/** The criteria sets that the states of one assessment are scored by, which can be other versions than its own. */
import { useEffect, useState } from 'react';
import type { SetVersion } from '../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { criteriaSet } from '../program.ts';
import { useSessionState } from './use-session.ts';

type Pin = Pick<SetVersion, 'id' | 'version'>;

/** Gives the set of a pin: that of the open assessment at once, others when they are there; undefined for unknown ones. */
export function usePinnedSets(pins: readonly Pin[]): (pin: Pin) => CriteriaSet | undefined {
  const own = useSessionState(({ copy }) => copy.set);
  const [others, setOthers] = useState<ReadonlyMap<string, CriteriaSet>>(new Map());
  const wanted = [...new Set(pins.map(keyOf))].filter((key) => key !== keyOf(own)).join(' ');
  useEffect(() => {
    let current = true;
    const asked = wanted === '' ? [] : wanted.split(' ');
    void Promise.all(asked.map(setOf)).then((found) => {
      if (current) setOthers(new Map(found.flat().map((set) => [keyOf(set), set])));
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return (pin) => (keyOf(pin) === keyOf(own) ? own : others.get(keyOf(pin)));
}

function keyOf({ id, version }: Pin): string {
  return `${id}@${version}`;
}

async function setOf(key: string): Promise<readonly CriteriaSet[]> {
  const at = key.lastIndexOf('@');
  const reply = await criteriaSet(key.slice(0, at), Number(key.slice(at + 1)));
  return reply.ok ? [reply.value] : [];
}
