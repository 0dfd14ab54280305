import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProgram } from '../program.ts';
import { type BrowserHost, startBrowserHost } from './host.ts';

let folder: string;
let host: BrowserHost;
let offered: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Phiếu</title>');
  await writeFile(join(folder, 'secret.json'), '{"secret":true}');
  offered = [];
  host = await startBrowserHost({
    handlers: createProgram({ host: 'browser', version: '1', dataFolder: join(folder, 'data') }).handlers,
    pageFolder: join(folder, 'page'),
    reportFault: (method, fault) => {
      throw new Error(method, { cause: fault });
    },
    offerAddress: (address) => offered.push(address),
  });
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A raw request, because fetch will not send a Host or an Origin of the caller's choice. */
function ask(
  path: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function signIn(): Promise<string> {
  const { pathname, search } = new URL(host.address);
  const answer = await ask(pathname + search);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

const call = async (headers: Record<string, string>, body = '{}', method = 'app.info') =>
  ask(`/api/${method}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('the loopback host', () => {
  test('listens on 127.0.0.1 only', () => {
    expect(new URL(host.origin).hostname).toBe('127.0.0.1');
  });

  test('answers a call that brings the session and its own origin', async () => {
    const cookie = await signIn();
    const answer = await call({ cookie, origin: host.origin });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { host: 'browser', version: '1' } });
  });

  test('refuses every request without the token: page, call and unknown path alike', async () => {
    for (const path of ['/', '/index.html', '/api/app.info', '/nothing', '/?token=', '/?token=wrong'])
      expect((await ask(path)).status).toBe(403);
    expect((await call({ origin: host.origin })).status).toBe(403);
    expect((await call({ origin: host.origin, cookie: 'child-friendly=x' })).status).toBe(403);
  });

  test('takes a token once, and offers a new address to whoever comes late', async () => {
    const used = new URL(host.address);
    expect((await ask(used.pathname + used.search)).status).toBe(303);
    expect((await ask(used.pathname + used.search)).status).toBe(403);
    expect((await ask('/')).status).toBe(403);
    expect(offered).toEqual([host.address]);
    const fresh = new URL(host.address);
    expect((await ask(fresh.pathname + fresh.search)).status).toBe(303);
  });

  test('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    const { pathname, search } = new URL(host.address);
    const answer = await ask(pathname + search);
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(answer.headers.location).toBe('/');
  });

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'refuses the Host %s even with the session',
    async (name) => {
      const cookie = await signIn();
      const answer = await call({ cookie, origin: host.origin, host: name });
      expect(answer.status).toBe(403);
      expect((await ask('/', { headers: { cookie, host: name } })).status).toBe(403);
    },
  );

  test.each(['http://evil.example', 'null', 'http://localhost', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'refuses the Origin %s even with the session',
    async (origin) => {
      const cookie = await signIn();
      expect((await call({ cookie, origin })).status).toBe(403);
      expect((await ask('/', { headers: { cookie, origin } })).status).toBe(403);
    },
  );

  test('refuses a call that names no origin', async () => {
    expect((await call({ cookie: await signIn() })).status).toBe(403);
  });

  test('serves the page with a policy that lets nothing in from outside', async () => {
    const answer = await ask('/', { headers: { cookie: await signIn() } });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>Phiếu</title>');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '//secret.json',
    '/page/index.html',
  ])('serves nothing outside the page for %s', async (path) => {
    const answer = await ask(path, { headers: { cookie: await signIn() } });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  test('refuses calls that are not JSON posts, unknown calls and oversized bodies', async () => {
    const session = { cookie: await signIn(), origin: host.origin };
    expect((await ask('/api/app.info', { headers: session })).status).toBe(405);
    expect((await call({ ...session, 'content-type': 'text/plain' })).status).toBe(405);
    expect((await call(session, '{}', 'app.quit')).status).toBe(404);
    expect((await call(session, '{}', '__proto__')).status).toBe(404);
    expect((await call(session, `"${'x'.repeat(2 * 1024 * 1024)}"`)).status).toBe(413);
    expect((await call(session)).status).toBe(200);
  });

  test('answers a malformed call with the place of the fault, in Vietnamese', async () => {
    const session = { cookie: await signIn(), origin: host.origin };
    const notJson = JSON.parse((await call(session, '{')).body);
    expect(notJson).toMatchObject({ ok: false, error: { code: 'invalid_request' } });
    const wrong = JSON.parse((await call(session, '{"year":"2026"}', 'assessments.list')).body);
    expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid_request', path: 'year' } });
    expect(wrong.error.message).toMatch(/[ạ-ỹđ]/i);
  });
});
