/** Whoever starts the program a second time gets the first: its window or, where it is just ending, a new start after it. */
import { sep } from 'node:path';
import { app } from 'electron';
import { showMainWindow } from './main-window.ts';

let ending = false;
let wanted = false;

export function answerSecondStart(): void {
  if (ending) wanted = true;
  else showMainWindow();
}

/** From here on a second start has to wait for the end of this one. */
export function noteEnding(): void {
  ending = true;
}

/** Last of all, just before the program exits. */
export function startAgainIfWanted(): void {
  if (!wanted) return;
  wanted = false;
  const execPath = startedFile(process.env, process.execPath);
  app.relaunch(execPath === undefined ? undefined : { execPath, args: process.argv.slice(1) });
}

/**
 * The one file that a person starts, where the program only runs unpacked from it: AppImage and the portable edition of
 * Windows. NOTE: what they were unpacked to is gone once the program has ended; and a terminal that is an AppImage itself
 * hands its own variables on.
 */
export function startedFile(
  { APPIMAGE, APPDIR, PORTABLE_EXECUTABLE_FILE }: NodeJS.ProcessEnv,
  execPath: string,
): string | undefined {
  if (APPIMAGE && APPDIR && execPath.startsWith(`${APPDIR}${sep}`)) return APPIMAGE;
  return PORTABLE_EXECUTABLE_FILE || undefined;
}
