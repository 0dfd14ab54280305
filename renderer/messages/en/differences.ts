/** The texts of the tables that put a state of an assessment beside what is there now. */
export const differences = {
  caption: 'What differs from the assessment as it is now',
  count: 'Differences: {{n}}.',
  subject: 'Figures, notes, evidence',
  now: 'Now',
  points: 'Points by criterion',
  criterion: 'Criterion',
  total: 'Total points',
  different: 'differs',
  note: 'Note on indicator {{id}}',
  noNote: 'no note',
  evidence: 'Evidence for indicator {{id}}',
  noEvidence: 'no evidence',
  unconfirmed: '{{answer}} (brought over from {{year}}, not confirmed)',
  beginning: '{{text}}…',
  length: '({{n}} characters in all)',
  unknownAnswer: 'Figure “{{id}}”',
} as const;
