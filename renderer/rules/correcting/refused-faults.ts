import type { SetFault } from '../../../criteria/set-faults.ts';
import type { RefusedTexts } from './draft-session.ts';

/** Texts that the set cannot hold, as faults of their places. Pure. */
export function refusedFaults(refused: RefusedTexts): readonly SetFault[] {
  return Object.entries(refused).map(([path, { message }]) => ({ path, message }));
}
