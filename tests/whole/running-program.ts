/** The program as a user starts it: `npm start -- --browser`, in a process of its own, on a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

interface StartedProgram {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
}

export interface RunningProgram {
  /** The one-time address that it printed. */
  readonly address: string;
  /** Everything printed so far. */
  output(): string;
  /** Ends it as the system does (SIGTERM) and waits until it is gone; gives its exit status. */
  stop(): Promise<number | null>;
}

export async function startProgram(dataFolder: string, options: StartOptions = {}): Promise<RunningProgram> {
  const { child, output } = spawnProgram(dataFolder, options);
  return {
    address: await printedAddress(child, output),
    output,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [status] = await once(child, 'exit');
      return status;
    },
  };
}

/** Starts the program where it is expected to end by itself; gives what it printed, and its exit status. */
export async function startToItsEnd(
  dataFolder: string,
  options: StartOptions = {},
): Promise<{ readonly output: string; readonly status: number | null }> {
  const { child, output } = spawnProgram(dataFolder, options);
  const [status] = await once(child, 'close');
  return { output: output(), status };
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

function spawnProgram(
  dataFolder: string,
  { args = ['--no-open'], environment = {} }: StartOptions,
): StartedProgram {
  const child = spawn(
    process.execPath,
    [join(root, 'build/start.ts'), '--browser', '--data', dataFolder, ...args],
    // NOTE: outside the test runner's NODE_ENV, which would make it a development build.
    {
      cwd: root,
      env: { ...process.env, ...environment, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
  return { child, output: () => text };
}

async function printedAddress(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output())?.[0];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`the program ended before it served:\n${output()}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
}
