/**
 * Nothing is downloaded: a file leaves the page through the call `files.save`, whose dialog names where it goes.
 *
 * Beyond Electron's security checklist, to 1 "Only load secure content".
 */
import { session } from 'electron';

/** After the application is ready: downloads belong to a session. */
export function refuseDownloads(): void {
  session.defaultSession.on('will-download', (event) => event.preventDefault());
}
