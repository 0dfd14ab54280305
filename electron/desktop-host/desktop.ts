/** What the desktop around the program can do, by Electron's own dialogs and the system's programs. */
import { dirname, extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  app,
  BrowserWindow,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
} from 'electron';
import type { FolderPurpose } from '../api.ts';
import { logLine } from '../log/program-log.ts';
import type { Desktop } from '../service/desktop.ts';
import { offeredName, writeSavedFile } from '../service/saved-file.ts';
import { sharedFileSystem } from '../store/file-system.ts';
import { patientFileSystem } from '../store/patient-file-system.ts';
import { showDocument } from './show-document.ts';

const folderTitles: Readonly<Record<FolderPurpose, string>> = {
  printing: 'Chọn thư mục để in tài liệu vào',
  secondFolder: 'Chọn thư mục sao lưu thứ hai (USB hoặc ổ đĩa khác)',
};

const kinds: Readonly<Record<string, string>> = {
  '.pdf': 'Tệp PDF',
  '.json': 'Tệp JSON',
  '.txt': 'Tệp văn bản',
};

/** Remembers, for this run, the folder that was chosen last for each purpose. */
export function desktopOf(dataFolder: string): Desktop {
  const files = patientFileSystem(sharedFileSystem, {
    wait: (time) => pause(time),
    // The names of people's own files are nobody's business.
    log: () => logLine('a file that is saved by the dialog is held; trying again'),
  });
  const chosen = new Map<FolderPurpose | 'saving', string>();
  const startAt = (purpose: FolderPurpose | 'saving') => chosen.get(purpose) ?? documentsFolder();

  return {
    showDocument,
    showFolder: async (path) => (await shell.openPath(path)) === '',
    async chooseFolder(purpose, from) {
      // NOTE: Windows would present the person's account to a server as soon as the dialog looks there.
      const start = from === null || /^[\\/]{2}/.test(from) ? startAt(purpose) : from;
      const options: OpenDialogOptions = {
        title: folderTitles[purpose],
        buttonLabel: 'Chọn thư mục này',
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
        ...(start === undefined ? {} : { defaultPath: start }),
      };
      const window = ourWindow();
      const { canceled, filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      const [folder] = filePaths;
      if (canceled || folder === undefined) return null;
      chosen.set(purpose, folder);
      return folder;
    },
    async saveFile(givenName, bytes) {
      const name = offeredName(givenName);
      const options: SaveDialogOptions = {
        title: 'Lưu tệp vào máy',
        buttonLabel: 'Lưu',
        defaultPath: join(startAt('saving') ?? '', name),
        filters: filtersFor(name),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = ourWindow();
      const { canceled, filePath } = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      if (canceled || filePath === '') return null;
      await writeSavedFile(files, dataFolder, filePath, bytes);
      chosen.set('saving', dirname(filePath));
      return filePath;
    },
  };
}

/** Undefined where the system has none, as after its drive was taken away. */
export function documentsFolder(): string | undefined {
  try {
    return app.getPath('documents');
  } catch {
    return undefined;
  }
}

/** With one, Windows adds the ending to a name that was typed without it. */
function filtersFor(name: string): FileFilter[] {
  const ending = extname(name).toLowerCase();
  const all = { name: 'Mọi tệp', extensions: ['*'] };
  if (ending === '') return [all];
  return [{ name: kinds[ending] ?? `Tệp ${ending.slice(1)}`, extensions: [ending.slice(1)] }, all];
}

function ourWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0];
}
