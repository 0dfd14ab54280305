/** The packaged test build in real Electron, as the checks drive it. Its data, and all it writes, lie in a folder given. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { type SmokedProgram, until } from './smoke-program.ts';

/** How long a program may take to end, in milliseconds. */
const patience = 60_000;

export class ElectronProgram implements SmokedProgram {
  readonly binary: string;
  readonly artefacts: string;
  readonly dataFolder: string;
  readonly printFolder: string;
  /** Errors and warnings of the page. */
  readonly troubles: string[] = [];
  #running: { readonly app: ElectronApplication; readonly page: Page } | undefined;
  #starts = 0;
  #traced = false;

  constructor(binary: string, folder: string, artefacts: string) {
    this.binary = binary;
    this.artefacts = artefacts;
    this.dataFolder = join(folder, 'dữ liệu');
    this.printFolder = join(folder, 'bản in');
  }

  get app(): ElectronApplication {
    assert.ok(this.#running, 'the program does not run');
    return this.#running.app;
  }
  get page(): Page {
    assert.ok(this.#running, 'the program does not run');
    return this.#running.page;
  }
  get environment(): Record<string, string> {
    const inherited = Object.entries(process.env).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return { ...Object.fromEntries(inherited), CHILD_FRIENDLY_DATA: this.dataFolder };
  }

  async start(): Promise<void> {
    await mkdir(this.artefacts, { recursive: true });
    const app = await _electron.launch({
      executablePath: this.binary,
      // NOTE: Playwright switches it off where nobody asks for it.
      chromiumSandbox: true,
      env: this.environment,
    });
    this.#starts += 1;
    await app.context().tracing.start({ screenshots: true, snapshots: true });
    this.#traced = true;
    const page = await app.firstWindow();
    page.on('pageerror', (error) => this.troubles.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.troubles.push(message.text());
    });
    this.#running = { app, page };
    await until('the window to be shown', async () => {
      const shown = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
      return shown || undefined;
    });
  }

  async end(): Promise<void> {
    const { app } = this;
    await this.#keepTrace();
    const ended = statusOf(app.process());
    await app.evaluate(({ BrowserWindow }) => {
      // Later, so that this is answered before the process has gone.
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 100);
    });
    assert.equal(await ended, 0);
    this.#running = undefined;
  }

  async crashPage(): Promise<void> {
    await this.#keepTrace();
    await this.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  }

  valueOf(expression: string): Promise<unknown> {
    const value = this.app.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      expression,
    );
    // A page that has gone may never answer.
    return Promise.race([value, pause(5_000)]);
  }

  forgive(expected: RegExp): void {
    this.troubles.splice(0, Infinity, ...this.troubles.filter((text) => !expected.test(text)));
  }

  /** A start of the program beside this one; resolves to its exit status. */
  async startBeside(): Promise<number | null> {
    return statusOf(spawn(this.binary, { env: this.environment, stdio: 'ignore' }));
  }

  /** Ends what still runs after a check has failed, and keeps what the program noted. */
  async stop(): Promise<void> {
    const app = this.#running?.app;
    this.#running = undefined;
    await Promise.race([app?.close().catch(() => undefined), pause(patience)]);
    const logs = join(this.dataFolder, 'logs');
    await cp(logs, join(this.artefacts, 'logs'), { recursive: true }).catch(() => undefined);
  }

  async #keepTrace(): Promise<void> {
    if (!this.#traced) return;
    this.#traced = false;
    await this.app.context().tracing.stop({ path: join(this.artefacts, `trace-${this.#starts}.zip`) });
  }
}

/** The exit status once a process has ended; fails where that takes too long. */
export async function statusOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const late = new AbortController();
  const tooLate = pause(patience, undefined, { signal: late.signal }).then(() => {
    child.kill('SIGKILL');
    throw new Error('the program did not end');
  });
  try {
    const [status] = await Promise.race([once(child, 'exit'), tooLate]);
    return status;
  } finally {
    late.abort();
    tooLate.catch(() => undefined);
  }
}
