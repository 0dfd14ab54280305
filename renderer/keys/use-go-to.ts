import { useLocation, useRoute } from 'wouter';
import { focusHeading } from '../frame/screen.tsx';
import { paths, routes } from '../paths.ts';

/** Goes to an address, and to the field that it names also where one is there already. */
export function useGoTo(): (address: string) => void {
  const [location, navigate] = useLocation();
  const [, params] = useRoute(routes.criterion);
  return (address) => {
    if (address !== location) navigate(address);
    // NOTE: after the dialog is closed, which gives the focus back to where it came from.
    else if (params?.answerId === undefined) setTimeout(focusHeading);
    else {
      // NOTE: a field takes the focus when the address begins to name it, so the address has to be another one between.
      navigate(paths.criterion(params.id, params.criterionId), { replace: true });
      setTimeout(() => navigate(address, { replace: true }));
    }
  };
}
