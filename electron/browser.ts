/**
 * The browser host as a program:
 * `node electron/browser.ts --page DIR [--data DIR] [--port N] [--version V] [--open] [--take-over]`.
 * Prints the address, stays up, and flushes before it ends.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import open from 'open';
import { type BrowserHost, startBrowserHost } from './browser-host/host.ts';
import { startAtLastPort } from './browser-host/last-port.ts';
import { dataFolder } from './data-folder.ts';
import { logLine, reportFault } from './log/program-log.ts';
import { endAfterUnforeseen, outliveTerminal } from './log/unforeseen.ts';
import { startAsOneWriter } from './one-writer/one-writer.ts';
import { doubtfulSentence } from './one-writer/sentences.ts';
import { createProgram, type Program } from './program.ts';

/**
 * How long the host goes on answering once it is asked to end, in milliseconds: when a session ends, the browser ends at
 * the same moment, and the last saves of its tabs come just after.
 */
const lastCalls = 500;
/** After this it is said what the start waits for, in milliseconds: a new version copies the data first. */
const copyTime = 1_000;

const { values } = parseArgs({
  options: {
    page: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string' },
    version: { type: 'string', default: '' },
    open: { type: 'boolean', default: false },
    'take-over': { type: 'boolean', default: false },
  },
});
if (values.page === undefined) throw new Error('--page is needed');
const say = (line: string) => void process.stdout.write(`${line}\n`);

let program: Program | undefined;
let host: BrowserHost | undefined;
let stopping = false;

const folder = values.data ?? dataFolder(process.env);
const start = await startAsOneWriter({
  dataFolder: folder,
  program: 'browser',
  takeOver: values['take-over'],
  origin: () => host?.origin,
  secondStart: () => void offer(),
  log: logLine,
});
if (start.kind === 'elsewhere') {
  for (const sentence of start.sentences) say(sentence);
  process.exit(0);
}
if (start.kind === 'doubtful') {
  say(doubtfulSentence(start));
  say('Nếu chắc chắn nó không còn chạy, hãy chạy lại lệnh này với --take-over để mở ở đây.');
  process.exit(1);
}
const writer = start;
// NOTE: SIGHUP is a closed terminal; a lost channel is a starter that was killed.
for (const request of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(request, () => void stop());
endAfterUnforeseen(() => {
  say(
    'Chương trình gặp lỗi không lường trước nên dừng lại. Mọi số liệu đã lưu vẫn an toàn; hãy chạy lại chương trình.',
  );
  return stop(1);
});
outliveTerminal();
if (writer.notice !== undefined) say(writer.notice);

program = createProgram({
  host: 'browser',
  version: values.version,
  dataFolder: folder,
  holdsLock: () => writer.holds(),
  lockNotice: writer.tookOver,
  showFolder: values.open ? openOnScreen : undefined,
});
const begun = new AbortController();
setTimeout(copyTime, undefined, { signal: begun.signal }).then(
  () => say('Đang chép dữ liệu trước khi dùng phiên bản này của chương trình; có thể mất vài phút.'),
  () => undefined,
);
await program.begin().finally(() => begun.abort());
const options = {
  handlers: program.handlers,
  pageFolder: values.page,
  reportFault,
  offerAddress: sayAddress,
};
const serve = (port: number) => startBrowserHost({ ...options, port });
const serving = values.port === undefined ? startAtLastPort(folder, serve) : serve(Number(values.port));
host = await serving.catch(async (error: unknown) => {
  await writer.release();
  throw error;
});

say(`Dữ liệu ở: ${folder}\nMở trong trình duyệt: ${host.address}\nNhấn Ctrl+C để dừng.`);
if (values.open) await openBrowser(host.address);

/** To whoever starts the program a second time. NOTE: the address lets one in, so it is said in our own terminal only. */
async function offer(): Promise<void> {
  if (host === undefined) return;
  sayAddress(host.address);
  if (values.open) await openBrowser(host.address);
}

function sayAddress(address: string): void {
  say(`Địa chỉ mới: ${address}`);
}

async function openBrowser(address: string): Promise<void> {
  await openOnScreen(address);
}

/** False where the machine has nothing to open it with. */
function openOnScreen(what: string): Promise<boolean> {
  return open(what).then(
    () => true,
    () => false,
  );
}

/** In this order: no more calls, all calls answered, everything on the disk, the folder free for the next. */
async function stop(status = 0): Promise<void> {
  // NOTE: a terminal sends Ctrl+C to the whole process group, so the same request can arrive twice.
  if (stopping) return;
  stopping = true;
  await setTimeout(lastCalls);
  await host?.close();
  await program?.close();
  await writer.release();
  process.exit(status);
}
