export const doubts = {
  rewardedZero: '“{{label}}” is 0, and this zero gives points.',
  jump: '“{{label}}” is {{now}}, and was {{before}} in {{year}}: a change of more than half.',
  allHundred: 'Every rate that should be high is exactly 100 % in this assessment.',
  ask: 'If that is so, write in the note why, or how it is known.',
  unusual: 'Worth a second look',
  explained: 'explained in a note',
} as const;
