/** `npm start`: Electron where it can run; otherwise says in one line why the browser opens instead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appFolder, buildDesktop, buildPage, pageFolder, root } from './bundles.ts';
import { electronBinary } from './electron-binary.ts';
import { type Ending, runInOurPlace } from './run-in-our-place.ts';

/** An Electron that ends badly within this many seconds never came up. */
const startingSeconds = 15;

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    data: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    'take-over': { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.data !== undefined) process.env.CHILD_FRIENDLY_DATA = values.data;

await buildPage();
const reason = values.browser ? undefined : await whyNotElectron();
if (reason !== undefined) say(`${reason} nên chương trình mở bằng trình duyệt.`);
if (reason !== undefined || values.browser) {
  const ending = await runInOurPlace(process.execPath, [
    join(root, 'electron', 'browser.ts'),
    ...browserArguments(),
  ]);
  process.exitCode = ending.status;
}
process.exit();

/** Runs Electron to its end; or says, as the beginning of a sentence, why it cannot run. */
async function whyNotElectron(): Promise<string | undefined> {
  if (!hasDisplay()) return 'Máy này không có màn hình đồ họa';
  const binary = await electronBinary(say);
  if (!binary.found) return `Không có Electron (${binary.reason})`;
  await buildDesktop();
  const ending = await runInOurPlace(binary.path, [appFolder]);
  if (neverCameUp(ending))
    return `Electron không chạy được trên máy này (mã ${ending.signal ?? ending.status})`;
  process.exitCode = ending.status;
  return undefined;
}

function neverCameUp({ status, signal, seconds, asked }: Ending): boolean {
  return !asked && seconds < startingSeconds && (status !== 0 || signal !== null);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function browserArguments(): string[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const open = hasDisplay() && !values['no-open'] ? ['--open'] : [];
  const port = values.port === undefined ? [] : ['--port', values.port];
  const takeOver = values['take-over'] ? ['--take-over'] : [];
  return ['--page', pageFolder, '--version', version, ...port, ...open, ...takeOver];
}
