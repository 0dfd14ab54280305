import { useTranslation } from 'react-i18next';
import { callApi } from '../api-client.ts';
import { FailureNotice } from '../frame/failure.tsx';
import { Notice } from '../frame/notice.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { BackedUpAssessments } from './backed-up-assessments.tsx';
import { Part } from './part.tsx';
import { RecoveredFiles } from './recovered-files.tsx';
import { SecondFolderPart } from './second-folder.tsx';
import { TroubledFiles } from './troubled-files.tsx';
import { useLoaded } from './use-loaded.ts';

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
          {loaded.value.settingsTrouble !== null && (
            <Notice tone="bad" title={t('recovery.settingsTitle')}>
              <p>{sentence(loaded.value.settingsTrouble)}</p>
            </Notice>
          )}
          <TroubledFiles overview={loaded.value} />
          <RecoveredFiles recovered={loaded.value.recovered} onAcknowledged={again} />
          <Part title={t('recovery.backups.title')}>
            {loaded.value.trouble === null ? (
              <p>{t('recovery.backups.well')}</p>
            ) : (
              <Notice tone="bad">
                <p>
                  {t('recovery.backups.trouble')} {sentence(loaded.value.trouble)}
                </p>
              </Notice>
            )}
          </Part>
          <SecondFolderPart second={loaded.value.second} onChanged={replace} onCopied={again} />
          <BackedUpAssessments assessments={loaded.value.assessments} />
        </>
      )}
    </>
  );
}
