import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Diagnosis } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { ShowPlace } from '../desktop/show-place.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { useLoaded } from '../frame/use-loaded.ts';
import { paths } from '../paths.ts';
import classes from './about.module.css';
import { DiagnosisText } from './diagnosis-text.tsx';

/** What the program is and runs as, where its data lies, and what helps whoever has to help. */
export default function AboutScreen() {
  const { t } = useTranslation();
  const { loaded, again } = useLoaded(() => callApi('app.diagnosis', {}), 'diagnosis');
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
      </nav>
      <ScreenHeading title={t('about.title')} />
      <p>{t('about.intro')}</p>
      {loaded.state === 'loading' && <p role="status">{t('about.loading')}</p>}
      {loaded.state === 'failed' && (
        <FailureNotice title={t('about.failed')} message={loaded.error.message} onRetry={again} />
      )}
      {loaded.state === 'ready' && <Facts diagnosis={loaded.value} />}
      <Part title={t('about.licence')}>
        <p>{t('about.licenceText')}</p>
      </Part>
    </main>
  );
}

function Facts({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { t } = useTranslation();
  const { versions, dataFolder, logFolder, text } = diagnosis;
  return (
    <>
      <Part title={t('about.versions')}>
        <dl className={classes.facts}>
          <dt>{t('about.program')}</dt>
          <dd>{versions.program}</dd>
          {versions.parts.map(({ name, version }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
          <dt>{t('about.system')}</dt>
          <dd>{versions.system}</dd>
        </dl>
      </Part>
      <Part title={t('about.folders')}>
        <dl className={classes.facts}>
          <dt>{t('about.data')}</dt>
          <dd className={classes.place}>
            {dataFolder} <ShowPlace place="data" />
          </dd>
          <dt>{t('about.logs')}</dt>
          <dd className={classes.place}>
            {logFolder} <ShowPlace place="logs" />
          </dd>
        </dl>
        <p>{t('about.update')}</p>
      </Part>
      <DiagnosisText text={text} />
    </>
  );
}
