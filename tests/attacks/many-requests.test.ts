import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerOn, openSocket, type RawAnswer, sendRaw } from './raw-request.ts';
import type { Told } from './serving-host.ts';

const wished = 10_000;
/** What a process needs besides. */
const otherFiles = 500;
/** Connections that are made at a time, fewer than wait to be taken up. */
const wave = 400;

let folder: string;
let serving: ChildProcess;
let origin: string;
let cookie: string;
const faults: Told[] = [];

async function told<K extends string>(key: K): Promise<Extract<Told, Record<K, unknown>>> {
  for (;;) {
    const [message] = (await once(serving, 'message')) as [Told];
    if (key in message) return message as Extract<Told, Record<K, unknown>>;
    faults.push(message);
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asked-'));
  for (const name of ['page', 'data']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'page', 'index.html'), `<title>Phiếu</title>${'x'.repeat(10_000)}`);
  serving = fork(
    join(import.meta.dirname, 'serving-host.ts'),
    ['page', 'data'].map((name) => join(folder, name)),
    { execArgv: ['--expose-gc'] },
  );
  const { address } = await told('address');
  origin = new URL(address).origin;
  const { text } = await sendRaw(origin, [
    `GET ${address.slice(origin.length)} HTTP/1.1`,
    ...own('Connection: close'),
  ]);
  cookie = /set-cookie: ([^;]+);/i.exec(text)?.[1] ?? '';
});

afterEach(async () => {
  if (serving.exitCode === null && serving.signalCode === null) {
    serving.kill('SIGKILL');
    await once(serving, 'exit');
  }
  await rm(folder, { recursive: true });
});

const own = (...lines: string[]) => [`Host: ${new URL(origin).host}`, ...lines];

function callText(method: string, body: string, session = cookie): string {
  const lines = own(
    `Origin: ${origin}`,
    `Cookie: ${session}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  );
  return [`POST /api/${method} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

/** Each with the status and the words that it must be answered with. */
const kinds = (): readonly [text: string, status: number, words: string][] => [
  [callText('app.info', '{}'), 200, '"version":"asked"'],
  [callText('units.search', '{"query":"Hà Đông","limit":1}'), 200, 'Phường Hà Đông'],
  [['GET / HTTP/1.1', ...own(`Cookie: ${cookie}`, 'Connection: close'), '', ''].join('\r\n'), 200, 'xxx'],
  [callText('app.info', '{}', 'a=b'), 403, 'Địa chỉ này đã dùng rồi'],
  [callText('assessments.open', '{"id":"../x"}'), 200, '"invalid_request"'],
];

async function connected(count: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const next = Array.from({ length: Math.min(wave, count - sockets.length) }, () => openSocket(origin));
    await Promise.all(next.map((socket) => once(socket, 'connect')));
    sockets.push(...next);
  }
  return sockets;
}

async function memory(): Promise<number> {
  const telling = told('memory');
  serving.send('memory');
  return (await telling).memory;
}

/** As many as the system lets one process have. */
function parallel(): number {
  if (process.platform === 'win32') return wished;
  const most = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  return most === 'unlimited' ? wished : Math.min(wished, Number(most) - otherFiles);
}

/** An answer is whole, or there is none. */
function expectWhole({ text }: RawAnswer): void {
  if (text === '') return;
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  expect(body.length).toBe(Number(/content-length: (\d+)/i.exec(head)?.[1]));
}

const utf8 = ({ text }: RawAnswer) => Buffer.from(text, 'latin1').toString('utf8');

describe('the loopback host asked by very many at once', () => {
  test(`answers each of ${wished} right, and holds no more memory afterwards`, async () => {
    const texts = kinds();
    for (const [text] of texts) (await connected(1))[0]?.end(text);
    const before = await memory();

    const sockets = await connected(parallel());
    const answers = sockets.map(answerOn);
    for (const [index, socket] of sockets.entries()) socket.write(texts[index % texts.length]?.[0] ?? '');
    const wrong = (await Promise.all(answers)).filter((answer, index) => {
      const [, status, words = ''] = texts[index % texts.length] ?? [];
      return answer.statuses.length !== 1 || answer.statuses[0] !== status || !utf8(answer).includes(words);
    });

    expect(sockets.length).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
    // NOTE: ten thousand connections take some 100 megabytes while they last.
    expect((await memory()) - before).toBeLessThan(24 * 1024 * 1024);
    expect((await sendRaw(origin, [texts[2]?.[0].trimEnd() ?? ''])).statuses).toEqual([200]);
    expect(faults).toEqual([]);
  });

  test('closes in order while they run, and keeps what it said was saved', async () => {
    const texts = kinds().map(([text]) => text);
    const names = Array.from({ length: 20 }, (_, index) => `Người thứ ${index + 1}`);
    const saving = (await connected(names.length)).map((socket, index) => {
      const name = names[index] ?? '';
      socket.write(callText('assessors.choose', JSON.stringify({ name })));
      return answerOn(socket).then((answer) => ({ name, answer }));
    });
    const sockets = await connected(1_500);
    const answers = sockets.map(answerOn);
    for (const [index, socket] of sockets.entries()) socket.write(texts[index % texts.length] ?? '');
    await pause(20);
    const ended = once(serving, 'exit');
    serving.send('close');

    for (const answer of await Promise.all(answers)) expectWhole(answer);
    const saved = (await Promise.all(saving)).filter(({ answer }) => answer.text.includes('"ok":true'));
    expect(await ended).toEqual([0, null]);
    const settings = await readFile(join(folder, 'data', 'settings.json'), 'utf8');
    expect(saved.length).toBeGreaterThan(0);
    expect(saved.filter(({ name }) => !settings.includes(name))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
