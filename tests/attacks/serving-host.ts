/**
 * The browser host over the real program, to be asked very much: `node --expose-gc serving-host.ts <page> <data folder>`.
 * Tells its starter where it is, how much memory it holds when asked for `memory`, and closes at `close`.
 */
import { startBrowserHost } from '../../electron/browser-host/host.ts';
import { createProgram } from '../../electron/program.ts';

export type Told = { readonly address: string } | { readonly memory: number } | { readonly fault: string };

const tell = (told: Told) => process.send?.(told);
const [pageFolder = '', dataFolder = ''] = process.argv.slice(2);
const program = createProgram({ host: 'browser', version: 'asked', dataFolder });
const host = await startBrowserHost({
  handlers: program.handlers,
  pageFolder,
  reportFault: (method, fault) => tell({ fault: `${method}: ${String(fault)}` }),
  offerAddress: () => undefined,
});
tell({ address: host.address });

process.on('message', async (wish) => {
  if (wish === 'memory') {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    tell({ memory: heapUsed + external });
    return;
  }
  await host.close();
  await program.close();
  process.disconnect();
});
