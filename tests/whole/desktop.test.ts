import { EventEmitter } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { methods } from '../../electron/api.ts';
import { type OneWriter, startAsOneWriter } from '../../electron/one-writer/one-writer.ts';
import { ElectronDouble, type Frame } from '../electron-double.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const page: Frame = { url: 'app://page/index.html#/', parent: null };
let electron: ElectronDouble;
let folder: string;
let listening: [NodeJS.Signals, NodeJS.SignalsListener[]][];

beforeEach(async () => {
  listening = signals.map((signal) => [signal, process.listeners(signal)]);
  folder = await mkdtemp(join(tmpdir(), 'desktop-'));
  process.env.CHILD_FRIENDLY_DATA = folder;
  electron = new ElectronDouble();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(async () => {
  electron.pageObjects = false;
  if (electron.windows.length > 0) {
    electron.module.app.quit();
    await ended();
  }
  for (const [signal, before] of listening)
    for (const listener of process.listeners(signal))
      if (!before.includes(listener)) process.off(signal, listener);
  delete process.env.CHILD_FRIENDLY_DATA;
  vi.doUnmock('electron');
  await rm(folder, { recursive: true });
});

async function startMain(): Promise<void> {
  await import('../../electron/main.ts');
  electron.becomeReady();
  await vi.waitFor(() => expect(electron.windows[0]?.url).toBeTruthy());
}

const ended = () => vi.waitFor(() => expect(electron.steps).toContain('exit'), 5_000);
const lock = () => readFile(join(folder, 'lock.json'), 'utf8').then(JSON.parse, () => undefined);

const window = () => {
  const [first] = electron.windows;
  if (first === undefined) throw new Error('no window');
  return first;
};

const call = (method: string, args: unknown, senderFrame: Frame | null = page) =>
  electron.channels.get(method)?.({ senderFrame }, args);

describe('the desktop application', () => {
  test('sandboxes every page and declares its own scheme before it is ready', async () => {
    await startMain();
    expect(electron.steps).toEqual(['sandbox', 'scheme app', 'ready']);
  });

  test('opens one window, isolated, sandboxed, without node, on its own scheme', async () => {
    await startMain();
    expect(electron.windows).toHaveLength(1);
    expect(window()).toMatchObject({
      url: 'app://page/',
      options: {
        webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
      },
    });
    expect(basename(electron.windows[0]?.options.webPreferences?.preload ?? '')).toBe('preload.cjs');
  });

  test('answers every call of the contract, each on its own channel, and no other', async () => {
    await startMain();
    expect([...electron.channels.keys()].sort()).toEqual([...methods].sort());
    expect(await call('app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'electron', dataFolder: folder },
    });
    expect(await call('sample.load', { year: 2026 })).toEqual({ ok: true, value: { created: 12 } });
    expect(await call('assessments.list', { year: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_request', path: 'year' },
    });
  });

  test.each<[string, Frame | null]>([
    ['another site', { url: 'https://evil.example/', parent: null }],
    ['a look-alike host', { url: 'app://page.evil/', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['a frame inside the page', { url: 'app://page/', parent: page }],
    ['a page that is gone', null],
  ])('refuses calls from %s', async (_who, frame) => {
    await startMain();
    for (const method of methods) expect(() => call(method, {}, frame)).toThrow('refused');
  });

  test('serves the page with the content security policy, and nothing beside it', async () => {
    await startMain();
    const ask = async (url: string) => electron.pageHandler?.(new Request(url));
    const index = await ask('app://page/');
    expect(index?.status).toBe(200);
    expect(index?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await index?.text()).toContain('<html lang="vi"');
    for (const url of [
      'app://page/../package.json',
      'app://page/%2e%2e/package.json',
      'app://other/',
      'app://page/x',
    ])
      expect((await ask(url))?.status).toBe(404);
  });

  test('denies navigation, new windows, webviews and permissions', async () => {
    await startMain();
    const contents = Object.assign(new EventEmitter(), {
      openHandler: (): unknown => undefined,
      setWindowOpenHandler(handler: () => unknown) {
        this.openHandler = handler;
      },
    });
    electron.appEvents.emit('web-contents-created', {}, contents);
    const prevented = (name: string, url: string) => {
      const event = { url, preventDefault: vi.fn() };
      contents.emit(name, event);
      return event.preventDefault.mock.calls.length === 1;
    };
    expect(prevented('will-navigate', 'https://evil.example/')).toBe(true);
    expect(prevented('will-navigate', 'app://page.evil/')).toBe(true);
    expect(prevented('will-navigate', 'app://page/')).toBe(false);
    expect(prevented('will-attach-webview', '')).toBe(true);
    expect(contents.openHandler()).toEqual({ action: 'deny' });
    const answer = vi.fn();
    electron.permissionRequest?.({}, 'geolocation', answer);
    expect(answer).toHaveBeenCalledWith(false);
    expect(electron.permissionCheck?.()).toBe(false);
  });

  test('opens a PDF with the system viewer, whole, under its own name', async () => {
    await startMain();
    await call('sample.load', { year: 2026 });
    const reply = await call('documents.show', { id: '2026-vd-01', kind: 'scorecard' });
    expect(reply).toEqual({ ok: true, value: { shown: true } });
    expect(basename(electron.opened[0] ?? '')).toMatch(/^phieu-cham-diem_2026_vd-01_.*\.pdf$/);
    const pdf = await readFile(electron.opened[0] ?? '');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.subarray(-6).toString().trim()).toBe('%%EOF');
  });

  test('finishes a save under way before it ends, and removes the PDFs that it showed', async () => {
    await startMain();
    await call('sample.load', { year: 2026 });
    await call('documents.show', { id: '2026-vd-01', kind: 'scorecard' });
    const saving = call('assessments.save', {
      id: '2026-vd-01',
      basedOn: 0,
      by: null,
      answers: { children: null },
      notes: {},
    });
    window().close();
    expect(electron.steps.slice(-1)).toEqual(['closed']);
    expect(await saving).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(electron.steps.slice(-1)).toEqual(['exit']));
    await expect(readFile(electron.opened[0] ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a window that objects gets time to save, and then closes without a question', async () => {
    await startMain();
    electron.pageObjects = true;
    window().close();
    expect(electron.windows).toHaveLength(1);
    electron.pageObjects = false;
    await vi.waitFor(() => expect(electron.steps).toContain('closed'), 5_000);
    expect(electron.questions).toEqual([]);
  });

  test('what cannot be saved is asked about, with staying as the easy answer', async () => {
    await startMain();
    electron.pageObjects = true;
    window().close();
    await vi.waitFor(() => expect(electron.questions).toHaveLength(1), 5_000);
    expect(electron.questions[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
    expect(electron.questions[0]?.buttons?.[0]).toContain('Ở lại');
    expect(electron.windows).toHaveLength(1);

    electron.answer = 1;
    window().close();
    await vi.waitFor(() => expect(electron.steps).toContain('closed'), 5_000);
    expect(electron.questions).toHaveLength(2);
  });

  test('after "stay", nothing closes the window by itself', async () => {
    await startMain();
    electron.pageObjects = true;
    window().close();
    window().close();
    expect(electron.questions).toHaveLength(1);
    electron.pageObjects = false;
    await new Promise((wait) => setTimeout(wait, 1_500));
    expect(electron.windows).toHaveLength(1);
  });

  test('loading the page again never closes the window', async () => {
    await startMain();
    electron.pageObjects = true;
    window().reload();
    await new Promise((wait) => setTimeout(wait, 1_500));
    expect(electron.steps.slice(-1)).toEqual(['not reloaded']);
    expect(electron.questions).toEqual([]);
  });

  test('says why it cannot start, and ends', async () => {
    vi.doMock('../../electron/page-files.ts', () => ({
      readPageFiles: () => Promise.reject(new Error('no page')),
    }));
    await import('../../electron/main.ts');
    electron.becomeReady();
    await vi.waitFor(() => expect(electron.steps).toContain('exit'));
    expect(electron.errors.join()).toContain('no page');
    vi.doUnmock('../../electron/page-files.ts');
  });

  test('a second start gives way and brings the first to the front', async () => {
    await startMain();
    electron.appEvents.emit('second-instance');
    expect(electron.focused).toBe(1);

    const second = new ElectronDouble();
    second.firstInstance = false;
    vi.resetModules();
    vi.doMock('electron', () => second.module);
    await import('../../electron/main.ts');
    expect(second.steps).toEqual(['exit']);
    expect(second.windows).toEqual([]);
  });
});

describe('the desktop application as the one writer of its folder', () => {
  /** Somebody else's lock, whose holder does not answer. */
  const writeLock = (host: string) =>
    writeFile(
      join(folder, 'lock.json'),
      JSON.stringify({
        program: 'browser',
        pid: 4321,
        host,
        started: '2026-11-02T01:02:03.000Z',
        nonce: '00000000-0000-4000-8000-000000000000',
        channel: '/tmp/cfc-nobody/channel',
      }),
    );

  async function startAndGiveWay(): Promise<void> {
    await import('../../electron/main.ts');
    electron.becomeReady();
    await ended();
    expect(electron.windows).toEqual([]);
    expect([...electron.channels.keys()]).toEqual([]);
  }

  test('names itself in the folder while it runs, and no longer once it ended', async () => {
    await startMain();
    expect(await lock()).toMatchObject({ program: 'electron', pid: process.pid, host: hostname() });
    window().close();
    await ended();
    expect(await lock()).toBeUndefined();
  });

  test('is shown when the program is started again in the browser', async () => {
    await startMain();
    const second = await startAsOneWriter({
      dataFolder: folder,
      program: 'browser',
      secondStart: () => undefined,
      log: () => undefined,
    });
    expect(second).toMatchObject({
      kind: 'elsewhere',
      sentences: [
        expect.stringContaining(`ứng dụng trên máy tính, tiến trình ${process.pid}`),
        expect.any(String),
      ],
    });
    await vi.waitFor(() => expect(electron.focused).toBe(1));
  });

  test('gives way to the program in the browser, and says where that runs', async () => {
    let shown = 0;
    const first = (await startAsOneWriter({
      dataFolder: folder,
      program: 'browser',
      origin: () => 'http://127.0.0.1:4567',
      secondStart: () => {
        shown += 1;
      },
      log: () => undefined,
    })) as OneWriter;
    await startAndGiveWay();
    expect(electron.said).toMatchObject([
      { type: 'info', message: expect.stringContaining('http://127.0.0.1:4567') },
    ]);
    expect(shown).toBe(1);
    expect(await first.holds()).toBe(true);
    await first.release();
  });

  test('asks about a folder that another machine holds, with leaving it as the easy answer', async () => {
    await writeLock('may-cua-xa');
    await startAndGiveWay();
    expect(electron.questions).toMatchObject([
      { message: expect.stringContaining('“may-cua-xa”'), defaultId: 0, cancelId: 0 },
    ]);
    expect(electron.questions[0]?.buttons?.[0]).toBe('Thoát');
    expect(await lock()).toMatchObject({ host: 'may-cua-xa' });
  });

  test('opens a folder that another machine holds when it is told to', async () => {
    await writeLock('may-cua-xa');
    electron.answer = 1;
    await startMain();
    expect(await lock()).toMatchObject({ host: hostname(), pid: process.pid });
  });

  test('takes over after a crash without a question', async () => {
    await writeLock(hostname());
    await startMain();
    expect(electron.questions).toEqual([]);
    expect(await lock()).toMatchObject({ pid: process.pid });
  });

  test('gives the folder back when it cannot start', async () => {
    electron.module.BrowserWindow.prototype.loadURL = async () => {
      throw new Error('no page');
    };
    await import('../../electron/main.ts');
    electron.becomeReady();
    await ended();
    expect(electron.errors.join()).toContain('no page');
    expect(await lock()).toBeUndefined();
  });
});

describe('every way of ending the desktop application', () => {
  const save = (children: number) =>
    call('assessments.save', { id: '2026-vd-01', basedOn: 0, by: null, answers: { children }, notes: {} });
  const savedChildren = async () =>
    JSON.parse(await readFile(join(folder, 'assessments', '2026-vd-01.json'), 'utf8')).data.answers.children
      .value;

  test.each<[string, () => unknown]>([
    ['the window is closed', () => window().close()],
    ['the application is quit', () => electron.module.app.quit()],
    ['Windows ends the session', () => window().endSession()],
    [
      'Windows ends the session without asking',
      () => window().emit('session-end', { reasons: ['critical'] }),
    ],
    ...signals.map((signal): [string, () => unknown] => [
      `${signal} comes`,
      () => process.listeners(signal).at(-1)?.(signal),
    ]),
  ])('finishes the save under way when %s, then gives the folder back', async (_how, end) => {
    await startMain();
    await call('sample.load', { year: 2026 });
    const saving = save(1491);
    end();
    await ended();
    expect(await saving).toMatchObject({ ok: true });
    expect(await savedChildren()).toBe(1491);
    expect(await lock()).toBeUndefined();
    expect(electron.steps.filter((step) => step === 'exit')).toHaveLength(1);
  });

  test('Windows may not end the session before the page had its time to save', async () => {
    await startMain();
    electron.pageObjects = true;
    expect(window().endSession()).toBe(false);
    expect(electron.windows).toHaveLength(1);
    electron.pageObjects = false;
    await ended();
    expect(electron.questions).toEqual([]);
  });
});

describe('a page that crashes', () => {
  test('is loaded again where it was, and what it had sent is saved', async () => {
    await startMain();
    await call('sample.load', { year: 2026 });
    window().url = 'app://page/#/2026-vd-01/tieu-chi/3';
    const saving = call('assessments.save', {
      id: '2026-vd-01',
      basedOn: 0,
      by: null,
      answers: { children: 1491 },
      notes: {},
    });
    window().losePage('crashed');
    await vi.waitFor(() => expect(window().loads).toHaveLength(2));
    expect(window().loads[1]).toBe('app://page/#/2026-vd-01/tieu-chi/3');
    expect(await saving).toMatchObject({ ok: true });
  });

  test('is not loaded again for ever: at the third crash within a minute the person is told', async () => {
    await startMain();
    for (const crash of [1, 2]) {
      window().losePage('oom');
      await vi.waitFor(() => expect(window().loads).toHaveLength(1 + crash));
    }
    const { loads } = window();
    window().losePage('oom');
    await ended();
    expect(loads).toHaveLength(3);
    expect(electron.said).toMatchObject([{ type: 'error', detail: expect.stringContaining('vẫn an toàn') }]);
    expect(await lock()).toBeUndefined();
  });

  test('that ended in order is left alone', async () => {
    await startMain();
    window().losePage('clean-exit');
    await new Promise((wait) => setTimeout(wait, 100));
    expect(window().loads).toHaveLength(1);
  });
});

test('the preload gives the page the calls of the contract and nothing else', async () => {
  await import('../../electron/preload.ts');
  expect([...electron.exposed.keys()]).toEqual(['desktop']);
  const bridge = electron.exposed.get('desktop') as Record<string, (args: unknown) => unknown>;
  expect(Object.keys(bridge).sort()).toEqual([...methods].sort());
  await bridge['assessments.open']?.({ id: 'x' });
  expect(electron.invoked).toEqual([['assessments.open', { id: 'x' }]]);
});
