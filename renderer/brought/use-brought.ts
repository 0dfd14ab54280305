/** The figure of an earlier year that stands where nothing is answered yet. */
import { answerFaults } from '../../criteria/answers.ts';
import type { Brought } from '../../criteria/change.ts';
import { useSessionState } from '../session/use-session.ts';
import { aboveText } from '../wording.ts';

export function useBrought(answerId: string): Brought | undefined {
  return useSessionState(({ copy }) => copy.unconfirmed[answerId]);
}

/** Why it cannot be confirmed beside what is answered, as a sentence; null where it can be. */
export function useContradiction(answerId: string): string | null {
  return useSessionState(({ copy }) => {
    const brought = copy.unconfirmed[answerId];
    if (brought === undefined) return null;
    const faults = answerFaults(copy.set, { ...copy.answers, [answerId]: brought.value });
    const above = faults
      .flatMap((fault) => fault.above ?? [])
      .find(({ numerator, denominator }) => [numerator.id, denominator.id].includes(answerId));
    return above === undefined ? null : aboveText(above);
  });
}
