/** Texts about undoing and redoing. */
export const undo = {
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Undone: {{what}}',
  redone: 'Redone: {{what}}',
  andMore: '{{named}}; and more changes ({{n}})',
  toField: 'Go there',
  nothingToUndo: 'There is nothing left to undo.',
  nothingToRedo: 'There is nothing to redo.',
  close: 'Close this message',
} as const;
