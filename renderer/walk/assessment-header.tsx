import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { placeText } from '../../criteria/unit.ts';
import { AssessorButton } from '../assessors/assessor-button.tsx';
import { Mark, ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { SearchButton } from '../keys/search-button.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { UndoButtons } from '../undo/undo-buttons.tsx';
import { numberText, passText, reasonText } from '../wording.ts';
import classes from './assessment-header.module.css';
import { SaveNotice } from './save-notice.tsx';
import { ScoreAnnouncement } from './score-announcement.tsx';
import { ScoreBar } from './score-bar.tsx';

/** Stays in sight: whose assessment this is, how it stands and why, and whether it is saved. */
export function AssessmentHeader() {
  return (
    <header className={classes.header}>
      <Identity />
      <Standing />
    </header>
  );
}

function Identity() {
  const { t } = useTranslation();
  const { id, unit, year, status } = useSessionState((state) => state.assessment);
  const place = placeText(unit);
  return (
    <div className={`${classes.line} ${classes.identity}`}>
      <Link href={paths.list()} className={classes.back}>
        {t('program.home')}
      </Link>
      <p className={classes.unit} title={`${unit.name}, ${t('walk.where', { place, year })}`}>
        <span className={classes.place}>
          <strong>{unit.name}</strong> <span>{place}</span>
        </span>
        <span className={classes.year}>{t('walk.inYear', { year })}</span>
      </p>
      <StatusMark status={status} />
      <div className={classes.tools}>
        <UndoButtons />
        <SearchButton />
        <span className={classes.assessor}>
          <AssessorButton />
        </span>
        <Button component={Link} href={paths.check(id)} size="xs" variant="default">
          {t('walk.checkLink')}
        </Button>
      </div>
    </div>
  );
}

// Apart from the rest, because it changes with every key press.
function Standing() {
  const { t } = useTranslation();
  const readOnly = useSessionState((state) => state.readOnly !== null);
  const { set, scorecard } = useSessionState((state) => state.copy);
  const { total, max, threshold, verdict } = scorecard;
  return (
    <div className={`${classes.line} ${classes.result}`}>
      <section className={classes.total} aria-label={t('walk.total')}>
        <strong>{t('points.ofMax', { points: numberText(total), max: numberText(max) })}</strong>{' '}
        <span>{t('walk.barTick', { threshold: numberText(threshold) })}</span>
      </section>
      <ScoreBar total={total} threshold={threshold} max={max} />
      <VerdictMark verdict={verdict} />
      {scorecard.provisional && <ProvisionalMark />}
      <p className={classes.reason}>{whyText(t, set, scorecard)}</p>
      <ScoreAnnouncement />
      {readOnly ? <Mark tone="provisional">{t('status.readOnly')}</Mark> : <SaveNotice />}
    </div>
  );
}

/** The verdict's reason in one sentence. Which indicators are open, the task list says. */
function whyText(t: TFunction, set: CriteriaSet, scorecard: Scorecard): string {
  const [first, ...others] = scorecard.reasons;
  if (first === undefined) return passText(set, scorecard);
  const text =
    first.code === 'unanswered' ? t('tasks.missing', { n: first.indicators.length }) : reasonText(set, first);
  return others.length === 0 ? text : t('tasks.moreReasons', { first: text, n: others.length });
}
