import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation, useRoute } from 'wouter';
import type { ApiError } from '../../electron/api.ts';
import { CheckPage } from '../check/check-page.tsx';
import { useRefusedDrops } from '../evidence/use-refused-drops.ts';
import { DeadEnd, UnknownPage } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { WithinContext } from '../frame/screen.tsx';
import { AssessmentKeys } from '../keys/assessment-keys.tsx';
import { PrintingDialog } from '../paper/printing-dialog.tsx';
import { paths, routes } from '../paths.ts';
import { RevisionsPage } from '../revisions/revisions-page.tsx';
import { SessionProvider, useOpening, useSession, useSessionState } from '../session/use-session.ts';
import { AssessmentHeader } from './assessment-header.tsx';
import { CriterionPage } from './criterion-page.tsx';
import { FinalNotice } from './final-notice.tsx';
import { Overview } from './overview.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';
import { TaskList } from './task-list.tsx';
import classes from './walk.module.css';

/** Every page of one assessment: the header above, and beside all but the overview, which is one, the task list. */
export default function AssessmentScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { opening, again } = useOpening(id);
  switch (opening.state) {
    case 'loading':
      return (
        <main className={frame.narrow} aria-busy="true">
          <p>{t('program.loading')}</p>
        </main>
      );
    case 'failed':
      return <NotOpened id={id} error={opening.error} onRetry={again} />;
    case 'ready':
      return (
        <SessionProvider value={opening.session}>
          <Walk />
        </SessionProvider>
      );
  }
}

interface NotOpenedProps {
  readonly id: string;
  readonly error: ApiError;
  readonly onRetry: () => void;
}

function NotOpened({ id, error, onRetry }: NotOpenedProps) {
  const { t } = useTranslation();
  if (error.code === 'invalid_request')
    return <DeadEnd title={t('failure.noAssessmentTitle')} message={error.message} />;
  return error.code === 'not_found' ? (
    <DeadEnd title={t('failure.noAssessmentTitle')} message={error.message}>
      <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
    </DeadEnd>
  ) : (
    <DeadEnd title={t('failure.openFailedTitle')} message={error.message} onRetry={onRetry}>
      <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
    </DeadEnd>
  );
}

function Walk() {
  const session = useSession();
  const [location] = useLocation();
  const [isOverview] = useRoute(routes.assessment);
  const { t } = useTranslation();
  useRefusedDrops();
  const { unit, year } = useSessionState(({ assessment }) => assessment);
  // Leaving a page saves what waits, without the delay of typing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the location is the page being left
  useEffect(() => () => void session.flush(), [session, location]);
  return (
    <WithinContext value={t('walk.title', { unit: unit.name, year })}>
      <div className={classes.walk} data-alone={isOverview}>
        <AssessmentKeys />
        <PrintingDialog />
        <AssessmentHeader />
        {isOverview || <TaskList />}
        <Switch>
          <Route path={routes.assessment}>
            <Page>
              <Overview />
            </Page>
          </Route>
          <Route path={routes.criterion}>
            {({ criterionId, answerId }) => (
              <Page key={criterionId}>
                <CriterionPage criterionId={criterionId} answerId={answerId} />
              </Page>
            )}
          </Route>
          <Route path={routes.check}>
            <Page>
              <CheckPage />
            </Page>
          </Route>
          <Route path={routes.revisions}>
            <Page>
              <RevisionsPage />
            </Page>
          </Route>
          <Route component={UnknownPage} />
        </Switch>
      </div>
    </WithinContext>
  );
}

function Page({ children }: { readonly children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.pageContent}>
        <ReadOnlyNotice />
        <FinalNotice />
        {children}
      </div>
    </main>
  );
}
