/** Opens PDFs in the system's viewer, from a folder of this run that is removed when the program ends. */
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { PdfDocument } from '../api.ts';
import { programId } from '../data-folder.ts';

let folder: string | undefined;

/** False when the system has no viewer; the page then offers the file itself. */
export async function showDocument(document: PdfDocument): Promise<boolean> {
  folder ??= await fs.mkdtemp(join(app.getPath('temp'), `${programId}-`));
  // NOTE: a viewer may hold what it was shown before under the same name.
  const path = join(await fs.mkdtemp(join(folder, 'pdf-')), document.fileName);
  await fs.writeFile(path, Buffer.from(document.base64, 'base64'));
  return (await shell.openPath(path)) === '';
}

/** In milliseconds: a younger folder may be that of a program that still runs, on another data folder. */
const forgottenAfter = 24 * 60 * 60 * 1_000;

/** Removes what an earlier run left behind that was broken off. Of another account nothing can be removed. */
export async function removeForgottenDocuments(): Promise<void> {
  const temp = app.getPath('temp');
  const names = await fs.readdir(temp).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${programId}-`) && /-[A-Za-z0-9]{6}$/.test(name));
  await Promise.allSettled(
    left.map(async (name) => {
      const path = join(temp, name);
      const { mtimeMs } = await fs.lstat(path);
      if (Date.now() - mtimeMs > forgottenAfter) await fs.rm(path, { recursive: true });
    }),
  );
}

/** Removes what was shown, unless a viewer still holds it. */
export async function removeShownDocuments(): Promise<void> {
  if (folder !== undefined) await fs.rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
