import { useTranslation } from 'react-i18next';
import type { Answer } from '../../criteria/answers.ts';
import { useSessionState } from '../session/use-session.ts';
import { checkText, lowerFirst, numberText } from '../wording.ts';

/** What was answered in the latest earlier year, as "Năm 2025: 1.204", and whether it was ever final; null where nothing was. */
export function useEarlierText(answerId: string): string | null {
  const { t } = useTranslation();
  const year = useSessionState(({ earlier }) => earlier?.year);
  const draft = useSessionState(({ earlier }) => earlier?.status === 'draft');
  const answer = useSessionState(({ earlier }) => earlier?.answers[answerId] ?? null);
  if (year === undefined || answer === null) return null;
  return t(draft ? 'walk.earlierDraft' : 'walk.earlier', { year, answer: answerText(answer) });
}

function answerText(answer: Answer): string {
  return typeof answer === 'boolean' ? lowerFirst(checkText(answer)) : numberText(answer);
}
