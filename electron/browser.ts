/**
 * The browser host as a program: `node electron/browser.ts --page DIR [--data DIR] [--port N] [--version V] [--open]`.
 * Prints the address, stays up, and flushes before it ends.
 */
import { parseArgs } from 'node:util';
import open from 'open';
import { startBrowserHost } from './browser-host/host.ts';
import { startAtLastPort } from './browser-host/last-port.ts';
import { dataFolder } from './data-folder.ts';
import { createProgram, reportFault } from './program.ts';

const { values } = parseArgs({
  options: {
    page: { type: 'string' },
    data: { type: 'string' },
    port: { type: 'string' },
    version: { type: 'string', default: '' },
    open: { type: 'boolean', default: false },
  },
});
if (values.page === undefined) throw new Error('--page is needed');

const folder = values.data ?? dataFolder(process.env);
const program = createProgram({ host: 'browser', version: values.version, dataFolder: folder });
const options = {
  handlers: program.handlers,
  pageFolder: values.page,
  reportFault,
  offerAddress: (address: string) => process.stdout.write(`Địa chỉ mới: ${address}\n`),
};
const host =
  values.port === undefined
    ? await startAtLastPort(folder, (port) => startBrowserHost({ ...options, port }))
    : await startBrowserHost({ ...options, port: Number(values.port) });

process.stdout.write(`Dữ liệu ở: ${folder}\nMở trong trình duyệt: ${host.address}\nNhấn Ctrl+C để dừng.\n`);
if (values.open) await open(host.address).catch(() => undefined);

let stopping = false;
async function stop(): Promise<void> {
  // NOTE: a terminal sends Ctrl+C to the whole process group, so the same request can arrive twice.
  if (stopping) return;
  stopping = true;
  await program.settled();
  await host.close();
  process.exit(0);
}
// NOTE: SIGHUP is a closed terminal; a lost channel is a starter that was killed.
for (const request of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(request, stop);
