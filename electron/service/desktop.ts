import type { FolderPurpose, PdfDocument } from '../api.ts';

/** What the desktop around the program can do, as the desktop host does it. */
export interface Desktop {
  /** Shows a PDF in the system's viewer; false when there is none, and the page then offers the file itself. */
  showDocument(document: PdfDocument): Promise<boolean>;
  /** Shows a folder in the file manager; false when that failed. */
  showFolder(path: string): Promise<boolean>;
  /** Asks for a folder, beginning at `from`; null when the person chooses none. */
  chooseFolder(purpose: FolderPurpose, from: string | null): Promise<string | null>;
  /**
   * Asks where to save a file, and writes it there; the path, or null when the person chooses none. A Refusal when it
   * cannot be written.
   */
  saveFile(name: string, bytes: Uint8Array): Promise<string | null>;
}
