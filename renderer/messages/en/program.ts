/** The texts about the program itself: its frame, its dead ends, lists of many pages. */
export const program = {
  name: 'Child-friendly communes',
  title: '{{page}} – Child-friendly communes',
  within: '{{page}} – {{within}}',
  loading: 'Opening…',
  home: 'List of assessments',
  foot: 'Version {{version}}. The data lies in {{folder}}',
} as const;

export const frame = { way: 'Way back' } as const;

export const failure = {
  retry: 'Try again',
  unreachable:
    'The program cannot be reached. If the command line window was closed, open the program again and open the new address in this same browser; do not close a page that has unsaved changes.',
  sessionEnded:
    'The session has ended. Open the new address shown in the command line window, in this same browser; do not close a page that has unsaved changes.',
  strangeAnswer: 'The program answered in an unexpected form. Close the program and open it again.',
  desktopSilent: 'The inner part of the program does not answer. Close the program and open it again.',
  crashTitle: 'This screen failed',
  crashText:
    'The program met a fault that nobody foresaw and cannot show this screen. All saved figures are safe in the data folder.',
  crashDetail: 'Details for whoever supports you: {{detail}}',
  reloadedTitle: 'The page was opened again after a failure',
  reloadedText:
    'All saved figures are still there. What stood half typed or refused in a field could not be kept; please look at that field again.',
  reloadedClose: 'Understood',
  reload: 'Open the program again',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address that was opened belongs to no page of the program.',
  noAssessmentTitle: 'There is no such assessment',
  openFailedTitle: 'The assessment could not be opened',
  noCriterionTitle: 'There is no such criterion',
  noCriterionText: 'The criteria set of this assessment has no criterion with the number “{{id}}”.',
  backToList: 'Back to the list of assessments',
  backToAssessment: 'Back to the assessment',
} as const;

export const pages = {
  range: 'Lines {{from}}–{{to}} of {{total}}',
  page: 'Page {{page}}',
  previous: 'Previous page',
  next: 'Next page',
} as const;
