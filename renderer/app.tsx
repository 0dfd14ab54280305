import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { AssessorScreen, AssessorTrouble } from './assessors/assessor-screen.tsx';
import { useWorking } from './assessors/working.ts';
import { AfterCrash } from './frame/after-crash.tsx';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { DeadEnd, UnknownPage } from './frame/failure.tsx';
import classes from './frame/frame.module.css';
import { CommonKeys, ProgramKeys } from './keys/program-keys.tsx';
import { ListScreen } from './list/list-screen.tsx';
import { useListStore } from './list/list-store.ts';
import { routes } from './paths.ts';
import { useColourScheme } from './preferences/preferences.ts';
import { loadProgram, useProgram } from './program.ts';
import { RestoreElsewhere } from './recovery/restore-outcome.tsx';
import { theme } from './theme.ts';

const importNewAssessment = () => import('./new-assessment/new-assessment-screen.tsx');
const importAssessment = () => import('./walk/assessment-screen.tsx');
const importRecovery = () => import('./recovery/recovery-screen.tsx');
const importPrinting = () => import('./printing/printing-screen.tsx');
const importOffice = () => import('./office/office-screen.tsx');
const importRules = () => import('./rules/rules-screen.tsx');
const importAbout = () => import('./about/about-screen.tsx');
const importSheets = () => import('./sheets/sheets-screen.tsx');
const NewAssessmentScreen = lazy(importNewAssessment);
const AssessmentScreen = lazy(importAssessment);
const RecoveryScreen = lazy(importRecovery);
const SheetsScreen = lazy(importSheets);
const PrintingScreen = lazy(importPrinting);
const OfficeScreen = lazy(importOffice);
const RulesScreen = lazy(importRules);
const AboutScreen = lazy(importAbout);

export function App() {
  const colours = useColourScheme();
  return (
    // NOTE: the style variables come from `installTheme`, so the library writes no style elements.
    <MantineProvider
      theme={theme}
      defaultColorScheme={colours}
      forceColorScheme={colours}
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
  const somebodyWorks = useWorking((state) => state.name !== null);
  const [location] = useLocation();
  const listRead = useListStore((state) => state.list !== null);
  const firstScreen = program.state === 'ready' && (location !== routes.list || listRead);
  useEffect(() => {
    if (!firstScreen) return;
    // The other screens are fetched once the first one is there and can be used.
    const idle = requestIdleCallback(
      () =>
        void Promise.all([
          importAssessment(),
          importNewAssessment(),
          importRecovery(),
          importSheets(),
          importPrinting(),
          importOffice(),
          importRules(),
          importAbout(),
        ]),
    );
    return () => cancelIdleCallback(idle);
  }, [firstScreen]);

  if (program.state === 'loading') return <Loading />;
  if (program.state === 'failed') {
    return (
      <DeadEnd title={t('program.name')} message={program.error.message} onRetry={() => void loadProgram()} />
    );
  }
  if (!somebodyWorks) {
    return (
      <>
        <CommonKeys />
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path={routes.about} component={AboutScreen} />
            <Route component={AssessorScreen} />
          </Switch>
        </Suspense>
      </>
    );
  }
  return (
    <>
      <CommonKeys />
      <ProgramKeys />
      <AssessorTrouble />
      <AfterCrash />
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
          <Route path={`${routes.rules}/*?`} component={RulesScreen} />
          <Route path={routes.about} component={AboutScreen} />
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
