import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { DeadEnd, UnknownPage } from './frame/failure.tsx';
import classes from './frame/frame.module.css';
import { ListScreen } from './list/list-screen.tsx';
import { routes } from './paths.ts';
import { loadProgram, useProgram } from './program.ts';
import { RestoreElsewhere } from './recovery/restore-outcome.tsx';
import { theme } from './theme.ts';

const importNewAssessment = () => import('./new-assessment/new-assessment-screen.tsx');
const importAssessment = () => import('./walk/assessment-screen.tsx');
const importRecovery = () => import('./recovery/recovery-screen.tsx');
const importPrinting = () => import('./printing/printing-screen.tsx');
const importOffice = () => import('./office/office-screen.tsx');
const importSheets = () => import('./sheets/sheets-screen.tsx');
const NewAssessmentScreen = lazy(importNewAssessment);
const AssessmentScreen = lazy(importAssessment);
const RecoveryScreen = lazy(importRecovery);
const SheetsScreen = lazy(importSheets);
const PrintingScreen = lazy(importPrinting);
const OfficeScreen = lazy(importOffice);

export function App() {
  return (
    // NOTE: the style variables come from `installTheme`, so the library writes no style elements.
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Router hook={useHashLocation}>
        <ErrorBoundary>
          <Program />
        </ErrorBoundary>
      </Router>
    </MantineProvider>
  );
}

function Program() {
  const { t } = useTranslation();
  const program = useProgram((state) => state.program);
  useEffect(() => {
    // The other screens are fetched once the first one is there.
    if (program.state === 'ready')
      void Promise.all([
        importAssessment(),
        importNewAssessment(),
        importRecovery(),
        importSheets(),
        importPrinting(),
        importOffice(),
      ]);
  }, [program.state]);

  if (program.state === 'loading') return <Loading />;
  if (program.state === 'failed') {
    return (
      <DeadEnd title={t('program.name')} message={program.error.message} onRetry={() => void loadProgram()} />
    );
  }
  return (
    <>
      <RestoreElsewhere />
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path={routes.list} component={ListScreen} />
          <Route path={routes.newAssessment} component={NewAssessmentScreen} />
          <Route path={`${routes.assessment}/*?`}>{({ id }) => <AssessmentScreen key={id} id={id} />}</Route>
          <Route path={routes.sheets} component={SheetsScreen} />
          <Route path={`${routes.recovery}/*?`} component={RecoveryScreen} />
          <Route path={routes.printing} component={PrintingScreen} />
          <Route path={routes.office} component={OfficeScreen} />
          <Route component={UnknownPage} />
        </Switch>
      </Suspense>
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <main className={classes.narrow} aria-busy="true">
      <p>{t('program.loading')}</p>
    </main>
  );
}
