/** `npm start`: Electron where it can run; otherwise says in one line why the browser opens instead. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDesktop, buildPage, pageFolder, root } from './bundles.ts';
import { electronBinary } from './electron-binary.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const environment =
  values.data === undefined ? process.env : { ...process.env, CHILD_FRIENDLY_DATA: values.data };

await buildPage();
const electron = await chooseElectron();
if (electron === undefined)
  run(process.execPath, [join(root, 'electron', 'browser.ts'), ...browserArguments()]);
else {
  await buildDesktop();
  run(electron, [root]);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The binary to run, or undefined for the browser host, having said why. */
async function chooseElectron(): Promise<string | undefined> {
  if (values.browser) return undefined;
  if (!hasDisplay()) {
    say('Máy này không có màn hình đồ họa nên chương trình chạy cho trình duyệt.');
    return undefined;
  }
  const binary = await electronBinary(say);
  if (binary.found) return binary.path;
  say(`Không có Electron (${binary.reason}) nên chương trình mở bằng trình duyệt.`);
  return undefined;
}

function browserArguments(): string[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const open = hasDisplay() && !values['no-open'] ? ['--open'] : [];
  return ['--page', pageFolder, '--port', values.port, '--version', version, ...open];
}

/** Runs the host in our place: its signals and its exit status are ours. */
function run(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1);
  });
}
