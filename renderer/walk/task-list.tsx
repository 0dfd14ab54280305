import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised, lowerFirst, provisionalText } from '../wording.ts';
import classes from './task-list.module.css';
import { progressText, taskPointsText } from './task-words.ts';
import { useTaskState } from './use-task-states.ts';

/** The criteria with what is done in each, in words, beside the page of one of them. Any order is fine. */
export function TaskList() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const set = useSessionState(({ copy }) => copy.set);
  return (
    <nav className={classes.tasks} aria-label={t('walk.criteria')}>
      <Link href={paths.assessment(id)} className={classes.overviewLink}>
        {t('walk.overviewLink')}
      </Link>
      <ol className={classes.taskItems}>
        {set.criteria.map(({ id: criterion }, place) => {
          const href = paths.criterion(id, criterion);
          return (
            <TaskItem
              key={criterion}
              place={place}
              href={href}
              current={location === href || location.startsWith(`${href}/`)}
            />
          );
        })}
      </ol>
    </nav>
  );
}

interface TaskItemProps {
  /** Where the criterion stands in the set. */
  readonly place: number;
  readonly href: string;
  readonly current: boolean;
}

// Asks for its own state, so that a key press renders only the criterion that it changes.
function TaskItem({ place, href, current }: TaskItemProps) {
  const { t } = useTranslation();
  const task = useTaskState(place);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (task === undefined) return null;
  const { criterion, points, unconfirmed, doubts } = task;
  const words = [
    taskPointsText(t, points, criterion.max),
    progressText(t, { ...task, indicators: criterion.indicators.length }),
    ...(unconfirmed > 0 ? [t('tasks.unconfirmed', { n: unconfirmed })] : []),
    ...(doubts > 0 ? [t('tasks.doubts', { n: doubts })] : []),
    ...(task.provisional ? [lowerFirst(provisionalText())] : []),
  ];
  return (
    <li ref={item}>
      <Link href={href} className={classes.task} aria-current={current ? 'page' : undefined}>
        <span className={classes.taskNumber}>{criterion.id}</span>
        <span>
          <span className={classes.taskName}>{localised(criterion.name)}</span>{' '}
          <span className={classes.taskState}>
            {words.join(' · ')}
            {task.atZero && <strong className={classes.taskFault}>{t('walk.atZero')}</strong>}
            {task.refused && <strong className={classes.taskFault}>{t('walk.refused')}</strong>}
          </span>
        </span>
      </Link>
    </li>
  );
}
