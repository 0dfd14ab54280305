/** The doubts about the open assessment. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../criteria/answers.ts';
import { type Doubt, doubtsOf, isExplained } from '../../criteria/plausibility.ts';
import type { SessionState } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';
import { doubtText } from './doubt-text.ts';

interface Remembered {
  readonly earlier: SessionState['earlier'];
  readonly refused: SessionState['copy']['refused'];
  readonly doubts: readonly Doubt[];
}

// Every part of the screen asks after each key press; the answers are new only where one of them changed.
const remembered = new WeakMap<Answers, Remembered>();

/** Those about the assessment in a state, remembered. */
export function doubtsIn({ copy, earlier }: SessionState): readonly Doubt[] {
  const known = remembered.get(copy.answers);
  const { refused } = copy;
  if (known?.earlier === earlier && known.refused === refused) return known.doubts;
  // What is said of a refused figure would be of the one before it.
  const doubts = doubtsOf(copy.set, copy.answers, earlier).filter(
    (doubt) => doubt.code === 'all_hundred' || !(doubt.fact in refused),
  );
  remembered.set(copy.answers, { earlier, refused, doubts });
  return doubts;
}

export interface DoubtAt {
  /** What looks unusual at the indicator, as sentences; empty where nothing does. */
  readonly text: string;
  /** Whether notes say why. */
  readonly explained: boolean;
}

/** What looks unusual at one indicator. While one of its figures is being typed, it stays as it was before. */
export function useDoubtAt(indicator: string, facts: readonly string[]): DoubtAt {
  const { t } = useTranslation();
  const found = useSessionState((state) => {
    const { set, notes } = state.copy;
    return doubtsIn(state)
      .filter((doubt) => isAt(doubt, indicator, notes))
      .map((doubt) => doubtText(t, set, doubt))
      .join(' ');
  });
  const explained = useSessionState((state) =>
    doubtsIn(state)
      .filter((doubt) => isAt(doubt, indicator, state.copy.notes))
      .every((doubt) => isExplained(doubt, state.copy.notes)),
  );
  const typing = useSessionState(({ copy }) => facts.some((fact) => fact in copy.texts));
  const [text, setText] = useState(found);
  if (!typing && text !== found) setText(found);
  return { text, explained };
}

/** What concerns many indicators stands at each of them until one has a note, and then only there. */
function isAt(doubt: Doubt, indicator: string, notes: Readonly<Record<string, string>>): boolean {
  if (doubt.code !== 'all_hundred') return doubt.indicator === indicator;
  if (!doubt.indicators.includes(indicator)) return false;
  return !isExplained(doubt, notes) || (notes[indicator] ?? '').trim() !== '';
}
