import { Route, Switch } from 'wouter';
import { routes } from '../paths.ts';
import { RoomScreens } from './room-screens.tsx';
import { TourScreen } from './tour/tour-screen.tsx';

/** The criteria room, and the same room over a fictional set to try everything on. */
export default function RulesScreen() {
  return (
    <Switch>
      <Route path={routes.tour} nest>
        <TourScreen />
      </Route>
      <Route>
        <RoomScreens />
      </Route>
    </Switch>
  );
}
