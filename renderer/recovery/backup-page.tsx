import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { placeText } from '../../criteria/unit.ts';
import { numberText } from '../../criteria/wording.ts';
import { callApi } from '../api-client.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { exactTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { criteriaSet } from '../program.ts';
import { settleSession } from '../session/open-sessions.ts';
import { DifferenceTable } from './difference-table.tsx';
import { Part } from './part.tsx';
import { PointsTable } from './points-table.tsx';
import { loadPreview, obstacleOf, type Preview } from './preview.ts';
import classes from './recovery.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { useLoaded } from './use-loaded.ts';

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
  const [restored, setRestored] = useState(false);
  if (loaded.state === 'loading') return <p role="status">{t('recovery.loading')}</p>;
  if (loaded.state === 'failed') {
    return (
      <>
        <ScreenHeading title={t('recovery.preview.failed')} />
        <FailureNotice title={t('recovery.preview.failed')} message={loaded.error.message} onRetry={again} />
        <Link href={paths.backups(id)}>{t('recovery.preview.back')}</Link>
      </>
    );
  }
  const preview = loaded.value;
  if (restored) return <Restored preview={preview} />;
  return <PreviewOf file={file} preview={preview} onAgain={again} onRestored={() => setRestored(true)} />;
}

interface PreviewOfProps {
  readonly file: string;
  readonly preview: Preview;
  readonly onAgain: () => void;
  readonly onRestored: () => void;
}

function PreviewOf({ file, preview, onAgain, onRestored }: PreviewOfProps) {
  const { t } = useTranslation();
  const { assessment, summary } = preview.backup;
  const { id, unit, year, status } = assessment;
  return (
    <>
      <ScreenHeading
        title={t('recovery.preview.title', { assessment: t('walk.title', { unit: unit.name, year }) })}
      />
      <p>
        <Link href={paths.backups(id)}>{t('recovery.preview.back')}</Link>
      </p>
      <Part title={t('recovery.preview.state')}>
        <p>{t('walk.where', { place: `${unit.name}, ${placeText(unit)}`, year })}</p>
        <p>{t('recovery.preview.savedAt', { at: exactTimeText(assessment.updatedAt) })}</p>
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
      <Part title={t('recovery.preview.differences')}>
        <DifferenceTable preview={preview} />
      </Part>
      <Part title={t('recovery.preview.restoreTitle')}>
        <RestoreSection file={file} preview={preview} onAgain={onAgain} onRestored={onRestored} />
      </Part>
      <Part title={t('recovery.preview.points')}>
        <PointsTable preview={preview} />
      </Part>
    </>
  );
}

function RestoreSection({ file, preview, onAgain, onRestored }: PreviewOfProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const reasonId = useId();
  const obstacle = obstacleOf(preview);
  const { id } = preview.backup.assessment;
  if (obstacle !== null) {
    return (
      <>
        <p>{t(`recovery.preview.obstacle.${obstacle}`)}</p>
        {obstacle === 'unknown' ? (
          <Button variant="default" onClick={onAgain}>
            {t('failure.retry')}
          </Button>
        ) : (
          <p>
            <Link href={paths.assessment(id)}>{t('recovery.toAssessment')}</Link>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <p id={reasonId}>
        {t(preview.current.kind === 'lost' ? 'recovery.preview.readyWhole' : 'recovery.preview.ready')}
      </p>
      <Button variant="default" aria-describedby={reasonId} onClick={() => setAsking(true)}>
        {t('recovery.preview.restore')}
      </Button>
      {asking && (
        <RestoreDialog
          file={file}
          preview={preview}
          onClose={() => setAsking(false)}
          onAgain={onAgain}
          onRestored={onRestored}
        />
      )}
    </>
  );
}

function Restored({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { id, unit, year, updatedAt } = preview.backup.assessment;
  return (
    <>
      <ScreenHeading title={t('recovery.restored.title')} />
      <p>
        {t('recovery.restored.text', {
          assessment: t('walk.title', { unit: unit.name, year }),
          at: exactTimeText(updatedAt),
        })}
      </p>
      <div className={classes.actions}>
        <Button component={Link} href={paths.assessment(id)}>
          {t('recovery.toAssessment')}
        </Button>
        <Link href={paths.backups(id)}>{t('recovery.preview.back')}</Link>
      </div>
    </>
  );
}
