/** Requests as no client library would send them. */
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  /** Of each answer on the connection, in their order. */
  readonly statuses: readonly number[];
  readonly text: string;
}

export function openSocket(origin: string): Socket {
  // NOTE: a connection that the host cuts off is what is tested; what came before that counts.
  return connect({ port: Number(new URL(origin).port), host: '127.0.0.1' }).on('error', () => undefined);
}

/** All that comes until the host ends the connection. */
export function answerOn(socket: Socket): Promise<RawAnswer> {
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    socket.once('close', () => {
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      resolve({ statuses, text });
    });
  });
}

/** Sends lines with the ends that HTTP asks for, then a body, and waits for the host to end the connection. */
export function sendRaw(
  origin: string,
  lines: readonly string[],
  body: string | Buffer = '',
): Promise<RawAnswer> {
  const socket = openSocket(origin);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket.write(body);
  return answerOn(socket);
}
