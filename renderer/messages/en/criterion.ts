export const criterion = {
  enteredAt: '{{label}}: {{value}} (entered in criterion {{criterion}})',
  editAt: 'Change it in criterion {{criterion}}',
  viewAt: 'See it in criterion {{criterion}}',
  grounds: 'Note, evidence, history',
  groundsOf: 'of indicator {{id}}',
  groundsHeld: '({{held}})',
  hasNote: 'has a note',
  hasEvidence: 'evidence: {{n}}',
} as const;
