export const needs = {
  title: 'What is needed to pass',
  meaning:
    'This is arithmetic by the criteria set, and no advice to change figures. Figures must be true; this is the level to reach in the next period.',
  way: 'Way {{n}}: {{gain}} points more, a total of {{total}}.',
  onlyWay: '{{gain}} points more, a total of {{total}}:',
  others: 'Show other ways ({{n}})',
  points: 'from {{from}} to {{to}} points',
  more: '{{change}} more in the next period (total of {{noun}}: {{target}})',
  atMost: 'at most {{target}} in the next period ({{noun}})',
  no: 'no {{noun}} at all in the next period',
  yes: 'in place in the next period',
  impossible: 'With the totals as they are there is no way to pass.',
  stuck: 'Still at 0 points however much all figures improve: criteria {{criteria}}.',
  stuck_one: 'Still at 0 points however much all figures improve: criterion {{criteria}}.',
  short: 'Even with every indicator at its best level, {{short}} points are missing.',
} as const;
