/** The texts of the check before finalising. */
export const check = {
  title: 'Check before finalising',
  missingTitle: 'Figures still missing',
  missingNone: 'No figures are missing.',
  missingIntro: 'Indicators without all their figures: {{n}}. Follow a link to the field to fill in.',
  missingAndWaiting:
    'Indicators without all their figures: {{n}}; others that only wait to be confirmed, below: {{waiting}}. Follow a link to the field to fill in.',
  refusedTitle: 'Refused, not saved',
  zeroTitle: 'Criteria at 0 points',
  zeroNone: 'No criterion is at 0 points.',
  zeroText: 'One criterion at 0 points is enough not to be eligible, however high the total is.',
  provisionalTitle: 'Provisional rules',
  provisionalText:
    'The points of some indicators ({{n}}) rest on provisional rules that have not been compared with {{legalBasis}}: {{indicators}}. The scorecard says so, and a certificate carries the word “DỰ THẢO” (draft).',
  provisionalMaximum: 'The maximum points of criteria {{criteria}} are provisional as well.',
  provisionalMaximum_one: 'The maximum points of criterion {{criteria}} are provisional as well.',
  provisionalNone: 'There is no provisional rule in this assessment.',
  verdictTitle: 'Verdict',
  finaliseTitle: 'Finalise',
  finalise: 'Finalise',
  finaliseReady: 'All figures are there and saved: the assessment can be finalised.',
  finaliseBlocked: {
    incomplete: 'It cannot be finalised yet, because figures are missing.',
    refused: 'It cannot be finalised yet, because figures are refused.',
    longNote: 'It cannot be finalised yet, because a note is too long and not saved.',
    unsaved: 'It cannot be finalised yet, because changes are unsaved.',
  },
  confirmTitle: 'Finalise the assessment of {{unit}}?',
  confirmText:
    'After that, figures, notes and evidence cannot be changed. The result is kept with a check code that tells whether the assessment was altered. To change it later, it has to be reopened with a reason.',
  confirmVerdict: 'Verdict on finalising: {{verdict}}, {{total}}/{{max}} points.',
  confirm: 'Finalise this assessment',
  cancel: 'Cancel',
  finalised: 'The assessment was finalised at {{at}}.',
  failed: 'The assessment was not finalised',
} as const;
