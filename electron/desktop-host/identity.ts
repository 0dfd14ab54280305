/** By which the system knows the program, and where Chromium keeps what is its own. */
import { app } from 'electron';
import { profileFolder } from './profile-folder.ts';

/** By which Windows joins a window, its pinned button and the entry in the start menu; that of the installer. */
const applicationId = 'vn.child-friendly-communes';

/** Must run before the lock of the single instance is asked for, which lies in the profile. */
export function takeIdentity(environment: NodeJS.ProcessEnv): void {
  app.setAppUserModelId(applicationId);
  app.setPath('userData', profileFolder(environment));
}
