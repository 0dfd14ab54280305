/** The texts about folders, and about the dialogs that only the desktop application has. */
export const desktop = {
  chooseFolder: 'Choose a folder…',
  chooseFailed: 'The dialog for choosing a folder could not be opened',
  place: {
    data: 'the data folder',
    logs: 'the log folder',
    damaged: 'the folder of damaged files',
    secondFolder: 'the second folder',
    printed: 'the folder of documents',
  },
  show: 'Open {{place}}',
  copyPath: 'Copy the path of {{place}}',
  shown: 'The folder was opened.',
  copied: 'The path {{path}} was copied. Paste it into the address bar of the file manager.',
  notShown:
    'The folder could not be opened; perhaps it is not there yet, or the USB drive is not plugged in. The path {{path}} was copied, to be pasted into the file manager.',
  notShownNorCopied:
    'The folder {{path}} could not be opened. Please select this path and copy it into the file manager.',
  notCopied: 'The folder is {{path}}. Please select and copy this path.',
} as const;
