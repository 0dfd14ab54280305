/** Asks npm about known weaknesses of every package in the lock file. */
import { spawn } from 'node:child_process';
import { resolve as toPath } from 'node:path';

const question = [
  'audit',
  '--json',
  // NOTE: without being asked to go online, npm would call everything clean.
  '--no-offline',
  '--include=dev',
  '--fetch-retries=0',
  '--no-update-notifier',
];

export type Answer =
  | { readonly given: true; readonly text: string }
  | { readonly given: false; readonly reason: string };

/** Waits at most so many seconds. */
export function askNpm(seconds: number): Promise<Answer> {
  const [command, ...first] = ourNpm();
  // NOTE: on Windows npm is a script of the shell. It may outlive its shell, so it has a time of its own as well.
  const npm = spawn(command, [...first, ...question, `--fetch-timeout=${seconds * 1000}`], {
    cwd: toPath(import.meta.dirname, '..'),
    shell: command.endsWith('.cmd'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    let written = '';
    const end = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    const timer = setTimeout(() => {
      npm.kill();
      npm.stdout.destroy();
      npm.unref();
      end({ given: false, reason: `npm gave no answer within ${seconds} seconds` });
    }, seconds * 1000);
    npm.stdout.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
    npm.once('error', ({ message }) => end({ given: false, reason: `npm cannot run (${message})` }));
    npm.once('close', () => end({ given: true, text: written }));
  });
}

/** The npm that runs us, or else the one in PATH. */
function ourNpm(): readonly [string, ...string[]] {
  const { npm_execpath: running } = process.env;
  if (running !== undefined && /npm-cli\.c?js$/.test(running)) return [process.execPath, running];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
