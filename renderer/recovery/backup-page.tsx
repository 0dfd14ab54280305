import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import { placeText } from '../../criteria/unit.ts';
import { callApi } from '../api-client.ts';
import { DifferenceTable } from '../differences/difference-table.tsx';
import { PointsTable } from '../differences/points-table.tsx';
import { DeadEndInside } from '../frame/failure.tsx';
import { ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { exactTimeText } from '../frame/time.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { paths } from '../paths.ts';
import { criteriaSet } from '../program.ts';
import { settleSession } from '../session/open-sessions.ts';
import { localised, numberText } from '../wording.ts';
import { assessmentName } from './assessment-name.ts';
import { loadPreview, type Preview } from './preview.ts';
import classes from './recovery.module.css';
import { Restored, RestoreFailure } from './restore-outcome.tsx';
import { forgetToldRun, useRestoreRun } from './restore-run.ts';
import { RestoreSection } from './restore-section.tsx';

interface BackupPageProps {
  readonly id: string;
  readonly file: string;
}

/** One backup to look at, what differs from the assessment as it is, and the way to restore it. */
export function BackupPage({ id, file }: BackupPageProps) {
  const { t } = useTranslation();
  const { loaded, again } = useLoaded(
    () => loadPreview({ call: callApi, criteriaSet, settle: settleSession }, id, file),
    `${id}/${file}`,
  );
  const run = useRestoreRun((state) => (state.run?.file === file ? state.run : null));
  const outcome = run?.outcome ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever came of restoring, what was compared is out of date
  useEffect(() => {
    if (outcome !== null) again();
  }, [outcome]);
  useLayoutEffect(() => () => forgetToldRun(file), [file]);
  if (run !== null && outcome?.kind === 'restored') return <Restored run={run} />;
  const unitName = loaded.state === 'ready' ? loaded.value.backup.assessment.unit.name : null;
  const assessment = assessmentName(t, { id, unitName });
  return (
    <>
      {loaded.state !== 'failed' && (
        <ScreenHeading title={t('recovery.preview.title', { assessment })} focus={outcome === null} />
      )}
      {outcome !== null && <RestoreFailure outcome={outcome} />}
      {loaded.state === 'loading' && <p role="status">{t('recovery.loading')}</p>}
      {loaded.state === 'failed' && (
        <DeadEndInside
          title={t('recovery.preview.failed')}
          message={loaded.error.message}
          focus={outcome === null}
          onRetry={again}
          href={paths.backups(id)}
          back={t('recovery.preview.back')}
        />
      )}
      {loaded.state === 'ready' && <PreviewOf file={file} preview={loaded.value} onAgain={again} />}
    </>
  );
}

interface PreviewOfProps {
  readonly file: string;
  readonly preview: Preview;
  readonly onAgain: () => void;
}

function PreviewOf({ file, preview, onAgain }: PreviewOfProps) {
  const { t } = useTranslation();
  const { set, current } = preview;
  const { assessment, summary, takenAt } = preview.backup;
  const { id, unit, year, status } = assessment;
  return (
    <>
      <p>
        <Link href={paths.backups(id)}>{t('recovery.preview.back')}</Link>
      </p>
      <Part title={t('recovery.preview.state')}>
        <p>{t('walk.where', { place: `${unit.name}, ${placeText(unit)}`, year })}</p>
        <p>{t('recovery.preview.savedAt', { at: exactTimeText(assessment.updatedAt) })}</p>
        <p className={classes.quiet}>{t('recovery.preview.takenAt', { at: exactTimeText(takenAt) })}</p>
        <p className={classes.quiet}>
          {t('recovery.preview.rules', { set: localised(set.legalBasis), version: set.version })}
        </p>
        <p className={classes.marks}>
          <strong className={classes.figure}>
            {t('points.ofMax', { points: numberText(summary.total), max: numberText(summary.max) })}
          </strong>
          <span className={classes.quiet}>
            {t('points.threshold', { threshold: numberText(summary.threshold) })}
          </span>
          <VerdictMark verdict={summary.verdict} />
          <StatusMark status={status} />
          {summary.provisional && <ProvisionalMark />}
        </p>
      </Part>
      <Part title={t('recovery.preview.restoreTitle')}>
        <RestoreSection file={file} preview={preview} onAgain={onAgain} />
      </Part>
      <Part title={t('recovery.preview.differences')}>
        <Differences preview={preview} />
      </Part>
      <Part title={t('differences.points')}>
        <PointsTable
          set={set}
          nowSet={current.kind === 'readable' ? current.set : undefined}
          now={current.kind === 'readable' ? scorecardOf(current.set, current.assessment) : null}
          offered={scorecardOf(set, assessment)}
          offeredTitle={t('recovery.preview.kept')}
        />
      </Part>
    </>
  );
}

function Differences({ preview: { set, current } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  if (current.kind === 'readable') {
    return current.differences.length === 0 ? (
      <p>{t('recovery.preview.same')}</p>
    ) : (
      <DifferenceTable
        set={current.set}
        other={set}
        differences={current.differences}
        offered={t('recovery.preview.kept')}
      />
    );
  }
  return (
    <p>
      {current.kind === 'missing'
        ? t('recovery.preview.missing')
        : `${t('recovery.preview.unreadable')} ${sentence(current.message)}`}
    </p>
  );
}
