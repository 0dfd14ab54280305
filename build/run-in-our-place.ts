/** Runs a program as if it were this one: what is asked of us is asked of it, and it does not outlive us. */
import { spawn } from 'node:child_process';

export interface Ending {
  readonly status: number;
  readonly signal: NodeJS.Signals | null;
  readonly seconds: number;
  /** Whether it ended because somebody asked us to end. */
  readonly asked: boolean;
}

export function runInOurPlace(command: string, args: readonly string[]): Promise<Ending> {
  const began = performance.now();
  let asked = false;
  // NOTE: the channel is lost when we are killed outright; the program takes that as a request to end.
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const end = (signal: NodeJS.Signals) => {
    asked = true;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));

  // NOTE: npm's shell passes no signal on; when npm has gone, our parent changes and nobody needs the program.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) end('SIGTERM');
  }, 500);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      resolve({ status: code ?? 1, signal, seconds, asked });
    });
  });
}
