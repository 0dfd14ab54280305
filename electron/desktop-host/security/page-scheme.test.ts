import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ElectronDouble } from '../../../tests/electron-double/double.ts';
import { pageHeaders } from '../../page-headers.ts';

const electron = new ElectronDouble();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  const page = join(folder, 'page');
  const outside = join(folder, 'outside');
  await mkdir(join(page, 'assets'), { recursive: true });
  await mkdir(outside);
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  await writeFile(join(page, 'assets', 'a.js'), 'a();');
  await writeFile(join(folder, 'secret.json'), '"secret"');
  await writeFile(join(outside, 'secret.json'), '"secret"');
  // NOTE: on Windows only an administrator may link a file; folders may be joined by anybody.
  if (process.platform !== 'win32') await symlink(join(folder, 'secret.json'), join(page, 'linked.json'));
  await symlink(outside, join(page, 'linked'), 'junction');
  await symlink(folder, join(page, 'assets', 'up'), 'junction');

  vi.doMock('electron', () => electron.module);
  const { declarePageScheme, servePage } = await import('./page-scheme.ts');
  declarePageScheme();
  electron.becomeReady();
  await servePage(page);
  // Comes too late to be of the page.
  await writeFile(join(page, 'later.js'), 'later();');
});
afterAll(async () => {
  vi.doUnmock('electron');
  await rm(folder, { recursive: true });
});

/** As Electron hands a request over, but with an address that need not have been tidied by Chromium. */
async function ask(url: string, method = 'GET'): Promise<Response> {
  const answer = electron.system.schemes.get('app');
  if (answer === undefined) throw new Error('nothing serves app://');
  return answer({ url, method } as Request);
}

test.each([
  ['app://page/', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://page/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://page/?x=1#/phieu/1', 'text/html; charset=utf-8', '<!doctype html>'],
  ['app://page/assets/a.js', 'text/javascript; charset=utf-8', 'a();'],
])('%s is a file of the page, under the rules of the page', async (url, type, text) => {
  const answer = await ask(url);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({ ...pageHeaders, 'content-type': type });
  expect(await answer.text()).toBe(text);
});

test('HEAD is answered without the file, and nothing else is a way to ask', async () => {
  const head = await ask('app://page/', 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get', ''])
    expect((await ask('app://page/', method)).status).toBe(405);
});

const paths = [
  '/../secret.json',
  '/assets/../../secret.json',
  '/./../secret.json',
  '/%2e%2e/secret.json',
  '/%2E%2E%2Fsecret.json',
  '/..%2fsecret.json',
  '/%252e%252e/secret.json',
  '/%252e%252e%252fsecret.json',
  '/%c0%ae%c0%ae/secret.json',
  '/..;/secret.json',
  '/....//secret.json',
  '/..\\secret.json',
  '/%5c..%5csecret.json',
  '\\..\\secret.json',
  '/index.html%00.json',
  '/%00/../secret.json',
  '/assets/a.js\0.json',
  '/C:/secret.json',
  '/c%3a/secret.json',
  '/C|/secret.json',
  '//secret.json',
  '//127.0.0.1/share/secret.json',
  '/\\\\?\\C:\\secret.json',
  '/file:///secret.json',
  '/linked.json',
  '/linked/secret.json',
  '/linked',
  '/assets/up/secret.json',
  '/assets/up/page/index.html',
  '/later.js',
  '/INDEX.HTML',
  '/index.html/',
  '/index.html.',
  '/index.html::$DATA',
  '/assets',
  '/assets/',
  '/assets//a.js',
  '/constructor',
  '/__proto__',
];

test.each(paths)('%j is nothing', async (path) => {
  const answer = await ask(`app://page${path}`);
  expect([answer.status, await answer.text()]).toEqual([404, '']);
  expect(answer.headers.get('content-security-policy')).toBe(pageHeaders['content-security-policy']);
});

test('the very path of a file on the disk is nothing', async () => {
  expect((await ask(`app://page/${join(folder, 'secret.json')}`)).status).toBe(404);
  expect((await ask(`app://page/${encodeURIComponent(join(folder, 'secret.json'))}`)).status).toBe(404);
});

test.each([
  'app://other/',
  'app://page.evil/',
  'app://evil.page/',
  'app://PAGE/',
  'app://p%61ge/',
  'app://page:80/',
  'app://page@evil/',
  'app://user@page/',
  'app://user:word@page/',
  'app://:word@page/',
  'app:///',
  'app:page/',
  'app:/page/',
  'app://',
  'app:\\\\page\\',
  'app://page\\@evil/',
  'app://page%00/',
  'http://page/',
  'file:///index.html',
  'data:text/html,x',
  'about:blank',
  'index.html',
  '',
])('%j is not our page', async (url) => {
  expect((await ask(url)).status).toBe(404);
});
