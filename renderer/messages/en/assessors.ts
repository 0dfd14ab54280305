/** Texts about who is working. */
export const assessors = {
  title: 'Who is working?',
  known: 'People who have worked on this machine',
  other: 'Somebody else',
  name: 'Your full name',
  nameHint: 'As on the list of the assessment team, for example: Nguyễn Văn An',
  nameFault: 'Give a name with at least one letter and at most 100 characters',
  about:
    'This name is written into the history beside every change, so that it is known who entered what. The program asks for no password, so a name does not prove who somebody is.',
  start: 'Start working',
  cancel: 'Cancel',
  remove: 'Remove',
  removeOf: 'Remove {{name}} from the list',
  removed: 'Removed {{name}} from the list. What this person entered keeps the name.',
  change: 'Working now: {{name}}. Press to change',
  nobody: 'nobody named',
  notKept: 'The list of names could not be written',
  notKeptWay:
    'You can go on working and every change still carries the right name; only the list of names may not be right at the next start.',
  close: 'Close',
} as const;
