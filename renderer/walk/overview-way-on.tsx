import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HistoryEntry } from '../../criteria/assessment.ts';
import type { Change } from '../../criteria/change.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { changeText } from '../history/change-text.ts';
import { paths } from '../paths.ts';
import { isLocked } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';
import { momentText } from './moment-text.ts';
import classes from './overview.module.css';
import { criteriaUsing, criterionOf } from './set-lookup.ts';
import { nextOpen } from './task-state.ts';
import { useTaskStates } from './use-task-states.ts';

/** Where work stopped, and the way on from there. */
export function OverviewWayOn() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const set = useSessionState(({ copy }) => copy.set);
  const last = useSessionState(({ history, copy }) =>
    // Bringing figures over leaves work at no criterion in particular, as does what the rules do not ask any more.
    history.findLast(
      ({ change }) => change.kind !== 'unconfirmed' && criterionOfChange(copy.set, change) !== '',
    ),
  );
  const locked = useSessionState(isLocked);
  const tasks = useTaskStates();
  if (locked) return null;
  const untouched = tasks.every(({ points }) => points === null);
  const stoppedAt = last === undefined ? null : criterionOfChange(set, last.change);
  const open = nextOpen(tasks, stoppedAt);
  return (
    <section className={classes.wayOn} aria-label={t('tasks.wayOn')}>
      {open === null ? (
        <Button component={Link} href={paths.check(id)}>
          {t('walk.toCheck')}
        </Button>
      ) : (
        <Button component={Link} href={paths.criterion(id, open)}>
          {t(untouched ? 'overview.start' : 'overview.continue', { id: open })}
        </Button>
      )}
      <div className={classes.wayOnWords}>
        {untouched && last === undefined && <p>{t('tasks.empty')}</p>}
        {open === null && <p>{t('tasks.done', { n: tasks.length })}</p>}
        {last !== undefined && <Stopped last={last} />}
      </div>
    </section>
  );
}

function Stopped({ last: { change, at, by } }: { readonly last: HistoryEntry }) {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const set = useSessionState(({ copy }) => copy.set);
  const criterion = criterionOfChange(set, change);
  const isAnswer = change.kind === 'answer' || change.kind === 'unconfirmed';
  const when = momentText(t, at, new Date());
  return (
    <p>
      {t('tasks.stopped')}{' '}
      <Link href={isAnswer ? paths.answer(id, criterion, change.of) : paths.criterion(id, criterion)}>
        {changeText(t, set, change)}
      </Link>{' '}
      <span className={classes.quiet}>
        {by === null ? t('tasks.stoppedAt', { when }) : t('tasks.stoppedAtBy', { when, by })}
      </span>
    </p>
  );
}

/** The criterion on whose page the change was made, or could have been; empty for what the rules do not ask any more. */
function criterionOfChange(set: CriteriaSet, { of }: Change): string {
  return criteriaUsing(set, of)[0] ?? criterionOf(set, of);
}
