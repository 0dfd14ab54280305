/** The texts about checking a printed scorecard and taking its figures over. */
export const sheets = {
  title: 'Check a scorecard',
  intro:
    'Choose the PDF file of a scorecard to learn whether its content is still as the program printed it, and to take its figures over if you need them. The file is only read on this machine and sent nowhere.',
  choose: 'Choose PDF files…',
  otherWays:
    'or drag files onto this page, or paste files that you copied (Ctrl+V). Several can be chosen at once.',
  drop: 'Let go to check the files',
  files: 'Chosen files',
  waiting: 'waiting',
  progress: '{{done}}/{{total}} files checked.',
  checking: 'Checking {{file}}…',
  notChecked: 'not checked',
  failedTitle: '{{file}} could not be checked',
  tooLarge:
    'The file has {{size}}, more than {{limit}}, and was not read. A scorecard of the program is much smaller; see whether it is the right file.',
  unreadable:
    'The file could not be read. It may have been changed, moved or deleted after it was chosen, or the drive was pulled out. Choose it again.',
  verdict: {
    genuine: 'A scorecard as the program printed it',
    unchecked: 'Its pages could not be checked',
    altered: 'Altered',
    not_ours: 'Not recognised as a scorecard of the program',
  },
  meaning: {
    genuine: 'Nothing was found that differs from what the program printed.',
    altered:
      'The content of the file is no longer what the program printed. Do not use its figures; ask for the original file.',
  },
  /** Behind the reason. */
  uncheckedMeaning:
    'What is attached inside the file is whole, but whether what stands on the pages was altered is not known.',
  proof:
    'This tells whether the content was changed after printing; it does not take the place of signature and seal.',
  remarks: 'Worth knowing',
  differences: {
    title: 'What does not agree',
    none: 'No single place can be named.',
    count: 'Places that do not agree: {{n}}.',
    pages: 'Pages of the table of what does not agree',
    message: 'What does not agree',
    expected: 'Should be',
    found: 'In the file',
    nothing: 'nothing',
  },
  summary: {
    title: 'This scorecard',
    titleAttached: 'By the figures attached inside the file',
    unit: 'Unit',
    year: 'Year of assessment',
    status: 'Status',
    revision: 'revision {{revision}}',
    total: 'Total points',
    verdict: 'Verdict',
    date: 'Date of the scorecard',
    printedBy: 'Printed by',
    version: 'version {{version}} of the program',
    code: 'Check code',
  },
  paper: {
    title: 'Compared with paper',
    label: 'Check code on the paper',
    hint: '16 digits and letters a–f printed on the paper. With or without spaces, in capitals or small letters.',
    nothing: 'Type the code printed on the paper to learn whether it was printed from this file.',
    incomplete: 'It agrees so far; characters still missing: {{n}}.',
    same: 'The same: the paper carries the check code of this file.',
    different:
      'Different from group {{group}} on. If you typed it correctly, the paper was not printed from this file.',
    strange: 'A code has only digits 0–9 and letters a–f, no “{{character}}”. Look again.',
  },
  import: {
    title: 'Take the figures of this scorecard over',
    use: {
      draft: 'Take over as a draft of {{year}}',
      last_year: 'Keep as last year’s figures',
    },
    does: {
      draft:
        'The figures, notes and evidence go into a draft of {{year}} on this machine, to be changed and finalised here.',
      last_year:
        'The assessment of {{year}} is kept as it was finalised. When later years are assessed, the figures of {{year}} stand beside each field to compare with.',
    },
    impossible: 'This cannot be done:',
    preview: 'Preview',
    previewOf: 'Preview: {{use}}',
    previewFailed: 'There is no preview yet',
    offered: 'In the PDF file',
    fresh: {
      draft:
        'There is no assessment {{assessment}} on this machine yet. A new draft is created; figures: {{answers}}, notes: {{notes}}.',
      last_year:
        'There is no assessment {{assessment}} on this machine yet. It is added as final; figures: {{answers}}, notes: {{notes}}.',
    },
    replaces:
      'The assessment {{assessment}} is on this machine already. Its figures, notes and evidence will give way to what is in the file.',
    same: 'Figures, notes and evidence are the same.',
    changesNothing:
      'The assessment {{assessment}} on this machine already has what is in the file, so there is nothing to take over.',
    confirm: {
      title: 'Replace the figures of {{assessment}}?',
      text: 'The figures, notes and evidence become what is in the PDF file. Places that differ from now: {{n}}.',
      kept: 'The state of now is backed up first, so that it can be restored in Backup and recovery.',
      cancel: 'Cancel',
      confirm: 'Replace the figures',
    },
    busy: 'Taking over…',
    done: {
      draft: 'Taken over into the draft',
      last_year: 'Kept as last year’s figures',
    },
    doneText: {
      draft: 'The assessment {{assessment}} now has the figures, notes and evidence of the file {{file}}.',
      last_year: 'The assessment {{assessment}} is kept as it was finalised in the file {{file}}.',
    },
    open: 'Open the assessment',
    failed: 'Not taken over; nothing was changed',
    unknown: 'Whether it was taken over is not known',
    unknownWay:
      'The file was checked again; the preview shows how the assessment on this machine stands now.',
    conflictWay: 'The file was checked and compared again; look at the preview before you take it over.',
    unsaved:
      'The assessment of this unit has changes in this window that are unsaved or refused. Open it, mend or save those places, then take the figures over.',
  },
} as const;
