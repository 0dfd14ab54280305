/**
 * The loopback host: the same api as Electron's, for the browser of this machine only. Listens on 127.0.0.1 at a port of
 * the system's choice; every request must carry this host's own Host, no foreign Origin, and the session of the token.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { largestEvidence, largestPrintCopy, largestSetFile, largestSheet, type Method } from '../api.ts';
import { type PageFile, readPageFiles } from '../page-files.ts';
import { pageHeaders } from '../page-headers.ts';
import { dispatch, type Handlers, isMethod } from '../service/dispatch.ts';
import { BodyTooLarge, parseJson, readBody } from './body.ts';
import { Session } from './session.ts';
import { whyForeign } from './why-foreign.ts';

const usualBody = 1024 * 1024;
/** Of a call that brings a file of so many bytes in base64, in bytes. */
const bodyWith = (file: number) => usualBody + Math.ceil(file / 3) * 4;
const bodyLimits: Partial<Record<Method, number>> = {
  'sheets.check': bodyWith(largestSheet),
  'sheets.import': bodyWith(largestSheet),
  'criteria.checkFile': bodyWith(largestSetFile),
  'criteria.import': bodyWith(largestSetFile),
  'criteria.impact': bodyWith(largestSetFile),
  'setDrafts.save': bodyWith(largestSetFile),
  'evidence.add': bodyWith(largestEvidence) + bodyWith(largestPrintCopy),
};
/** How long a connection may stay open for its request and its answer once the host closes, in milliseconds. */
const closingGrace = 2_000;

/** How long is waited for a client, in milliseconds. */
export interface Patience {
  /** For all headers of a request. */
  readonly headers: number;
  /** For the whole of a request. */
  readonly request: number;
  /** For it to take the next piece of an answer. */
  readonly reading: number;
}
const usualPatience: Patience = { headers: 10_000, request: 30_000, reading: 30_000 };

const callPrefix = '/api/';

export interface BrowserHostOptions {
  readonly handlers: Handlers;
  /** The built page. */
  readonly pageFolder: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly reportFault: (method: Method, fault: unknown) => void;
  /** Called with a fresh address when somebody knocks with a used one, so that a closed tab is never a dead end. */
  readonly offerAddress: (address: string) => void;
  readonly patience?: Patience;
}

export interface BrowserHost {
  readonly origin: string;
  /** The address to open: it works once, and then for as long as that browser keeps its session. */
  readonly address: string;
  /** Takes no more calls, and resolves when every call that was taken is answered. */
  close(): Promise<void>;
}

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const pages = await readPageFiles(options.pageFolder);
  const patience = options.patience ?? usualPatience;
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    // NOTE: the usual is 30 seconds, and until then nobody is found too slow.
    connectionsCheckingInterval: patience.headers / 4,
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const session = new Session(port);
  const address = () => `${origin}/?token=${session.token}`;
  let offered = session.token;
  const underWay = new Set<Promise<void>>();

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // NOTE: not before the answer begins, since a call may take as long as it needs.
    response.once('prefinish', () => response.socket?.setTimeout(patience.reading));
    const answering = answer(request, response)
      .catch((fault: unknown) => {
        if (fault instanceof BodyTooLarge && fault.isBrokenOff) response.setHeader('connection', 'close');
        if (response.headersSent) response.destroy();
        else if (fault instanceof BodyTooLarge) say(response, 413, 'Yêu cầu quá lớn');
        else say(response, 400, 'Yêu cầu hỏng');
      })
      .finally(() => underWay.delete(answering));
    underWay.add(answering);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = whyForeign(request, host);
    if (foreign !== undefined) return refuse(response, foreign);

    // NOTE: joined, not resolved: resolving would take "//name/x" for another host.
    const url = new URL(origin + request.url);
    const token = url.searchParams.get('token');
    if (request.method === 'GET' && url.pathname === '/' && token !== null) {
      const cookie = session.exchange(token);
      if (cookie !== undefined) {
        response.writeHead(303, { ...pageHeaders, location: '/', 'set-cookie': cookie }).end();
        return;
      }
    }
    if (!session.admits(request.headers.cookie)) {
      if (request.method === 'GET' && url.pathname === '/') offerOnce();
      return refuse(
        response,
        'Địa chỉ này đã dùng rồi hoặc không đúng. Hãy mở địa chỉ mới vừa in trong cửa sổ dòng lệnh',
      );
    }
    if (url.pathname.startsWith(callPrefix))
      return answerCall(request, response, url.pathname.slice(callPrefix.length));
    return answerPage(request, response, pages.get(url.pathname));
  }

  function offerOnce(): void {
    if (offered === session.token) return;
    offered = session.token;
    options.offerAddress(address());
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (!isMethod(name)) return say(response, 404, 'Không có lệnh này');
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
      return say(response, 405, 'Lệnh phải là POST với nội dung JSON');
    // NOTE: a browser always names the origin of a POST; a call without one does not come from our page.
    if (request.headers.origin !== origin) return refuse(response, 'Yêu cầu không nói đến từ trang nào');
    const body = parseJson(await readBody(request, bodyLimits[name] ?? usualBody));
    const reply = await dispatch(options.handlers, name, body, options.reportFault);
    if (!server.listening) response.setHeader('connection', 'close');
    send(response, 200, 'application/json; charset=utf-8', JSON.stringify(reply));
  }

  return {
    origin,
    get address() {
      return address();
    },
    async close() {
      await closed(server);
      // NOTE: a call outlives its connection: cut off, it still saves what it brought.
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), closingGrace);
    server.close((error) => {
      clearTimeout(cutOff);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...pageHeaders, 'content-type': type, 'content-length': length }).end(body);
}

function say(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, 'text/plain; charset=utf-8', `${sentence}.\n`);
}

function refuse(response: ServerResponse, reason: string): void {
  say(response, 403, reason);
}

function answerPage(request: IncomingMessage, response: ServerResponse, file: PageFile | undefined): void {
  if (request.method !== 'GET') say(response, 405, 'Trang chỉ để đọc');
  else if (file === undefined) say(response, 404, 'Không có trang này');
  else send(response, 200, file.type, file.bytes);
}
