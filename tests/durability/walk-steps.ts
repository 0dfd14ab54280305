/** What can happen on a random walk, in any order. */
import fc from 'fast-check';
import { errorCodes } from './simulated-disk.ts';

export const codes = ['00001', '00002'];

const step = <Name extends string>(name: Name) => fc.constant(name);
const code = fc.constantFrom(...codes);
const window = fc.nat(1);
const nth = fc.nat(9_999);
/** How what other programs did to a file is found. */
const by = fc.constantFrom('opening' as const, 'listing' as const, 'a change' as const);

const steps = {
  create: fc.record({ step: step('create'), code }),
  open: fc.record({ step: step('open'), code, window }),
  type: fc.record({ step: step('type'), code, window, anew: fc.boolean(), value: fc.nat(999) }),
  tryAgain: fc.record({ step: step('try again'), code, window }),
  finalise: fc.record({ step: step('finalise'), code, window }),
  reopen: fc.record({ step: step('reopen'), code, window }),
  restore: fc.record({ step: step('restore'), code, nth }),
  list: fc.record({ step: step('list') }),
  backUp: fc.record({ step: step('back up') }),
  damage: fc.record({ step: step('damage'), code, nth, by }),
  oldCopy: fc.record({ step: step('put an old copy in place'), code, nth, by }),
  anotherState: fc.record({ step: step('put another state in place'), code, nth, by }),
  takeAway: fc.record({ step: step('take away'), code }),
  restart: fc.record({ step: step('restart') }),
  powerCut: fc.record({ step: step('power cut'), inCalls: fc.nat(40), way: fc.nat(100) }),
  failure: fc.record({
    step: step('failure'),
    inCalls: fc.nat(30),
    code: fc.constantFrom(...errorCodes),
    effect: fc.constantFrom('none' as const, 'half' as const, 'whole' as const),
    forEver: fc.boolean(),
  }),
  mend: fc.record({ step: step('mend') }),
};

export type Step = {
  [K in keyof typeof steps]: (typeof steps)[K] extends fc.Arbitrary<infer T> ? T : never;
}[keyof typeof steps];

export const walk = fc.array(
  fc.oneof(
    { arbitrary: steps.create, weight: 3 },
    { arbitrary: steps.type, weight: 10 },
    { arbitrary: steps.tryAgain, weight: 4 },
    ...Object.values(steps).map((arbitrary) => ({ arbitrary: arbitrary as fc.Arbitrary<Step>, weight: 2 })),
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
);
