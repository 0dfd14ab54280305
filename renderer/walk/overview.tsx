import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { numberText, vi } from '../../criteria/wording.ts';
import { VerdictReasons } from '../check/verdict-reasons.tsx';
import { DocumentButtons } from '../documents/document-buttons.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { paths } from '../paths.ts';
import { isLocked } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';
import { logText } from './log-text.ts';
import classes from './walk.module.css';

/** The first page of an assessment: what it is about, how it stands, where to go on. */
export function Overview() {
  const { t } = useTranslation();
  const { id, unit, year, log, revision } = useSessionState((state) => state.assessment);
  const readOnly = useSessionState((state) => state.readOnly !== null);
  const locked = useSessionState(isLocked);
  const { set, scorecard } = useSessionState((state) => state.copy);
  const unitClass = set.unitClasses.find((candidate) => candidate.id === unit.class);
  const open = scorecard.criteria.find(({ complete }) => !complete);
  const untouched = scorecard.criteria.every(({ points }) => points === null);
  return (
    <>
      <ScreenHeading title={t('walk.title', { unit: unit.name, year })} />
      <section className={classes.card}>
        <h2>{t('overview.verdict')}</h2>
        <VerdictReasons />
        {!locked && open !== undefined && (
          <Button component={Link} href={paths.criterion(id, open.id)}>
            {t(untouched ? 'overview.start' : 'overview.continue', { id: open.id })}
          </Button>
        )}
      </section>
      <section className={classes.card}>
        <h2>{t('overview.unit')}</h2>
        <dl className={classes.facts}>
          <dt>{t('overview.code')}</dt>
          <dd>{unit.code}</dd>
          <dt>{t('overview.class')}</dt>
          <dd>
            {unitClass !== undefined &&
              t('overview.classLine', {
                label: vi(unitClass.wording),
                threshold: numberText(unitClass.threshold),
              })}
          </dd>
          <dt>{t('overview.criteriaSet')}</dt>
          <dd>{t('overview.criteriaSetLine', { legalBasis: vi(set.legalBasis), version: set.version })}</dd>
        </dl>
      </section>
      {!readOnly && (
        <section className={classes.card}>
          <h2>{t('documents.title')}</h2>
          <DocumentButtons key={revision} />
        </section>
      )}
      <section className={classes.card}>
        <h2>{t('overview.log')}</h2>
        <ol className={classes.log}>
          {log.map((entry) => (
            <li key={entry.at + entry.event}>{sentence(logText(t, entry))}</li>
          ))}
        </ol>
        <p>
          <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
        </p>
      </section>
    </>
  );
}
