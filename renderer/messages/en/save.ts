/** The texts about saving. */
export const save = {
  saved: 'All changes saved at {{time}}',
  saving: 'Saving…',
  waiting: 'There are unsaved changes',
  refused: 'Some figures or notes are refused and not saved; the rest was saved at {{time}}',
  failed: 'Not saved yet: {{message}} Your changes are kept here and will be tried again.',
  retry: 'Try again now',
  conflict:
    '{{message}} Your changes are not saved but still on this screen. Press “Load the saved state” to bring them into the saved state, or to drop them.',
  conflictWay: 'Close this box, then press “Load the saved state” at the top of the page.',
  loadSaved: 'Load the saved state',
  loadSavedTitle: 'Load the saved state?',
  loadSavedText:
    'The saved state takes the place of what you see. Your unsaved changes can be brought into it: in the same field, your figure or note takes the place of the saved one, even one that another window has just saved; a figure that contradicts others stays in its field for you to mend.',
  loadSavedKeepMine: 'Load the saved state and bring in my changes',
  replaced:
    'Your changes are brought in, in place of what was saved here: {{what}}. To keep the saved state, press “Undo” ({{keys}}).',
  loadSavedConfirm: 'Drop my changes and load the saved state',
  finalMeanwhile:
    'This assessment was finalised elsewhere, so that nothing can be brought in. Copy what you need to keep, then choose to drop your changes and load the saved state',
  keep: 'Not now',
} as const;
