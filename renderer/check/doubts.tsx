import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { doubtText } from '../doubts/doubt-text.ts';
import { Part } from '../frame/part.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { criterionOf } from '../walk/set-lookup.ts';
import { indicatorOf } from '../walk/task-state.ts';
import { useUnexplained } from '../walk/use-unexplained.ts';
import classes from './check.module.css';

/** The improbable figures that wait for a note, each with the way to it. */
export function Doubts() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const set = useSessionState(({ copy }) => copy.set);
  const doubts = useUnexplained();
  if (doubts.length === 0) return null;
  return (
    <Part title={t('tasks.check.doubtsTitle')}>
      <p>{t('tasks.check.doubtsText')}</p>
      <ul className={classes.reasons}>
        {doubts.map((doubt) => {
          const indicator = indicatorOf(doubt);
          const criterion = criterionOf(set, indicator);
          const words = doubtText(t, set, doubt);
          return (
            <li key={words}>
              <Link
                href={
                  doubt.code === 'all_hundred'
                    ? paths.criterion(id, criterion)
                    : paths.answer(id, criterion, doubt.fact)
                }
              >
                {t('tasks.check.indicator', { id: indicator })}
              </Link>
              : {words}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
