/**
 * The line between two starts of the program on one machine: a named pipe on Windows, elsewhere a socket in a folder that
 * only this user may enter. The system closes it with its process, so an answer proves that the holder of a lock lives.
 */
import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fileErrorCode } from '../store/file-system.ts';

/** Longer addresses are cut off by the system, macOS being the strictest. In bytes. */
const addressLimit = 103;
/** How long the holder may take to answer, in milliseconds. */
const answerTime = 3_000;
/** In characters. */
const messageLimit = 4_096;

const pipePrefix = '\\\\.\\pipe\\child-friendly-communes-';
const socketName = 'channel';
/** NOTE: a lock file comes from anywhere; on Windows an address of another machine would send it our user's name. */
const ownAddress =
  /^(\\\\\.\\pipe\\child-friendly-communes-[0-9a-f-]{36}|\/.*\/cfc-[A-Za-z0-9]{6}\/channel)$/s;

const questionSchema = z.object({ nonce: z.string(), started: z.boolean() });
const answerSchema = z.object({ nonce: z.string(), origin: z.string().optional() });

export type Knock =
  /** The holder lives. `origin`: where a browser finds it, for the browser host. */
  | { readonly kind: 'answered'; readonly origin?: string }
  /** Something is there and does not answer, or may not be asked. */
  | { readonly kind: 'silent' }
  /** Nobody is there, or somebody else. */
  | { readonly kind: 'gone' };

export interface ChannelOptions {
  readonly nonce: string;
  readonly origin: () => string | undefined;
  /** Called when somebody started the program a second time. */
  readonly secondStart: () => void;
}

export interface Channel {
  readonly address: string;
  close(): Promise<void>;
}

export async function openChannel(options: ChannelOptions): Promise<Channel> {
  const address = process.platform === 'win32' ? pipePrefix + randomUUID() : await newSocketPath();
  const connections = new Set<Socket>();
  const server = createServer((connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
    connection.on('error', () => connection.destroy());
    connection.setTimeout(answerTime, () => connection.destroy());
    readLine(connection, (line) => {
      const question = questionSchema.safeParse(parseJson(line)).data;
      if (question?.nonce !== options.nonce) {
        connection.destroy();
        return;
      }
      connection.end(`${JSON.stringify({ nonce: options.nonce, origin: options.origin() })}\n`);
      if (question.started) options.secondStart();
    });
  });
  await listen(server, address);
  server.unref();
  return {
    address,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.destroy();
      });
      if (process.platform !== 'win32') await fs.rm(dirname(address), { recursive: true, force: true });
    },
  };
}

/** Asks the holder `nonce` whether it lives; `started` tells it that somebody started the program again. */
export function knock(
  { channel, nonce }: { readonly channel: string; readonly nonce: string },
  started: boolean,
): Promise<Knock> {
  if (!ownAddress.test(channel)) return Promise.resolve({ kind: 'gone' });
  return new Promise((resolve) => {
    const connection = createConnection(channel);
    const finish = (answer: Knock) => {
      clearTimeout(late);
      connection.destroy();
      resolve(answer);
    };
    const late = setTimeout(() => finish({ kind: 'silent' }), answerTime);
    connection.on('connect', () => connection.write(`${JSON.stringify({ nonce, started })}\n`));
    readLine(connection, (line) => {
      const answer = answerSchema.safeParse(parseJson(line)).data;
      if (answer?.nonce !== nonce) return finish({ kind: 'gone' });
      finish({ kind: 'answered', ...(answer.origin === undefined ? {} : { origin: answer.origin }) });
    });
    connection.on('error', (error) => finish({ kind: meansGone(error) ? 'gone' : 'silent' }));
    connection.on('close', () => finish({ kind: 'gone' }));
  });
}

function meansGone(error: Error): boolean {
  return ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTDIR', 'ENOTSOCK'].includes(
    fileErrorCode(error) ?? '',
  );
}

/** In the first temp folder whose path leaves room for an address. */
async function newSocketPath(): Promise<string> {
  let failure: unknown = new Error('no temp folder with a short path');
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    const prefix = join(folder, 'cfc-');
    if (Buffer.byteLength(join(`${prefix}XXXXXX`, socketName)) > addressLimit) continue;
    try {
      // NOTE: mkdtemp makes it 0700.
      return join(await fs.mkdtemp(prefix), socketName);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
}

function readLine(connection: Socket, take: (line: string) => void): void {
  let text = '';
  let taken = false;
  connection.setEncoding('utf8').on('data', (part: string) => {
    if (taken) return;
    text += part;
    const end = text.indexOf('\n');
    if (end >= 0) {
      taken = true;
      take(text.slice(0, end));
    } else if (text.length > messageLimit) connection.destroy();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
