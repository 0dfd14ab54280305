/** What a check of `npm run smoke` is, what it is handed, and what it does with that. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Args, Method, Reply, Value } from '../../electron/api.ts';

/** The program with its window, whatever drives it. */
export interface SmokedProgram {
  /** What the window shows; another one after a new start. */
  readonly page: Page;
  readonly dataFolder: string;
  /** Where documents are printed into; empty at first. */
  readonly printFolder: string;
  /** Where screenshots and documents are kept for whoever looks at them afterwards. */
  readonly artefacts: string;
  /** Starts it; it was never started, or has ended. */
  start(): Promise<void>;
  /** Closes its window, as a person does, and resolves when the program has ended. */
  end(): Promise<void>;
  crashPage(): Promise<void>;
  /** The value of an expression in the window as it is now, also after a crash, when the driver may have lost its page. */
  valueOf(expression: string): Promise<unknown>;
  /** Forgets those complaints of the page that are part of a check. */
  forgive(expected: RegExp): void;
}

export interface Check<P = SmokedProgram> {
  /** A sentence that is true where the check passes. */
  readonly says: string;
  /** Why this system cannot be asked. */
  readonly notHere?: string | undefined;
  run(program: P): Promise<void>;
}

/** Waits for what is there within half a minute. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + 30_000; performance.now() < end; await pause(50)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`waited too long for ${what}`);
}

export async function call<M extends Method>(
  { page }: Pick<SmokedProgram, 'page'>,
  method: M,
  args: Args<M>,
): Promise<Value<M>> {
  const reply = (await page.evaluate(([name, given]) => Reflect.get(window, 'desktop')[name](given), [
    method,
    args,
  ] as const)) as Reply<Value<M>>;
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value;
}

export async function picture({ page, artefacts }: SmokedProgram, name: string): Promise<void> {
  await page.screenshot({ path: join(artefacts, `${name}.png`) });
}
