import { Route, Switch } from 'wouter';
import { UnknownPage } from '../frame/failure.tsx';
import { routes } from '../paths.ts';
import { DraftScreen } from './correcting/draft-screen.tsx';
import { RuleScreen } from './correcting/rule-screen.tsx';
import { ImportScreen } from './files/import-screen.tsx';
import { GeneralScreen } from './general/general-screen.tsx';
import { MovingScreen } from './moving/moving-screen.tsx';
import { SetScreen } from './reading/set-screen.tsx';
import { SetsScreen } from './reading/sets-screen.tsx';

/** Every screen that reads, confirms, corrects or exchanges criteria sets. */
export function RoomScreens() {
  return (
    <Switch>
      <Route path={routes.rules} component={SetsScreen} />
      <Route path={routes.importSet} component={ImportScreen} />
      <Route path={routes.draft}>{({ id }) => <DraftScreen key={id} id={id} />}</Route>
      <Route path={routes.draftRule}>
        {({ id, rule }) => <RuleScreen key={`${id} ${rule}`} id={id} rule={decodeURIComponent(rule)} />}
      </Route>
      <Route path={routes.draftGeneral}>{({ id, part }) => <GeneralScreen id={id} part={part} />}</Route>
      <Route path={routes.movingTo}>
        {({ id, version }) => <MovingScreen to={{ id, version: Number(version) }} />}
      </Route>
      <Route path={routes.ruleSet}>
        {({ id, version }) => <SetScreen key={`${id} ${version}`} id={id} version={Number(version)} />}
      </Route>
      <Route component={UnknownPage} />
    </Switch>
  );
}
