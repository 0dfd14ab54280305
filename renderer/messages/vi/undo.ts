/** Texts about undoing and redoing. */
export const undo = {
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  undone: 'Đã hoàn tác: {{what}}',
  redone: 'Đã làm lại: {{what}}',
  andMore: '{{named}}; và {{n}} thay đổi nữa',
  toField: 'Đến chỗ đó',
  nothingToUndo: 'Không còn thay đổi nào để hoàn tác.',
  nothingToRedo: 'Không có thay đổi nào để làm lại.',
  close: 'Đóng thông báo',
} as const;
