import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../../tests/electron-double/double.ts';
import { type Frame, frameOf } from '../../../tests/electron-double/web-contents.ts';
import { methods } from '../../api.ts';
import type { Handlers } from '../../service/dispatch.ts';

const electron = new ElectronDouble();
const done = vi.fn();

beforeAll(async () => {
  vi.doMock('electron', () => electron.module);
  const { answerCalls } = await import('../answer-calls.ts');
  electron.becomeReady();
  const handlers = Object.fromEntries(methods.map((method) => [method, done])) as unknown as Handlers;
  answerCalls(handlers, Promise.resolve());
  new electron.module.BrowserWindow();
  await electron.window.loadURL('app://page/');
});
afterAll(() => vi.doUnmock('electron'));

const ours = frameOf('app://page/');
const framed = (frame: Frame, as: Partial<Frame>): Frame => ({ ...frame, ...as });

test('our page is answered, wherever in itself it is', async () => {
  expect(await electron.call('app.info', {})).toMatchObject({ ok: true });
  const senderFrame = frameOf('app://page/index.html#/phieu/2026-vd-01');
  expect(await electron.call('app.info', {}, { senderFrame })).toMatchObject({ ok: true });
});

test.each<[string, Frame | null]>([
  ['a frame that is gone', null],
  ['a frame within our page', frameOf('app://page/', ours)],
  ['a frame within a frame', frameOf('app://page/', frameOf('app://page/', ours))],
  ['another site', frameOf('https://evil.example/')],
  ['another site on the same host', frameOf('https://page/')],
  ['a host that begins like ours', frameOf('app://page.evil/')],
  ['a host that ends like ours', frameOf('app://evil.page/')],
  ['a host behind our name as a user', frameOf('app://page@evil/')],
  ['our host with a user', framed(ours, { url: 'app://user@page/' })],
  ['our host with a port', frameOf('app://page:80/')],
  ['another scheme that begins like ours', frameOf('apps://page/')],
  ['a file', frameOf('file:///index.html')],
  ['an empty page', frameOf('about:blank')],
  ['an empty page opened by ours', framed(frameOf('about:blank'), { origin: 'app://page' })],
  ['a page not loaded yet', framed(ours, { url: '' })],
  ['text as a page', framed(frameOf('about:blank'), { url: 'data:text/html,x', origin: 'null' })],
  ['a blob of ours as a page', framed(ours, { url: 'blob:app://page/0' })],
  ['our page with an opaque origin, as in a sandboxed frame', framed(ours, { origin: 'null' })],
  ['our page with the origin of another', framed(ours, { origin: 'app://page.evil' })],
  ['developer tools', frameOf('devtools://devtools/bundled/devtools_app.html')],
  ['an error page', frameOf('chrome-error://chromewebdata/')],
])('%s is refused by every call, with nothing to learn from it', async (_who, senderFrame) => {
  done.mockClear();
  for (const method of methods)
    await expect(electron.call(method, {}, { senderFrame })).rejects.toThrow(/^refused$/);
  expect(done).not.toHaveBeenCalled();
});

test('what shows our page without being a window of ours is refused', async () => {
  const other = new ElectronDouble();
  new other.module.BrowserWindow();
  await other.window.loadURL('app://page/');
  const { webContents } = other.window;
  expect(webContents.mainFrame.url).toBe('app://page/');
  await expect(electron.call('app.info', {}, { sender: webContents })).rejects.toThrow(/^refused$/);
});

test('arguments are looked at only for our page, and refused by the schema of the call', async () => {
  await expect(electron.call('assessments.list', null, { senderFrame: null })).rejects.toThrow(/^refused$/);
  for (const args of [undefined, null, 1, [], { year: 'x' }, { year: 2026, more: true }])
    expect(await electron.call('assessments.list', args)).toMatchObject({
      ok: false,
      error: { code: 'invalid_request' },
    });
});
