/** What belongs to the session of the page: permissions, downloads, and every request that leaves it. */
import type * as Electron from 'electron';
import { args, eventsOf, fits, loud, Preventable, TellingEmitter } from './fits.ts';
import type { Noted } from './noted.ts';

type Handler<K extends keyof Electron.Session> = Electron.Session[K] extends (
  ...args: [infer H, ...rest: never[]]
) => unknown
  ? H
  : never;

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  answer: (response: Electron.HeadersReceivedResponse) => void,
) => void;

const events = eventsOf<Electron.Session>()({
  'will-download': args<[Preventable, Electron.DownloadItem, Electron.WebContents]>(),
  'select-hid-device': args<[Preventable, Electron.SelectHidDeviceDetails, (id?: string | null) => void]>(),
  'select-serial-port':
    args<[Preventable, Electron.SerialPort[], Electron.WebContents, (id: string) => void]>(),
  'select-usb-device': args<[Preventable, Electron.SelectUsbDeviceDetails, (id?: string) => void]>(),
});

export class SessionDouble {
  readonly events = new TellingEmitter('session', events);
  permissionRequest: Handler<'setPermissionRequestHandler'> = null;
  permissionCheck: Handler<'setPermissionCheckHandler'> = null;
  devicePermission: Handler<'setDevicePermissionHandler'> = null;
  displayMedia: Handler<'setDisplayMediaRequestHandler'> = null;
  bluetoothPairing: Handler<'setBluetoothPairingHandler'> = null;
  usbProtectedClasses: Handler<'setUSBProtectedClassesHandler'> = null;
  certificateVerify: Handler<'setCertificateVerifyProc'> = null;
  #beforeRequest: BeforeRequest | null = null;
  #urls: readonly string[] = ['<all_urls>'];
  readonly #noted: Noted;

  constructor(noted: Noted) {
    this.#noted = noted;
  }

  /** Whether the application lets a request of the page go out. */
  async lets(
    url: string,
    resourceType: Electron.OnBeforeRequestListenerDetails['resourceType'] = 'xhr',
  ): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (listener === null || !this.#urls.some((pattern) => matches(pattern, url))) return true;
    const { cancel } = await new Promise<Electron.CallbackResponse>((answer) => {
      const details = {
        id: 1,
        url,
        method: 'GET',
        resourceType,
        referrer: '',
        timestamp: 0,
        uploadData: [],
      } satisfies Electron.OnBeforeRequestListenerDetails;
      listener(details, answer);
    });
    return cancel !== true;
  }

  /** The item is what the application does to a download that begins; true when it was refused. */
  refusesDownload(contents: Electron.WebContents): boolean {
    const event = new Preventable();
    let cancelled = false;
    const item = fits<Electron.DownloadItem>()({
      cancel: () => {
        cancelled = true;
      },
      getURL: () => 'blob:app://page/0',
      getFilename: () => 'phieu.pdf',
      setSavePath: this.#noted.noted('downloadItem.setSavePath'),
    });
    this.events.emit('will-download', event, loud('downloadItem', item) as Electron.DownloadItem, contents);
    return event.defaultPrevented || cancelled;
  }

  make() {
    const { noted, notedLater } = this.#noted;
    const webRequest = fits<Electron.WebRequest>()({
      onBeforeRequest: (
        ...given: [Electron.WebRequestFilter, BeforeRequest | null] | [BeforeRequest | null]
      ) => {
        const [filter, listener] = given.length === 2 ? given : [undefined, given[0]];
        this.#urls = filter?.urls ?? ['<all_urls>'];
        this.#beforeRequest = listener;
      },
      onHeadersReceived: (
        ...given: [Electron.WebRequestFilter, HeadersReceived | null] | [HeadersReceived | null]
      ) => noted('webRequest.onHeadersReceived')(...given),
    });
    const members = fits<Electron.Session>()({
      webRequest: loud('session.webRequest', webRequest) as Electron.WebRequest,
      setPermissionRequestHandler: (handler: Handler<'setPermissionRequestHandler'>) => {
        this.permissionRequest = handler;
      },
      setPermissionCheckHandler: (handler: Handler<'setPermissionCheckHandler'>) => {
        this.permissionCheck = handler;
      },
      setDevicePermissionHandler: (handler: Handler<'setDevicePermissionHandler'>) => {
        this.devicePermission = handler;
      },
      setDisplayMediaRequestHandler: (handler: Handler<'setDisplayMediaRequestHandler'>) => {
        this.displayMedia = handler;
      },
      setBluetoothPairingHandler: (handler: Handler<'setBluetoothPairingHandler'>) => {
        this.bluetoothPairing = handler;
      },
      setUSBProtectedClassesHandler: (handler: Handler<'setUSBProtectedClassesHandler'>) => {
        this.usbProtectedClasses = handler;
      },
      setCertificateVerifyProc: (handler: Handler<'setCertificateVerifyProc'>) => {
        this.certificateVerify = handler;
      },
      setSpellCheckerEnabled: noted('session.setSpellCheckerEnabled'),
      setSpellCheckerLanguages: noted('session.setSpellCheckerLanguages'),
      setSpellCheckerDictionaryDownloadURL: noted('session.setSpellCheckerDictionaryDownloadURL'),
      setDownloadPath: noted('session.setDownloadPath'),
      enableNetworkEmulation: noted('session.enableNetworkEmulation'),
      setProxy: notedLater('session.setProxy'),
      clearCache: notedLater('session.clearCache'),
      clearCodeCaches: notedLater('session.clearCodeCaches'),
      clearHostResolverCache: notedLater('session.clearHostResolverCache'),
      clearStorageData: notedLater('session.clearStorageData'),
      closeAllConnections: notedLater('session.closeAllConnections'),
    });
    Object.defineProperties(this.events, Object.getOwnPropertyDescriptors(members));
    return loud('session', this.events as typeof this.events & typeof members);
  }
}

/** Electron's patterns of addresses: `<all_urls>`, or a scheme, a host and a path with stars. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [scheme = '', rest = ''] = pattern.split('://');
  const escaped = (text: string) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  // A star for the scheme stands for these alone.
  return new RegExp(`^${scheme === '*' ? '(https?|wss?)' : escaped(scheme)}://${escaped(rest)}$`).test(url);
}
