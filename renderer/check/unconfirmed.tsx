import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Part } from '../frame/part.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { answersOfCriterion } from '../walk/set-lookup.ts';
import { answerText, questionText } from './answer-text.ts';
import classes from './check.module.css';

/** Figures of an earlier year that count for nothing until somebody confirms them. */
export function Unconfirmed() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, unconfirmed } = useSessionState(({ copy }) => copy);
  const asked = new Map(
    set.criteria
      .toReversed()
      .flatMap((criterion) => answersOfCriterion(criterion).map((answer) => [answer, criterion.id])),
  );
  const waiting = Object.entries(unconfirmed);
  if (waiting.length === 0) return null;
  return (
    <Part title={t('tasks.check.unconfirmedTitle')}>
      <p>{t('tasks.check.unconfirmedText')}</p>
      <ul className={classes.reasons}>
        {waiting.map(([answer, { value, year }]) => (
          <li key={answer}>
            <Link href={paths.answer(id, asked.get(answer) ?? '', answer)}>{questionText(set, answer)}</Link>:{' '}
            {t('tasks.check.unconfirmed', { answer: answerText(value), year })}
          </li>
        ))}
      </ul>
    </Part>
  );
}
