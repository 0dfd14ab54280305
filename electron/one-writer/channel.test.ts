import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Channel, knock, openChannel } from './channel.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
  vi.unstubAllEnvs();
});

async function open(nonce: string, origin?: string): Promise<{ channel: Channel; starts: () => number }> {
  let starts = 0;
  const channel = await openChannel({
    nonce,
    origin: () => origin,
    secondStart: () => {
      starts += 1;
    },
  });
  cleanUp.push(() => channel.close());
  return { channel, starts: () => starts };
}

/** Listens at an address of the program's shape and does something else. */
async function listenInstead(answer: (server: Server) => void): Promise<string> {
  const folder = await mkdtemp('/tmp/cfc-');
  const server = createServer();
  answer(server);
  const address = join(folder, 'channel');
  await new Promise<void>((resolve) => server.listen(address, resolve));
  cleanUp.push(
    () => rm(folder, { recursive: true, force: true }),
    () => server.close(),
  );
  return address;
}

describe('the channel to the holder of a lock', () => {
  test('answers who knows its nonce, and says where a browser finds it', async () => {
    const { channel, starts } = await open('a', 'http://127.0.0.1:4567');
    expect(await knock({ channel: channel.address, nonce: 'a' }, false)).toEqual({
      kind: 'answered',
      origin: 'http://127.0.0.1:4567',
    });
    expect(starts()).toBe(0);
  });

  test('passes on that the program was started again', async () => {
    const { channel, starts } = await open('a');
    expect(await knock({ channel: channel.address, nonce: 'a' }, true)).toEqual({ kind: 'answered' });
    expect(starts()).toBe(1);
  });

  test('answers nobody who asks for another holder', async () => {
    const { channel, starts } = await open('a');
    expect(await knock({ channel: channel.address, nonce: 'b' }, true)).toEqual({ kind: 'gone' });
    expect(starts()).toBe(0);
  });

  test('is gone once it is closed, and leaves nothing behind', async () => {
    const { channel } = await open('a');
    await channel.close();
    expect(await knock({ channel: channel.address, nonce: 'a' }, false)).toEqual({ kind: 'gone' });
    if (process.platform !== 'win32') await expect(stat(dirname(channel.address))).rejects.toThrow();
  });

  test.each([
    ['a pipe of another machine', '\\\\evil.example\\pipe\\child-friendly-communes-0'],
    ['a socket of another program', '/var/run/docker.sock'],
    ['nothing', ''],
  ])('is not looked for at %s', async (_where, channel) => {
    expect(await knock({ channel, nonce: 'a' }, false)).toEqual({ kind: 'gone' });
  });
});

describe.skipIf(process.platform === 'win32')('the socket of the channel', () => {
  test('stands in a folder that only this user may enter', async () => {
    const { channel } = await open('a');
    expect((await stat(dirname(channel.address))).mode & 0o777).toBe(0o700);
  });

  test('has a short path though the temp folder has a long one', async () => {
    const long = join(await mkdtemp(join(tmpdir(), 'dài-')), 'thư mục tạm có tên rất dài '.repeat(4));
    await mkdir(long);
    cleanUp.push(() => rm(dirname(long), { recursive: true }));
    vi.stubEnv('TMPDIR', long);
    const { channel } = await open('a');
    expect(Buffer.byteLength(channel.address)).toBeLessThanOrEqual(103);
    expect(await knock({ channel: channel.address, nonce: 'a' }, false)).toEqual({ kind: 'answered' });
  });

  test('with somebody behind it who does not answer is silent, not gone', async () => {
    const channel = await listenInstead((server) =>
      server.on('connection', (connection) => connection.on('error', () => undefined).resume()),
    );
    expect(await knock({ channel, nonce: 'a' }, false)).toEqual({ kind: 'silent' });
  });

  test.each([
    ['closes at once', ''],
    ['says something else', 'HTTP/1.1 400 Bad Request\n'],
    ['names another nonce', '{"nonce":"b"}\n'],
  ])('with another program behind it, which %s, is gone', async (_how, text) => {
    const channel = await listenInstead((server) =>
      server.on('connection', (connection) => connection.on('error', () => undefined).end(text)),
    );
    expect(await knock({ channel, nonce: 'a' }, false)).toEqual({ kind: 'gone' });
  });
});
