/** The texts of the overview of an assessment. */
export const overview = {
  unit: 'Unit',
  code: 'Code of the unit',
  class: 'Class',
  classLine: '{{label}} (minimum points {{threshold}})',
  criteriaSet: 'Criteria set',
  criteriaSetLine: '{{legalBasis}}, version {{version}}',
  newer: {
    title: 'This assessment goes by version {{version}} of the criteria set',
    text: 'New assessments now use version {{current}}. This one stands by its own; to score it by the new version, look at what differs and move it.',
    textFinal:
      'New assessments now use version {{current}}. A final assessment stays as it is; to score it by the new version, reopen it first and then move it.',
    otherTitle: 'This assessment goes by {{set}}',
    otherText: 'New assessments now use {{current}}. This one stands by its own criteria set.',
    link: 'See what differs, and move it',
    linkFinal: 'See what it would be',
  },
  start: 'Begin with criterion {{id}}',
  continue: 'Go on with criterion {{id}}',
  verdict: 'Verdict now',
  log: 'Log of the assessment',
  event: {
    created: '{{at}}: Created',
    finalised: '{{at}}: Finalised as revision {{revision}}',
    reopened: '{{at}}: Reopened towards revision {{revision}}. Reason: {{reason}}',
    reopenedWithoutReason: '{{at}}: Reopened towards revision {{revision}}',
    imported: {
      draft:
        '{{at}}: Figures, notes and evidence taken from a scorecard PDF of {{date}} ({{status}}, revision {{revision}}), check code {{code}}',
      last_year:
        '{{at}}: Scorecard PDF of {{date}} ({{status}}, revision {{revision}}) kept as last year’s figures, check code {{code}}',
    },
    moved: '{{at}}: Moved from version {{from}} to version {{to}} of the criteria set',
    movedElsewhere: '{{at}}: Moved from criteria set {{fromId}} version {{from}} to {{toId}} version {{to}}',
    restored: {
      damaged: '{{at}}: The file was damaged; a backup saved at {{savedAt}} was brought back',
      outdated:
        '{{at}}: The file had been replaced by another, older one; a backup saved at {{savedAt}} was brought back',
      lost: '{{at}}: The assessment was lost or unreadable; all of it was restored from a backup saved at {{savedAt}}',
      chosen: '{{at}}: Figures, notes and evidence restored from a backup saved at {{savedAt}}',
    },
  },
} as const;
