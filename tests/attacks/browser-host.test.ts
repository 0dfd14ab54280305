import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods } from '../../electron/api.ts';
import { type BrowserHost, startBrowserHost } from '../../electron/browser-host/host.ts';
import type { Handlers } from '../../electron/service/dispatch.ts';
import { answerOn, openSocket, sendRaw } from './raw-request.ts';

/** Short enough that the tests need not wait long, and far longer than an honest request takes here. */
const patience = { headers: 800, request: 1_600, reading: 800 };
const large = 'x'.repeat(24 * 1024 * 1024);

let folder: string;
let host: BrowserHost;
let cookie: string;
/** What reached a handler. */
let handled: string[];
let slowCall: PromiseWithResolvers<void>;

const secret = 'not for the page';

async function start(): Promise<BrowserHost> {
  const answers: Partial<Record<string, () => unknown>> = {
    'recovery.export': () => ({ fileName: 'x', base64: large }),
    'backups.copyAll': async () => {
      await slowCall.promise;
      return { copied: 1, failed: [] };
    },
  };
  return startBrowserHost({
    handlers: Object.fromEntries(
      methods.map((method) => [
        method,
        () => {
          handled.push(method);
          return answers[method]?.() ?? { method };
        },
      ]),
    ) as unknown as Handlers,
    pageFolder: join(folder, 'page'),
    reportFault: (method, fault) => {
      throw new Error(method, { cause: fault });
    },
    offerAddress: () => undefined,
    patience,
  });
}

async function signIn(to: BrowserHost): Promise<string> {
  const { pathname, search } = new URL(to.address);
  const { text } = await sendRaw(to.origin, [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${new URL(to.origin).host}`,
    'Connection: close',
  ]);
  return /set-cookie: ([^;]+);/i.exec(text)?.[1] ?? '';
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attacked-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'page', 'index.html'), '<title>Phiếu</title>');
  await writeFile(join(folder, 'page', 'assets', 'own.js'), 'own();');
  await writeFile(join(folder, 'elsewhere', 'secret.json'), `"${secret}"`);
  // NOTE: on Windows only an administrator may link a file; folders may be joined by anybody.
  if (process.platform !== 'win32')
    await symlink(join(folder, 'elsewhere', 'secret.json'), join(folder, 'page', 'linked.json'));
  await symlink(join(folder, 'elsewhere'), join(folder, 'page', 'linked'), 'junction');
  handled = [];
  slowCall = Promise.withResolvers();
  host = await start();
  cookie = await signIn(host);
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

const hostName = () => new URL(host.origin).host;
const port = () => new URL(host.origin).port;

/** The lines of a call that is ours; a line that is given takes the place of the one of its name. */
function callLines(body: string, given: readonly string[] = [], method = 'app.info'): string[] {
  const ours = [
    `Host: ${hostName()}`,
    `Origin: ${host.origin}`,
    `Cookie: ${cookie}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  const nameOf = (line: string) => line.slice(0, line.indexOf(':')).toLowerCase();
  const replaced = new Set(given.map(nameOf));
  return [`POST /api/${method} HTTP/1.1`, ...ours.filter((line) => !replaced.has(nameOf(line))), ...given];
}

const getLines = (target: string, ...given: string[]) => [
  `GET ${target} HTTP/1.1`,
  `Host: ${hostName()}`,
  `Cookie: ${cookie}`,
  'Connection: close',
  ...given,
];

async function expectNothingHandled(work: () => Promise<void>): Promise<void> {
  handled = [];
  await work();
  expect(handled).toEqual([]);
}

describe('the loopback host under attack from a page elsewhere', () => {
  test('is called by its own page', async () => {
    handled = [];
    const { statuses, text } = await sendRaw(
      host.origin,
      callLines('{}', ['Sec-Fetch-Site: same-origin']),
      '{}',
    );
    expect(statuses).toEqual([200]);
    expect(text).toContain('{"ok":true,"value":{"method":"app.info"}}');
    expect(handled).toEqual(['app.info']);
  });

  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    '127.0.0.1.:PORT',
    'localhost:PORT',
    'LOCALHOST:PORT',
    '0.0.0.0:PORT',
    '[::1]:PORT',
    '[::ffff:127.0.0.1]:PORT',
    '[::ffff:7f00:1]:PORT',
    '127.1:PORT',
    '2130706433:PORT',
    '0x7f.0.0.1:PORT',
    'user@127.0.0.1:PORT',
    '127.0.0.1:PORT@evil.example',
    '127.0.0.1:PORT, evil.example',
    '127.0.0.1:0PORT',
    '127.0.0.1',
    '',
  ])('refuses a name that was bound anew to this machine: %s', async (name) => {
    await expectNothingHandled(async () => {
      expect(
        (await sendRaw(host.origin, callLines('{}', [`Host: ${name.replace('PORT', port())}`]), '{}'))
          .statuses,
      ).toEqual([403]);
    });
  });

  test('refuses a request with two names, with none, or with the name in its target', async () => {
    await expectNothingHandled(async () => {
      const twice = callLines('{}', [`Host: ${hostName()}`, 'Host: evil.example']);
      expect((await sendRaw(host.origin, twice, '{}')).statuses).toEqual([403]);
      const without = callLines('{}').filter((line) => !line.startsWith('Host'));
      expect((await sendRaw(host.origin, without, '{}')).statuses).toEqual([400]);
      const older = without.map((line) => line.replace('HTTP/1.1', 'HTTP/1.0'));
      expect((await sendRaw(host.origin, older, '{}')).statuses).toEqual([403]);
      for (const target of [
        'http://evil.example/',
        `http://${hostName()}/`,
        '@evil.example/x',
        '*',
        '//evil/x',
      ])
        expect((await sendRaw(host.origin, getLines(target))).statuses[0]).toBeGreaterThanOrEqual(400);
    });
  });

  test.each([
    ['an origin that is hidden', 'Origin: null'],
    ['another port', 'Origin: http://127.0.0.1:1'],
    ['another scheme', 'Origin: https://127.0.0.1'],
    ['another name', 'Origin: http://localhost'],
    ['a name that begins alike', 'Origin: http://127.0.0.1.evil.example'],
    ['another site, by what the browser says', 'Sec-Fetch-Site: cross-site'],
    ['another port, by what the browser says', 'Sec-Fetch-Site: same-site'],
  ])('refuses a call from %s, with the session', async (_, line) => {
    await expectNothingHandled(async () => {
      const origin = line.startsWith('Origin') ? [line] : [line, `Origin: ${host.origin}`];
      expect((await sendRaw(host.origin, callLines('{}', origin), '{}')).statuses).toEqual([403]);
      expect((await sendRaw(host.origin, getLines('/', line))).statuses).toEqual([403]);
    });
  });

  test.each([
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-8',
    'application/csp-report',
    '',
  ])('refuses a body that a form or a beacon can send: %j', async (type) => {
    await expectNothingHandled(async () => {
      const { statuses } = await sendRaw(host.origin, callLines('{}', [`Content-Type: ${type}`]), '{}');
      expect(statuses).toEqual([405]);
    });
  });

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'takes no call by %s',
    async (verb) => {
      await expectNothingHandled(async () => {
        const lines = callLines('').map((line) => line.replace(/^POST/, verb));
        expect((await sendRaw(host.origin, lines)).statuses).toEqual([405]);
      });
    },
  );

  test('tunnels nothing and changes to no other protocol', async () => {
    const tunnel = getLines('/').map((line) => line.replace('GET /', 'CONNECT evil.example:443'));
    expect((await sendRaw(host.origin, tunnel)).text).toBe('');
    const other = getLines(
      '/',
      'Upgrade: websocket',
      'Connection: upgrade, close',
      'Sec-WebSocket-Version: 13',
    );
    expect(
      (
        await sendRaw(
          host.origin,
          other.filter((line) => line !== 'Connection: close'),
        )
      ).statuses,
    ).toEqual([200]);
  });
});

describe('the session of the loopback host', () => {
  test.each([
    ['no cookie', () => ''],
    ['an empty one', () => `child-friendly-${port()}=`],
    ['a guessed one', () => `child-friendly-${port()}=${'A'.repeat(43)}`],
    ['a part of the key', () => cookie.slice(0, -1)],
    ['more than the key', () => `${cookie}x`],
    ['the key under the name of another port', () => cookie.replace(port(), '1')],
    ['the key in other letter case', () => cookie.toLowerCase()],
    ['a name from the prototype', () => `__proto__=${cookie.split('=')[1]}`],
  ])('is not entered with %s', async (_, given) => {
    await expectNothingHandled(async () => {
      expect((await sendRaw(host.origin, callLines('{}', [`Cookie: ${given()}`]), '{}')).statuses).toEqual([
        403,
      ]);
    });
  });

  test('is not entered by guessing tokens, and a token that was guessed at still works', async () => {
    const guesses = ['', 'x', 'A'.repeat(43), 'ạ'.repeat(43), '%00', '../', '__proto__'];
    for (const guess of guesses)
      expect(
        (
          await sendRaw(host.origin, [
            `GET /?token=${encodeURI(guess)} HTTP/1.1`,
            `Host: ${hostName()}`,
            'Connection: close',
          ])
        ).statuses,
      ).toEqual([403]);
    const fresh = new URL(host.address).search;
    const late = await signIn(host);
    expect(late).toBe(cookie);
    expect(new URL(host.address).search).not.toBe(fresh);
    const replayed = [`GET /${fresh} HTTP/1.1`, `Host: ${hostName()}`, 'Connection: close'];
    expect((await sendRaw(host.origin, replayed)).statuses).toEqual([403]);
  });
});

describe('the page folder of the loopback host', () => {
  test('gives what is in it', async () => {
    expect((await sendRaw(host.origin, getLines('/assets/own.js'))).text).toContain('own();');
  });

  test.each([
    '/../elsewhere/secret.json',
    '/assets/../../elsewhere/secret.json',
    '/%2e%2e/elsewhere/secret.json',
    '/%2E%2E%2Felsewhere%2Fsecret.json',
    '/%252e%252e%252felsewhere%252fsecret.json',
    '/..%5celsewhere%5csecret.json',
    '/..\\elsewhere\\secret.json',
    '/assets%00/../../elsewhere/secret.json',
    '/%c0%ae%c0%ae/elsewhere/secret.json',
    '/....//elsewhere/secret.json',
    '//elsewhere/secret.json',
    '/linked.json',
    '/linked/secret.json',
    '/assets',
    '/__proto__',
    '/constructor',
    '/index.html::$DATA',
    '/INDEX.HTML',
    '/index.html%20',
    '/index.html.',
  ])('gives nothing for %s', async (target) => {
    const { statuses, text } = await sendRaw(host.origin, getLines(target));
    expect(statuses).toEqual([404]);
    expect(text).not.toContain(secret);
  });
});

describe('the loopback host and bodies that are too large', () => {
  const mebibyte = 1024 * 1024;

  test('a body is not waited for without the session', async () => {
    await expectNothingHandled(async () => {
      const socket = openSocket(host.origin);
      const lines = callLines('', [`Content-Length: ${1024 * mebibyte}`, 'Cookie: a=b']);
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      expect((await answerOn(socket)).statuses).toEqual([403]);
    });
  });

  test('one a little too large is answered, and the connection goes on', async () => {
    const body = `"${'x'.repeat(mebibyte + 10)}"`;
    const first = callLines(body).filter((line) => line !== 'Connection: close');
    const { statuses } = await sendRaw(
      host.origin,
      first,
      `${body}${[...callLines('{}'), '', '{}'].join('\r\n')}`,
    );
    expect(statuses).toEqual([413, 200]);
  });

  test('one without end is cut off once it is too large', async () => {
    await expectNothingHandled(async () => {
      const socket = openSocket(host.origin);
      const lines = callLines('').filter((line) => !line.startsWith('Content-Length'));
      socket.write(`${[...lines, 'Transfer-Encoding: chunked'].join('\r\n')}\r\n\r\n`);
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      let written = 0;
      const more = () => {
        while (!socket.destroyed && socket.write(chunk)) written += chunk.length;
      };
      socket.on('drain', more);
      const answer = answerOn(socket);
      more();
      await answer;
      expect(written).toBeLessThan(64 * mebibyte);
    });
  });

  test('one that is nested deep is refused as any other', async () => {
    const body = '['.repeat(mebibyte / 2) + ']'.repeat(mebibyte / 2);
    const { statuses, text } = await sendRaw(host.origin, callLines(body), body);
    expect(statuses).toEqual([200]);
    expect(text).toContain('invalid_request');
  });

  test('headers without end are refused', async () => {
    const one = await sendRaw(host.origin, getLines('/', `X: ${'x'.repeat(100_000)}`));
    expect(one.statuses).toEqual([431]);
    const many = Array.from({ length: 20_000 }, (_, index) => `X${index}: y`);
    expect((await sendRaw(host.origin, getLines('/', ...many))).statuses).toEqual([431]);
  });
});

describe('the loopback host and requests that two programs would read differently', () => {
  const smuggled = 'GET /smuggled HTTP/1.1\r\n\r\n';

  test.each([
    ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 4', 'Content-Length: 40']],
    ['a length that is none', ['Content-Length: +4']],
    ['chunks under another name', ['Content-Length: 4', 'Transfer-Encoding: xchunked']],
    ['a header over two lines', ['X: a', ' Transfer-Encoding: chunked']],
    ['a space in a name', ['Transfer-Encoding : chunked']],
    ['a line that ends in half', ['X: a\nTransfer-Encoding: chunked']],
  ])('refuses %s', async (_, lines) => {
    await expectNothingHandled(async () => {
      const own = callLines('').filter((line) => !/^(Content-Length|Connection)/.test(line));
      const { statuses } = await sendRaw(host.origin, [...own, ...lines], `0\r\n\r\n${smuggled}`);
      expect(statuses).toEqual([400]);
    });
  });

  test('answers requests that come in one go in their order', async () => {
    const goesOn = (lines: string[]) => lines.filter((line) => line !== 'Connection: close');
    const page = goesOn(getLines('/assets/own.js'));
    const call = callLines('{}');
    const { statuses, text } = await sendRaw(
      host.origin,
      [...page, '', ...goesOn(getLines('/none')), '', ...call],
      '{}',
    );
    expect(statuses).toEqual([200, 404, 200]);
    expect(text.indexOf('own();')).toBeLessThan(text.indexOf('app.info'));
  });
});

describe('the loopback host and clients that are slow', () => {
  async function expectServed(): Promise<void> {
    expect((await sendRaw(host.origin, callLines('{}'), '{}')).statuses).toEqual([200]);
  }

  /** Sends a piece again and again until the host ends the connection; resolves with how long that took. */
  async function trickle(head: string, piece: string): Promise<number> {
    const socket = openSocket(host.origin);
    const begun = performance.now();
    socket.write(head);
    const drip = setInterval(() => socket.write(piece), 50);
    await answerOn(socket);
    clearInterval(drip);
    return performance.now() - begun;
  }

  test.concurrent('headers and bodies that come byte by byte are given up, and others are served meanwhile', async () => {
    const headers = Array.from({ length: 200 }, () =>
      trickle(`GET / HTTP/1.1\r\nHost: ${hostName()}\r\n`, 'X: y\r\n'),
    );
    const bodies = Array.from({ length: 50 }, () =>
      trickle(`${callLines('x'.repeat(1_000)).join('\r\n')}\r\n\r\n`, ' '),
    );
    const uninvited = Array.from({ length: 50 }, () =>
      trickle(`${callLines('x'.repeat(1_000), ['Cookie: a=b']).join('\r\n')}\r\n\r\n`, ' '),
    );
    await pause(300);
    await expectServed();
    // NOTE: the host looks every 200 ms; the rest is for a machine that is busy.
    for (const took of await Promise.all([...headers, ...bodies, ...uninvited]))
      expect(took).toBeLessThan(15_000);
    await expectServed();
  });

  test.concurrent('an answer that nobody reads is given up, and others are served meanwhile', async () => {
    const args = '{"place":"damaged","file":"x"}';
    const sockets = Array.from({ length: 8 }, () => {
      const socket = openSocket(host.origin).pause();
      socket.write(`${callLines(args, [], 'recovery.export').join('\r\n')}\r\n\r\n${args}`);
      return socket;
    });
    await pause(200);
    await expectServed();
    await pause(3 * patience.reading);
    for (const socket of sockets) {
      // NOTE: what lies in the buffers of the system still comes; then the connection is found to be cut.
      let read = 0;
      socket.on('data', (chunk) => {
        read += chunk.length;
      });
      socket.resume();
      await new Promise((resolve) => socket.once('close', resolve));
      expect(read).toBeLessThan(large.length);
    }
  });

  test.concurrent('a call that takes longer than any client may is still answered', async () => {
    const calling = sendRaw(host.origin, callLines('{}', [], 'backups.copyAll'), '{}');
    await pause(2 * Math.max(patience.reading, patience.request));
    slowCall.resolve();
    expect((await calling).statuses).toEqual([200]);
  });

  test('closing waits for none of them', async () => {
    const other = await start();
    const name = new URL(other.origin).host;
    const sockets = ['GET / HTTP/1.1\r\n', `POST /api/app.info HTTP/1.1\r\nHost: ${name}\r\n`, ''].map(
      (text) => {
        const socket = openSocket(other.origin);
        socket.write(text);
        return answerOn(socket);
      },
    );
    await pause(100);
    await other.close();
    await Promise.all(sockets);
  });
});
