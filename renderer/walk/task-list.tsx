import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { provisionalText, vi } from '../../criteria/wording.ts';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { criteriaWithRefused } from './set-lookup.ts';
import classes from './walk.module.css';

/** The criteria with what is done in each, in words. Any order is fine. */
export function TaskList() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, scorecard, refused } = useSessionState(({ copy }) => copy);
  const withRefused = criteriaWithRefused(set, refused);
  const overview = paths.assessment(id);
  return (
    <nav className={classes.tasks} aria-label={t('walk.criteria')}>
      <Link
        href={overview}
        className={classes.overviewLink}
        aria-current={location === overview ? 'page' : undefined}
      >
        {t('walk.overviewLink')}
      </Link>
      <ol className={classes.taskItems}>
        {set.criteria.map((criterion, index) => {
          const score = scorecard.criteria[index];
          const href = paths.criterion(id, criterion.id);
          return score === undefined ? null : (
            <TaskItem
              key={criterion.id}
              href={href}
              number={criterion.id}
              name={vi(criterion.name)}
              points={score.points}
              max={criterion.max}
              answered={score.indicators.filter(({ state }) => state === 'scored').length}
              indicators={criterion.indicators.length}
              provisional={score.provisional}
              refused={withRefused.includes(criterion.id)}
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
  readonly answered: number;
  readonly indicators: number;
  readonly provisional: boolean;
  readonly refused: boolean;
  readonly current: boolean;
}

// Remembered, so that a key press renders only the criterion that it changes.
const TaskItem = memo(function TaskItem(props: TaskItemProps) {
  const { t } = useTranslation();
  const { points, max, answered, indicators } = props;
  const complete = answered === indicators;
  const progress = complete
    ? t('walk.progress.complete')
    : answered === 0
      ? t('walk.progress.none')
      : t('walk.progress.some', { answered, indicators });
  const words = [
    points === null ? t('walk.pointsUnknown', { max }) : t('walk.points', { points, max }),
    progress,
    ...(props.provisional ? [provisionalText.toLocaleLowerCase('vi')] : []),
  ];
  return (
    <li>
      <Link href={props.href} className={classes.task} aria-current={props.current ? 'page' : undefined}>
        <span className={classes.taskNumber}>{props.number}</span>
        <span>
          <span className={classes.taskName}>{props.name}</span>{' '}
          <span className={classes.taskState}>
            {words.join(' · ')}
            {complete && points === 0 && <strong className={classes.taskFault}>{t('walk.atZero')}</strong>}
            {props.refused && <strong className={classes.taskFault}>{t('walk.refused')}</strong>}
          </span>
        </span>
      </Link>
    </li>
  );
});
