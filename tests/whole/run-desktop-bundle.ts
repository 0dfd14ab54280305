/**
 * Starts the built main process against the double and answers, on standard output, what its calls answered; then quits,
 * or, with the name of a signal as argument, ends by that signal, which comes while a save is under way.
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { double } from './electron-stand-in.ts';

const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
double.app.appPath = process.env.APP_PATH ?? double.app.appPath;
await import(pathToFileURL(join(double.app.appPath, 'electron', 'main.js')).href);
double.becomeReady();
while (double.windows.length === 0 && !double.steps.includes('exit')) await setTimeout(10);

const call = (method: string, args: unknown) => double.call(method, args);
const sample = await call('sample.load', { year: 2026 });
const document = (await call('documents.make', { id: '2026-vd-01', kind: 'scorecard' })) as
  | { readonly value?: { readonly base64: string } }
  | undefined;
const answers = {
  info: await call('app.info', {}),
  sample,
  units: await call('units.search', { query: 'ha dong', limit: 1 }),
  document,
  sheet: await call('sheets.check', { base64: document?.value?.base64 }),
  page: (await double.serve('app://page/'))?.status,
};
process.stdout.write(JSON.stringify(answers));
const [signal] = process.argv.slice(2);
if (signal === undefined) double.module.app.quit();
else {
  void call('assessments.save', {
    id: '2026-vd-01',
    basedOn: 0,
    by: null,
    answers: { children: 1491 },
    notes: {},
  });
  process.kill(process.pid, signal);
}
while (!double.steps.includes('exit')) await setTimeout(10);
process.exit();
