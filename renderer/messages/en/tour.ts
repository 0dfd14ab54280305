/** The texts of the tour of the criteria room. */
export const tour = {
  title: 'Trying it out',
  intro:
    'This is the criteria room with an example set and four made-up villages. All that is done here is only to try: nothing is written to this machine, and it is gone when you leave.',
  step: {
    confirm: 'Open the example set and confirm a rule.',
    break:
      'Correct the indicator “{{indicator}}”: give it another maximum and see where that is pointed out.',
    effect:
      'Give it its maximum back; at level {{level}} put the rate {{rate}} and {{points}} points, and see which village gains, loses or changes its verdict.',
    accept: 'Note the article that was read, and publish the new version.',
  },
  done: 'Done',
  progress: '{{n}} of {{total}} things tried. Next:',
  all: 'See all {{n}} things',
  finished: 'All {{n}} things were tried. You can leave the tour and work with the real criteria.',
  leave: 'Leave the tour',
  notHere: 'The tour has no such thing; try it in the real criteria room',
  changedElsewhere: 'Something else has just changed; load again and try again',
} as const;
