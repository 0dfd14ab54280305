import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../criteria/score.ts';
import { provisionalText, verdictText } from '../wording.ts';
import classes from './frame.module.css';

type Tone = 'provisional' | 'good' | 'bad' | 'wait' | 'quiet' | 'accent';

/** A word in a quiet colour. The colour only repeats what the word says. */
export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={classes.mark} data-tone={tone}>
      {children}
    </span>
  );
}

export function ProvisionalMark() {
  return <Mark tone="provisional">{provisionalText()}</Mark>;
}

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  eligible: 'good',
  ineligible: 'bad',
  incomplete: 'wait',
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return <Mark tone={verdictTones[verdict]}>{verdictText(verdict)}</Mark>;
}

export function StatusMark({ status }: { readonly status: 'draft' | 'final' }) {
  const { t } = useTranslation();
  return <Mark tone={status === 'final' ? 'accent' : 'quiet'}>{t(`status.${status}`)}</Mark>;
}
