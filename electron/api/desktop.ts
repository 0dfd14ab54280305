/** What the contract says of the desktop around the program: its folders, its dialogs, its menu. */

/** Folders that can be shown in the file manager; the page never names a path. */
export const shownPlaces = ['data', 'logs', 'damaged', 'secondFolder', 'printed'] as const;
export type ShownPlace = (typeof shownPlaces)[number];

/** What a folder is chosen for. */
export const folderPurposes = ['printing', 'secondFolder'] as const;
export type FolderPurpose = (typeof folderPurposes)[number];

/** The largest file that is saved through the dialog, in bytes. */
export const largestSavedFile = 64 * 1024 * 1024;

/** What the program runs as, for the page that tells of it. */
export interface Versions {
  /** Of this program. */
  readonly program: string;
  /** By name, such as `Electron`, `Chromium`, `Node.js`; only those that are there. */
  readonly parts: readonly { readonly name: string; readonly version: string }[];
  /** Of the operating system, as it calls itself. */
  readonly system: string;
}

export interface Diagnosis {
  readonly versions: Versions;
  readonly dataFolder: string;
  readonly logFolder: string;
  /**
   * All that helps to find a fault, to be copied and sent: versions, counts, troubles, the last lines of the log. Names no
   * person and no commune, and the folders of the person who is logged in only as `~`.
   */
  readonly text: string;
}

/** What the menu of the desktop application asks of the page; the same as a key or a link there does. */
export const menuCommands = [
  'list',
  'newAssessment',
  'printing',
  'sheets',
  'recovery',
  'office',
  'rules',
  'search',
  'save',
  'undo',
  'redo',
  'keys',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
