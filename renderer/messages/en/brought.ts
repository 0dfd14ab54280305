export const brought = {
  title: 'Figures of {{year}}',
  all: 'Bring the figures of {{year}} over (unconfirmed)',
  explain:
    'Answers of {{year}} that fit what is still empty: {{n}}. A figure that is brought over stands in its field for comparison. It is no answer and gives no points until you confirm it, confirm its whole criterion, or enter a new figure.',
  draft: 'The assessment of {{year}} is not final, so its figures may still change.',
  waitingInAll:
    'Figures brought over from {{year}} that wait to be confirmed: {{n}}, in criteria {{criteria}}.',
  waitingInAll_one:
    'Figures brought over from {{year}} that wait to be confirmed: {{n}}, in criterion {{criteria}}.',
  here: 'Bring the figures of {{year}} over',
  waiting: 'Figures brought over from {{year}} that wait to be confirmed and give no points yet: {{n}}.',
  confirmHere: 'Confirm the whole criterion (figures: {{n}})',
  result: 'No points yet, because a figure is not confirmed',
  resultCheck: 'No points yet, because the answer is not confirmed',
  mark: 'unconfirmed',
  figure: 'Figure brought over from {{year}}',
  check: 'Brought over from {{year}}: {{answer}}',
  confirm: 'Confirm',
  confirmOf: 'Confirm {{value}}: {{label}}',
  dismiss: 'Dismiss',
  dismissOf: 'Dismiss {{value}}: {{label}}',
  stays: 'It cannot be confirmed yet: {{reason}}.',
} as const;
