import { useTranslation } from 'react-i18next';
import type { RecoveryOverview } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { useLoaded } from '../frame/use-loaded.ts';
import { BackedUpAssessments } from './backed-up-assessments.tsx';
import { RecoveredFiles } from './recovered-files.tsx';
import { SecondFolderPart } from './second-folder.tsx';
import { StorageTroubles } from './storage-troubles.tsx';
import { TroubledFiles } from './troubled-files.tsx';

/** What is not as it should be in the data folder, what was recovered, and how the backups stand. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { loaded, again, replace } = useLoaded(() => callApi('recovery.overview', {}), 'overview');
  return (
    <>
      <ScreenHeading title={t('recovery.title')} />
      <p>{t('recovery.intro')}</p>
      {loaded.state === 'loading' && <p role="status">{t('recovery.loading')}</p>}
      {loaded.state === 'failed' && (
        <FailureNotice title={t('recovery.failed')} message={loaded.error.message} onRetry={again} />
      )}
      {loaded.state === 'ready' && (
        <>
          <StorageTroubles troubles={loaded.value.troubles} about={['lock', 'update', 'settings', 'clock']} />
          <TroubledFiles overview={loaded.value} onAgain={again} />
          <RecoveredFiles recovered={loaded.value.recovered} />
          <BackupsPart overview={loaded.value} />
          <SecondFolderPart overview={loaded.value} onChanged={replace} onCopied={again} />
          <BackedUpAssessments assessments={loaded.value.assessments} />
        </>
      )}
    </>
  );
}

function BackupsPart({ overview }: { readonly overview: RecoveryOverview }) {
  const { t } = useTranslation();
  const { troubles, assessments } = overview;
  const well = troubles.every(({ about }) => about !== 'backups');
  return (
    <Part title={t('recovery.backups.title')}>
      <StorageTroubles troubles={troubles} about={['backups']} />
      {well && <p>{t(assessments.length === 0 ? 'recovery.backups.nothing' : 'recovery.backups.well')}</p>}
    </Part>
  );
}
