/** The short marks of an assessment: its status, its points, what of them is provisional. */
export const status = { draft: 'Draft', final: 'Final', readOnly: 'View only' } as const;

export const points = {
  ofMax: '{{points}}/{{max}}',
  threshold: 'minimum {{threshold}}',
} as const;

export const provisional = {
  notice:
    'Points are provisional for now: {{confirmed}} of {{total}} scoring rules have been compared with {{legalBasis}}.',
  explain:
    'The other rules are stand-ins of the program, so that the set is complete and can be calculated. Do not use this result as an official conclusion before it has been compared with the text of the decision.',
  confirm: 'Confirm them against the decision',
  details: 'See each criterion',
  criterion: 'Criterion',
  confirmed: 'Rules compared',
  provisional: 'Provisional rules',
  general: 'General rules (kinds of units, minimum points, conditions of recognition)',
  ofAll: '{{n}}/{{total}}',
} as const;
