import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BringOverAll } from '../brought/bring-over-all.tsx';
import { VerdictReasons } from '../check/verdict-reasons.tsx';
import { DocumentButtons } from '../documents/document-buttons.tsx';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { NotAsked } from '../history/not-asked.tsx';
import { NeedsPart } from '../needs/needs-part.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised, numberText } from '../wording.ts';
import { logText } from './log-text.ts';
import { NewerVersion } from './newer-version.tsx';
import classes from './overview.module.css';
import { OverviewTasks } from './overview-tasks.tsx';
import { OverviewWayOn } from './overview-way-on.tsx';
import { lawWords } from './set-lookup.ts';

/** The first page of an assessment: where to go on, what is done in each criterion, how it stands. */
export function Overview() {
  const { t } = useTranslation();
  const { unit, year, revision } = useSessionState((state) => state.assessment);
  const readOnly = useSessionState((state) => state.readOnly !== null);
  return (
    <>
      <ScreenHeading title={t('walk.title', { unit: unit.name, year })} />
      <OverviewWayOn />
      <NewerVersion />
      <BringOverAll />
      <div className={classes.columns}>
        <div className={classes.column}>
          <OverviewTasks />
          {!readOnly && (
            <Part title={t('documents.title')}>
              <DocumentButtons key={revision} />
            </Part>
          )}
        </div>
        <div className={classes.column}>
          <Part title={t('overview.verdict')}>
            <VerdictReasons />
          </Part>
          <NeedsPart />
          <UnitFacts />
          <NotAsked />
          <Log />
        </div>
      </div>
    </>
  );
}

function UnitFacts() {
  const { t } = useTranslation();
  const unit = useSessionState(({ assessment }) => assessment.unit);
  const set = useSessionState(({ copy }) => copy.set);
  const unitClass = set.unitClasses.find((candidate) => candidate.id === unit.class);
  return (
    <Part title={t('overview.unit')}>
      <dl className={classes.facts}>
        <dt>{t('overview.code')}</dt>
        <dd>{unit.code}</dd>
        <dt>{t('overview.class')}</dt>
        <dd>
          {unitClass !== undefined &&
            t('overview.classLine', {
              label: localised(lawWords(unitClass) ?? unitClass.label),
              threshold: numberText(unitClass.threshold),
            })}
        </dd>
        <dt>{t('overview.criteriaSet')}</dt>
        <dd>
          <Link href={paths.ruleSet({ id: set.id, version: set.version })}>
            {t('overview.criteriaSetLine', { legalBasis: localised(set.legalBasis), version: set.version })}
          </Link>
        </dd>
      </dl>
    </Part>
  );
}

function Log() {
  const { t } = useTranslation();
  const { id, log, finalised } = useSessionState(({ assessment }) => assessment);
  return (
    <Part title={t('overview.log')}>
      <ol className={classes.log}>
        {log.map((entry) => (
          <li key={entry.at + entry.event}>
            {entry.by === null
              ? sentence(logText(t, entry))
              : t('tasks.logBy', { text: sentence(logText(t, entry)), by: entry.by })}
          </li>
        ))}
      </ol>
      {finalised.length > 0 && (
        <p>
          <Link href={paths.revisions(id)}>{t('revisions.link')}</Link>
        </p>
      )}
      <p>
        <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
      </p>
    </Part>
  );
}
