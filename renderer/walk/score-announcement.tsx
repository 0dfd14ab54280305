import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import { numberText, verdictText } from '../wording.ts';
import { refusalText } from './refusal-text.ts';

/** Long enough for a figure to be typed to its end, in milliseconds. */
const pause = 1_200;

/** Says to a screen reader, once the typing pauses, what everybody else sees change: a refusal, or points and verdict. */
export function ScoreAnnouncement() {
  const { t } = useTranslation();
  const { store } = useSession();
  const [{ scorecard, marked }, setCopy] = useState(() => store.getState().copy);
  // NOTE: asks the store itself, so that the key presses before the pause render nothing here.
  const copyAfterPause = useDebouncedCallback(() => setCopy(store.getState().copy), pause);
  useEffect(
    () => store.subscribe((now, before) => now.copy !== before.copy && copyAfterPause()),
    [store, copyAfterPause],
  );
  const [refusal] = Object.values(marked);
  return (
    <p className="visually-hidden" role="status">
      {refusalText(t, refusal) ??
        t('walk.announcement', {
          total: numberText(scorecard.total),
          max: numberText(scorecard.max),
          verdict: verdictText(scorecard.verdict),
        })}
    </p>
  );
}
