import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised, lowerFirst, provisionalText } from '../wording.ts';
import classes from './task-list.module.css';
import { progressText, taskPointsText } from './task-words.ts';
import { useTaskStates } from './use-task-states.ts';

/** The criteria with what is done in each, in words, beside the page of one of them. Any order is fine. */
export function TaskList() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const id = useSessionState(({ assessment }) => assessment.id);
  return (
    <nav className={classes.tasks} aria-label={t('walk.criteria')}>
      <Link href={paths.assessment(id)} className={classes.overviewLink}>
        {t('walk.overviewLink')}
      </Link>
      <ol className={classes.taskItems}>
        {useTaskStates().map(({ criterion, ...state }) => {
          const href = paths.criterion(id, criterion.id);
          return (
            <TaskItem
              key={criterion.id}
              {...state}
              href={href}
              number={criterion.id}
              name={localised(criterion.name)}
              max={criterion.max}
              indicators={criterion.indicators.length}
              current={location === href || location.startsWith(`${href}/`)}
            />
          );
        })}
      </ol>
    </nav>
  );
}

interface TaskItemProps {
  readonly href: string;
  readonly number: string;
  readonly name: string;
  readonly points: number | null;
  readonly max: number;
  readonly complete: boolean;
  readonly answered: number;
  readonly indicators: number;
  readonly provisional: boolean;
  readonly atZero: boolean;
  readonly refused: boolean;
  readonly unconfirmed: number;
  readonly doubts: number;
  readonly current: boolean;
}

// Remembered, so that a key press renders only the criterion that it changes.
const TaskItem = memo(function TaskItem(props: TaskItemProps) {
  const { t } = useTranslation();
  const { points, max, unconfirmed, doubts, current } = props;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const words = [
    taskPointsText(t, points, max),
    progressText(t, props),
    ...(unconfirmed > 0 ? [t('tasks.unconfirmed', { n: unconfirmed })] : []),
    ...(doubts > 0 ? [t('tasks.doubts', { n: doubts })] : []),
    ...(props.provisional ? [lowerFirst(provisionalText())] : []),
  ];
  return (
    <li ref={item}>
      <Link href={props.href} className={classes.task} aria-current={current ? 'page' : undefined}>
        <span className={classes.taskNumber}>{props.number}</span>
        <span>
          <span className={classes.taskName}>{props.name}</span>{' '}
          <span className={classes.taskState}>
            {words.join(' · ')}
            {props.atZero && <strong className={classes.taskFault}>{t('walk.atZero')}</strong>}
            {props.refused && <strong className={classes.taskFault}>{t('walk.refused')}</strong>}
          </span>
        </span>
      </Link>
    </li>
  );
});
