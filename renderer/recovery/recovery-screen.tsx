import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch } from 'wouter';
import { UnknownPage } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { paths, routes } from '../paths.ts';
import { BackupPage } from './backup-page.tsx';
import { BackupsPage } from './backups-page.tsx';
import { OverviewPage } from './overview-page.tsx';

/** Everything about backups: how they stand, those of one assessment, and one of them to look at. */
export default function RecoveryScreen() {
  return (
    <Switch>
      <Route path={routes.recovery}>
        <Page>
          <OverviewPage />
        </Page>
      </Route>
      <Route path={routes.backups}>
        {({ id }) => (
          <Page key={id} inside>
            <BackupsPage id={id} />
          </Page>
        )}
      </Route>
      <Route path={routes.backup}>
        {({ id, file }) => (
          <Page key={file} inside>
            <BackupPage id={id} file={file} />
          </Page>
        )}
      </Route>
      <Route component={UnknownPage} />
    </Switch>
  );
}

interface PageProps {
  /** True below the overview, which it then leads back to. */
  readonly inside?: boolean;
  readonly children: ReactNode;
}

function Page({ inside = false, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
        {inside && <Link href={paths.recovery()}>{t('recovery.title')}</Link>}
      </nav>
      {children}
    </main>
  );
}
