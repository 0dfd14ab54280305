/** Opens a PDF in the system's viewer, from a private folder that the system clears. */
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { PdfDocument } from '../api.ts';
import { programId } from '../data-folder.ts';

/** False when the system has no viewer; the page then offers the file itself. */
export async function showDocument(document: PdfDocument): Promise<boolean> {
  const folder = await fs.mkdtemp(join(app.getPath('temp'), `${programId}-`));
  const path = join(folder, document.fileName);
  await fs.writeFile(path, Buffer.from(document.base64, 'base64'));
  return (await shell.openPath(path)) === '';
}
