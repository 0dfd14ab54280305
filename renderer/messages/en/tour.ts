/** The texts of the tour of the criteria room. */
export const tour = {
  title: 'Trying it out',
  intro:
    'This is the criteria room with an example set and four made-up villages. All that is done here is only to try: nothing is written to this machine, and it is gone when you leave.',
  step: {
    confirm: 'Open the example set and confirm a rule.',
    correct: 'Correct one band of an indicator.',
    break: 'Correct it wrongly, so that the points do not add up, and see where it is pointed out.',
    effect: 'Put it right and see which village gains or loses points.',
    accept: 'Note the article that was read, and publish the new version.',
  },
  done: 'Done',
  progress: '{{n}} of {{total}} things tried',
  finished: 'All {{n}} things were tried. You can leave the tour and work with the real criteria.',
  leave: 'Leave the tour',
  notHere: 'The tour has no such thing; try it in the real criteria room',
  changedElsewhere: 'Something else has just changed; load again and try again',
} as const;
