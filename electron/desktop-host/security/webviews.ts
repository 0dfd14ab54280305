/**
 * A page embeds no other.
 *
 * Electron's security checklist, 11 "Do not use allowpopups for WebViews" and 12 "Verify WebView options": there is no
 * `<webview>` whose options could be wrong.
 */
import { app } from 'electron';

/** Before any window is opened. */
export function denyWebviews(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
