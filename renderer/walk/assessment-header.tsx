import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { placeText } from '../../criteria/unit.ts';
import { numberText, passText, reasonText } from '../../criteria/wording.ts';
import { Mark, ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { SaveNotice } from './save-notice.tsx';
import { ScoreAnnouncement } from './score-announcement.tsx';
import { ScoreBar } from './score-bar.tsx';
import classes from './walk.module.css';

/** Stays in sight: whose assessment this is, how it stands, and whether it is saved. */
export function AssessmentHeader() {
  const { t } = useTranslation();
  const { id, unit, year, status } = useSessionState((state) => state.assessment);
  const readOnly = useSessionState((state) => state.readOnly !== null);
  const { set, scorecard } = useSessionState((state) => state.copy);
  const { total, max, threshold, verdict, reasons } = scorecard;
  const first = reasons[0];
  return (
    <header className={classes.header}>
      <div className={`${classes.headerLine} ${classes.identity}`}>
        <Link href={paths.list()} className={classes.back}>
          {t('program.home')}
        </Link>
        <p className={classes.unit}>
          <strong>{unit.name}</strong> <span>{t('walk.where', { place: placeText(unit), year })}</span>
        </p>
        <StatusMark status={status} />
        {readOnly ? <Mark tone="provisional">{t('status.readOnly')}</Mark> : <SaveNotice />}
        <ScoreAnnouncement />
        <Button
          component={Link}
          href={paths.check(id)}
          className={classes.checkLink}
          size="xs"
          variant="default"
        >
          {t('walk.checkLink')}
        </Button>
      </div>
      <div className={classes.headerLine}>
        <section className={classes.total} aria-label={t('walk.total')}>
          <strong>{t('points.ofMax', { points: numberText(total), max: numberText(max) })}</strong>{' '}
          <span>{t('walk.barTick', { threshold: numberText(threshold) })}</span>
        </section>
        <ScoreBar total={total} threshold={threshold} max={max} />
        <VerdictMark verdict={verdict} />
        {scorecard.provisional && <ProvisionalMark />}
        <p className={classes.reason}>
          {first === undefined ? passText(set, scorecard) : reasonText(set, first)}
        </p>
      </div>
    </header>
  );
}
