/** Starts the built main process against the double and answers, on standard output, what its calls answered. */
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { double } from './electron-stand-in.ts';

const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
await import(pathToFileURL(resolve(import.meta.dirname, '../../dist/electron/main.js')).href);
double.becomeReady();
while (double.windows.length === 0) await setTimeout(10);

const call = (method: string, args: unknown) =>
  double.channels.get(method)?.({ senderFrame: { url: 'app://page/', parent: null } }, args);
const answers = {
  info: await call('app.info', {}),
  sample: await call('sample.load', { year: 2026 }),
  units: await call('units.search', { query: 'ha dong', limit: 1 }),
  document: await call('documents.make', { id: '2026-vd-01', kind: 'scorecard' }),
  page: (await double.pageHandler?.(new Request('app://page/')))?.status,
};
process.stdout.write(JSON.stringify(answers));
