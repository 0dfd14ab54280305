/**
 * The program opens no connection, and neither does anything that Chromium does by itself.
 *
 * Electron's security checklist, 1 "Only load secure content": all of it comes from our own scheme. The session refuses any
 * other request; the rest is there for what asks without the session.
 */
import { app, session } from 'electron';
import { isOfOurOrigin } from './own-origin.ts';

/** Must run before the application is ready. */
export function leaveNoWayToTheNetwork(): void {
  // No name is ever looked up, so that a prefetch or a service of Chromium's own reaches nobody either.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Not even the proxy of the office, or the script that would name one.
  app.commandLine.appendSwitch('no-proxy-server');
  app.on('web-contents-created', (_event, contents) => {
    // NOTE: WebRTC passes by the session and the content security policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** After the application is ready: requests belong to a session. */
export function refuseForeignRequests(): void {
  const { defaultSession } = session;
  const withDevTools = !app.isPackaged;
  defaultSession.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) =>
    answer({ cancel: !isOurs(url, withDevTools) }),
  );
  defaultSession.setCertificateVerifyProc((_request, answer) => answer(refusedCertificate));
  defaultSession.setSpellCheckerEnabled(false);
}

const refusedCertificate = -2;

/**
 * Whether a request stays in this program: our own page, and a `blob:` that it made itself (the photos of the evidence).
 * Not `data:`, which nothing here uses and which would carry content of any origin.
 */
export function isOurs(url: string, withDevTools: boolean): boolean {
  if (url.startsWith('blob:')) return isOfOurOrigin(url.slice('blob:'.length));
  return isOfOurOrigin(url) || (withDevTools && URL.parse(url)?.protocol === 'devtools:');
}
