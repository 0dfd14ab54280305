/** Electron's security checklist, point by point, on the real main process; docs/security.md has the same in words. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WebContents, WebPreferences } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../../tests/electron-double/double.ts';
import { Preventable } from '../../../tests/electron-double/fits.ts';
import { methods } from '../../api.ts';
import { startBrowserHost } from '../../browser-host/host.ts';
import { pageHeaders } from '../../page-headers.ts';
import type { Handlers } from '../../service/dispatch.ts';

const root = resolve(import.meta.dirname, '../../..');
const electron = new ElectronDouble();
let folder: string;
let listening: [NodeJS.Signals, NodeJS.SignalsListener[]][];

beforeAll(async () => {
  listening = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => [signal, process.listeners(signal)]);
  folder = await mkdtemp(join(tmpdir(), 'checklist-'));
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  process.env.CHILD_FRIENDLY_DATA = join(folder, 'data');
  vi.doMock('electron', () => electron.module);
  Object.assign(electron.module.app, { getAppPath: () => folder });
  await import('../../main.ts');
  electron.becomeReady();
  // NOTE: what a start that failed says is the better message.
  await vi.waitFor(() => {
    expect(electron.dialogs.errors).toEqual([]);
    expect(electron.windows[0]?.loads).toHaveLength(1);
  }, 8_000);
});
afterAll(async () => {
  electron.module.app.quit();
  await vi.waitFor(() => expect(electron.steps).toContain('exit'), 8_000);
  for (const [signal, before] of listening)
    for (const listener of process.listeners(signal))
      if (!before.includes(listener)) process.off(signal, listener);
  delete process.env.CHILD_FRIENDLY_DATA;
  vi.doUnmock('electron');
  await rm(folder, { recursive: true });
});

const preferences = (): WebPreferences => electron.window.options.webPreferences ?? {};
const ours = () => electron.window.webContents;

describe('1. Only load secure content', () => {
  test.each([
    'app://page/',
    'app://page/assets/index.js',
    'blob:app://page/6f1e',
    'devtools://devtools/bundled/devtools_app.html',
  ])('lets pass %s', async (url) => {
    expect(await electron.session.lets(url)).toBe(true);
  });

  test.each([
    'http://example.vn/',
    'https://example.vn/a.js',
    'ws://127.0.0.1:9/',
    'wss://example.vn/',
    'ftp://example.vn/',
    'http://127.0.0.1/',
    'http://[::1]/',
    'file:///etc/passwd',
    'file://server/share',
    'data:text/html,x',
    'blob:https://example.vn/6f1e',
    'blob:app://page.evil/6f1e',
    'blob:null/6f1e',
    'filesystem:app://page/temporary/x',
    'app://page.evil/',
    'app://page@evil/',
    'app://other/',
    'chrome://gpu/',
    'chrome-extension://x/y.js',
    'about:blank',
    'javascript:1',
    'none',
    '',
  ])('refuses a request to %j', async (url) => {
    expect(await electron.session.lets(url)).toBe(false);
  });

  test('the developer tools are no part of what is given to offices', async () => {
    const { isOurs } = await import('./network.ts');
    expect(isOurs('devtools://devtools/bundled/devtools_app.html', false)).toBe(false);
  });

  test('looks no name up, asks no proxy, accepts no certificate and fetches no dictionary', () => {
    expect(Object.fromEntries(electron.app.switches)).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': undefined,
    });
    const verdict = vi.fn();
    electron.session.certificateVerify?.({} as never, verdict);
    expect(verdict.mock.calls).toEqual([[-2]]);
    expect(electron.noted.lastCall('session.setSpellCheckerEnabled')).toEqual([false]);
    expect(electron.noted.lastCall('webContents.setWebRTCIPHandlingPolicy')).toEqual([
      'disable_non_proxied_udp',
    ]);
  });

  test('downloads nothing', () => {
    expect(electron.session.refusesDownload(ours())).toBe(true);
  });
});

test('2. Do not enable Node.js integration for remote content', () => {
  expect(preferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  });
});

test('3. Enable context isolation in all renderers', () => {
  expect(preferences()).toMatchObject({ contextIsolation: true });
});

test('4. Enable process sandboxing', () => {
  expect(preferences()).toMatchObject({ sandbox: true });
  expect(electron.steps.indexOf('sandbox')).toBeLessThan(electron.steps.indexOf('ready'));
  expect(electron.steps).toContain('sandbox');
});

describe('5. Handle session permission requests', () => {
  const asker = { isMainFrame: true, requestingUrl: 'app://page/index.html' };

  function requested(name: string, contents: WebContents, details: object = asker): boolean {
    const answer = vi.fn();
    electron.session.permissionRequest?.(contents, name as never, answer, details as never);
    expect(answer).toHaveBeenCalledOnce();
    return answer.mock.calls[0]?.[0];
  }
  const checked = (
    name: string,
    contents: WebContents | null,
    origin = 'app://page/',
    details: object = asker,
  ) => electron.session.permissionCheck?.(contents, name as never, origin, details as never);

  test('every permission that Electron names is decided, with a reason, and one is given', async () => {
    const { permissions } = await import('./permissions.ts');
    const types = readFileSync(join(root, 'node_modules', 'electron', 'electron.d.ts'), 'utf8');
    const named = (handler: string) =>
      [...(types.match(`${handler}\\(.*?permission: ([^,]*),`)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(
        ([, name = '']) => name,
      );
    const names = new Set([...named('setPermissionRequestHandler'), ...named('setPermissionCheckHandler')]);
    expect(names.size).toBeGreaterThan(40);
    expect(Object.keys(permissions).sort()).toEqual([...names].sort());
    for (const { because } of Object.values(permissions)) expect(because).toMatch(/\w{3}/);
    const given = [...names].filter((name) => requested(name, ours()) || checked(name, ours()));
    expect(given).toEqual(['clipboard-sanitized-write']);
  });

  test('what nobody has decided about is denied', () => {
    for (const name of ['mind-reading', 'constructor', '__proto__', 'toString', ''])
      expect([requested(name, ours()), checked(name, ours())]).toEqual([false, false]);
  });

  test('what is given is given to the main frame of our page in our window alone', () => {
    const given = 'clipboard-sanitized-write';
    const other = new ElectronDouble();
    new other.module.BrowserWindow();
    expect([requested(given, ours()), checked(given, ours())]).toEqual([true, true]);
    expect(requested(given, other.window.webContents)).toBe(false);
    expect(requested(given, ours(), { ...asker, isMainFrame: false })).toBe(false);
    expect(requested(given, ours(), { ...asker, requestingUrl: 'app://page.evil/' })).toBe(false);
    expect(checked(given, null)).toBe(false);
    expect(checked(given, other.window.webContents)).toBe(false);
    expect(checked(given, ours(), 'https://example.vn/')).toBe(false);
    expect(checked(given, ours(), 'app://page/', { isMainFrame: false })).toBe(false);
  });

  test('no device, no pairing and no picture of the screen is given', () => {
    const answer = vi.fn();
    for (const deviceType of ['hid', 'serial', 'usb'])
      expect(electron.session.devicePermission?.({ deviceType, origin: 'app://page' } as never)).toBe(false);
    electron.session.bluetoothPairing?.({ pairingKind: 'confirm' } as never, answer);
    electron.session.displayMedia?.({ securityOrigin: 'app://page' } as never, answer);
    expect(answer.mock.calls).toEqual([[{ confirmed: false }], [null]]);
  });
});

test('6. Do not disable webSecurity', () => {
  expect(preferences()).toMatchObject({ webSecurity: true });
});

test('7. Define a Content-Security-Policy, the same in both hosts', async () => {
  const policy = new Map(
    pageHeaders['content-security-policy'].split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
  expect(policy.get('default-src')).toBe("'none'");
  for (const [name, sources] of policy)
    expect(sources).toMatch(name === 'img-src' ? /^'self' blob:$/ : /^'(none|self)'$/);

  const host = await startBrowserHost({
    handlers: {} as Handlers,
    pageFolder: join(folder, 'renderer'),
    reportFault: () => undefined,
    offerAddress: () => undefined,
  });
  try {
    const exchange = await fetch(host.address, { redirect: 'manual' });
    const cookie = exchange.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answers = [
      exchange,
      await fetch(host.origin),
      await fetch(host.origin, { headers: { cookie } }),
      await electron.serve('app://page/'),
      await electron.serve('app://page/none'),
    ];
    expect(answers.map((answer) => answer?.status)).toEqual([303, 403, 200, 200, 404]);
    for (const answer of answers)
      expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject(pageHeaders);
  } finally {
    await host.close();
  }
});

test('8. Do not enable allowRunningInsecureContent', () => {
  expect(preferences()).toMatchObject({ allowRunningInsecureContent: false });
});

test('9. Do not enable experimental features', () => {
  expect(preferences()).toMatchObject({ experimentalFeatures: false, plugins: false });
});

test('10. Do not use enableBlinkFeatures', () => {
  expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
  expect([...electron.app.switches.keys()]).not.toContain('enable-blink-features');
});

test('11. <webview>: do not use allowpopups', () => {
  expect(preferences()).toMatchObject({ webviewTag: false });
});

test('12. <webview>: verify options and params', () => {
  const event = new Preventable();
  electron.window.contents.emit('will-attach-webview', event, {}, { src: 'app://page/' });
  expect(event.defaultPrevented).toBe(true);
});

describe('13. Disable or limit navigation', () => {
  const names = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;

  test.each(names)('%s leads to our own page and nowhere else', (name) => {
    const { contents } = electron.window;
    for (const url of ['app://page/', 'app://page/index.html#/danh-sach'])
      expect(contents.navigates(name, url)).toBe(true);
    for (const url of [
      'https://example.vn/',
      'app://page.evil/',
      'app://page@evil/',
      'file:///index.html',
      'data:text/html,x',
      'blob:app://page/6f1e',
      'about:blank',
      'javascript:1',
      '',
    ])
      expect(contents.navigates(name, url)).toBe(false);
  });

  test.each(names)('%s of a frame within the page leads nowhere', (name) => {
    const event = Object.assign(new Preventable(), { url: 'app://page/', isMainFrame: false });
    electron.window.contents.emit(name, event);
    expect(event.defaultPrevented).toBe(true);
  });

  test('a file that is dropped on the page does not take its place', () => {
    expect(preferences()).toMatchObject({ navigateOnDragDrop: false });
  });
});

test('14. Disable or limit creation of new windows', () => {
  for (const url of ['app://page/', 'https://example.vn/', 'about:blank', 'blob:app://page/6f1e', ''])
    expect(electron.window.contents.openHandler?.({ url } as never)).toEqual({ action: 'deny' });
  expect(electron.windows).toHaveLength(1);
});

test('15. Do not use shell.openExternal with untrusted content', () => {
  // Beside this, sources.test.ts finds no call of it anywhere.
  electron.window.contents.openHandler?.({ url: 'https://example.vn/' } as never);
  electron.window.contents.navigates('will-navigate', 'mailto:a@example.vn');
  expect(electron.noted.lastCall('shell.openExternal')).toBeUndefined();
  expect(electron.system.opened).toEqual([]);
});

test('16. Use a current version of Electron', () => {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  const [major] = read('node_modules', 'electron', 'package.json').version.split('.');
  expect(Number(major)).toBeGreaterThanOrEqual(45);
  expect(read('package.json').devDependencies.electron).toMatch(new RegExp(`^[~^]?${major}\\.`));
});

test('17. Validate the sender of all IPC messages', async () => {
  // Who else may come, and is refused, is in callers.test.ts.
  expect([...electron.messages.channels.keys()].sort()).toEqual([...methods].sort());
  for (const method of methods)
    await expect(electron.call(method, {}, { senderFrame: null })).rejects.toThrow(/^refused$/);
  expect(await electron.call('app.info', {})).toMatchObject({ ok: true });
});

test('18. Avoid usage of the file:// protocol', () => {
  expect(electron.window.loads).toEqual(['app://page/']);
  expect(electron.system.privileges).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  expect([...electron.system.schemes.keys()]).toEqual(['app']);
});

test('20. Do not expose Electron APIs to untrusted web content', async () => {
  await import('../../preload.ts');
  const { exposed, invoked } = electron.messages;
  expect([...exposed.keys()].sort()).toEqual(['desktop', 'desktopMenu']);
  const bridge = exposed.get('desktop') as Record<string, (...args: unknown[]) => unknown>;
  expect(Object.keys(bridge).sort()).toEqual([...methods].sort());
  for (const method of methods) await bridge[method]?.({ year: 2026 }, 'more', 'and more');
  expect(invoked).toEqual(methods.map((method) => [method, { year: 2026 }]));

  const heard = vi.fn();
  const menu = exposed.get('desktopMenu') as { listen(listener: (...args: unknown[]) => void): unknown };
  expect(menu.listen(heard)).toBeUndefined();
  electron.messages.send('menu', 'save');
  expect(heard.mock.calls).toEqual([['save']]);
});

test('the rules stand before the first window is opened, and the tools of developers only here', async () => {
  const { webPreferences } = await import('./web-preferences.ts');
  expect(preferences()).toMatchObject({ devTools: true, spellcheck: false, safeDialogs: true });
  electron.app.isPackaged = true;
  expect(webPreferences('preload.cjs')).toMatchObject({ devTools: false, preload: 'preload.cjs' });
  electron.app.isPackaged = false;
});

describe('docs/security.md', () => {
  const rows = readFileSync(join(root, 'docs', 'security.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));
  const tests = readFileSync(import.meta.filename, 'utf8').matchAll(/^(?:test|describe)\('(\d+)\. (.*)',/gm);
  const tested = new Map([...tests].map(([, number = '', title = '']) => [number, title]));

  test('answers all 20 points, each with where and how it is proved', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    for (const row of rows) {
      expect(row).toHaveLength(5);
      for (const cell of row) expect(cell.trim()).not.toBe('');
    }
  });

  test.each(rows)('%s: %s', (number = '', point = '', _answer, where = '', proved = '') => {
    const plain = point.replaceAll('`', '');
    if (/^test\b/.test(proved)) expect(tested.get(number)).toContain(plain);
    else expect(proved).toMatch(/^only a connected machine can: /);
    for (const [, name = ''] of where.matchAll(/`([^`]+)`/g))
      expect([join(root, name), join(import.meta.dirname, name)].some((path) => existsSync(path))).toBe(true);
  });
});
