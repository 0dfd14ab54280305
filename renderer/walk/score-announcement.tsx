import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSessionState } from '../session/use-session.ts';
import { numberText, verdictText } from '../wording.ts';
import { refusalText } from './refusal-text.ts';

/** Long enough for a figure to be typed to its end, in milliseconds. */
const pause = 1_200;

/** Says to a screen reader, once the typing pauses, what everybody else sees change: a refusal, or points and verdict. */
export function ScoreAnnouncement() {
  const { t } = useTranslation();
  const { scorecard, marked } = useSessionState(({ copy }) => copy);
  const [refusal] = Object.values(marked);
  const words =
    refusalText(t, refusal) ??
    t('walk.announcement', {
      total: numberText(scorecard.total),
      max: numberText(scorecard.max),
      verdict: verdictText(scorecard.verdict),
    });
  const [said] = useDebouncedValue(words, pause);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
