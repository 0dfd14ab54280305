/**
 * What a page may ask of the machine: nothing, but to put text on the clipboard.
 *
 * Electron's security checklist, 5 "Handle session permission requests". The table names every permission that Electron
 * knows; a version that knows another fails the type check, and is denied until somebody has decided.
 */
import { type Session, session, type WebContents } from 'electron';
import { isOurWindow } from './callers.ts';
import { isOfOurOrigin } from './own-origin.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1] | Parameters<CheckHandler>[1];

interface Rule {
  readonly allowed: boolean;
  readonly because: string;
}

const allowed = (because: string): Rule => ({ allowed: true, because });
const denied = (because: string): Rule => ({ allowed: false, because });

const noDevice = denied('the program uses no device but screen, keyboard, mouse and printer');
const noNetwork = denied('the program opens no connection');
const noForeignContent = denied('there is no content of another origin in the page');
const noTracking = denied('where somebody is and what they do elsewhere is no concern of the program');
const noBackground = denied('nothing runs while the window is closed');
const noRoom = denied('nothing is shown in space');

export const permissions: Readonly<Record<Permission, Rule>> = {
  'clipboard-sanitized-write': allowed('the diagnosis is copied, to be sent by whoever wants to'),

  'clipboard-read': denied('what is pasted comes with the event of pasting, which needs no permission'),
  'deprecated-sync-clipboard-read': denied('as clipboard-read'),
  fileSystem: denied('files are chosen in a form or a dialog of the host, one by one'),
  'persistent-storage': denied('what must be kept is kept in the data folder, not by the page'),
  openExternal: denied('no link leads out of the program'),
  'web-printing': denied('printing goes through the dialog of the system'),
  notifications: denied('what is to be said is said in the window'),
  'local-fonts': denied('the program brings its own; a list of fonts would identify the machine'),
  'payment-handler': denied('nothing is paid for'),
  'web-app-installation': denied('nothing is installed by a page'),
  mediaKeySystem: denied('nothing is played that is locked'),
  'storage-access': noForeignContent,
  'top-level-storage-access': noForeignContent,

  fullscreen: denied('the window is enlarged by its menu'),
  'automatic-fullscreen': denied('as fullscreen'),
  keyboardLock: denied('the keys of the system stay with the system'),
  pointerLock: denied('the pointer stays with the person'),
  'window-management': denied('the host places the one window'),
  'screen-wake-lock': denied('a laptop in the field may go to sleep'),
  'system-wake-lock': denied('as screen-wake-lock'),
  'display-capture': denied('the screen may show what belongs to others'),
  'captured-surface-control': denied('as display-capture'),

  geolocation: noTracking,
  'geolocation-approximate': noTracking,
  'idle-detection': noTracking,
  sensors: noTracking,

  media: denied('photos come as files; nothing is recorded'),
  'speaker-selection': noDevice,
  midi: noDevice,
  midiSysex: noDevice,
  hid: noDevice,
  serial: noDevice,
  usb: noDevice,
  nfc: noDevice,
  'smart-card': denied('signing is done with the software of the office, not here'),
  ar: noRoom,
  vr: noRoom,
  'hand-tracking': noRoom,

  'local-network': noNetwork,
  'local-network-access': noNetwork,
  'loopback-network': noNetwork,
  'background-fetch': noBackground,
  'background-sync': noBackground,
  'periodic-background-sync': noBackground,

  unknown: denied('nobody has decided about it'),
};

/** After the application is ready: permissions belong to a session. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer, { isMainFrame, requestingUrl }) =>
    answer(mayUse(permission, { contents, isMainFrame, url: requestingUrl })),
  );
  defaultSession.setPermissionCheckHandler((contents, permission, origin, { isMainFrame }) =>
    mayUse(permission, { contents, isMainFrame, url: origin }),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  defaultSession.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}

interface Asker {
  readonly contents: WebContents | null;
  readonly isMainFrame: boolean;
  readonly url: string;
}

function mayUse(permission: string, { contents, isMainFrame, url }: Asker): boolean {
  // NOTE: an Electron newer than these types may name a permission that is not in the table.
  const rule = (permissions as Partial<Record<string, Rule>>)[permission];
  return rule?.allowed === true && isMainFrame && isOfOurOrigin(url) && isOurWindow(contents);
}
