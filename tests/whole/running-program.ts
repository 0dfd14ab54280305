/** The program as a user starts it: `npm start -- --browser`, in a process of its own, on a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface RunningProgram {
  /** The one-time address that it printed. */
  readonly address: string;
  /** Everything printed so far. */
  output(): string;
  /** Ends it as the system does (SIGTERM) and waits until it is gone; gives its exit status. */
  stop(): Promise<number | null>;
}

export async function startProgram(dataFolder: string): Promise<RunningProgram> {
  const child = spawn(
    process.execPath,
    [join(root, 'build/start.ts'), '--browser', '--no-open', '--data', dataFolder],
    // NOTE: outside the test runner's NODE_ENV, which would make it a development build.
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  return {
    address: await printedAddress(child, () => output),
    output: () => output,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [status] = await once(child, 'exit');
      return status;
    },
  };
}

async function printedAddress(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output())?.[0];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`the program ended before it served:\n${output()}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
}
