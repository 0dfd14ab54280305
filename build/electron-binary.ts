/** Finds Electron's binary, fetching it on first use where the network lets it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const waitSeconds = 90;
const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type ElectronBinary =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly reason: string };

/** Looks in the package first, then runs its own installer for at most `waitSeconds`, saying so in one line. */
export async function electronBinary(say: (line: string) => void): Promise<ElectronBinary> {
  const installed = installedBinary();
  if (installed !== undefined) return { found: true, path: installed };
  say(`Lần đầu chạy: đang tải Electron, chờ tối đa ${waitSeconds} giây…`);
  const reason = await install();
  const path = installedBinary();
  return path === undefined ? { found: false, reason } : { found: true, path };
}

/** Electron's own way to name a distribution that did not come with the package. */
function distribution(): string {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist');
}

function installedBinary(): string | undefined {
  const pathFile = join(electronFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const path = join(distribution(), name);
  return existsSync(path) ? path : undefined;
}

/** Resolves with why there is no binary; meaningless when there is one. */
function install(): Promise<string> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore' });
    // Ended early, we leave no download behind.
    const stop = () => {
      installer.kill();
      process.exit(1);
    };
    for (const signal of stops) process.once(signal, stop);
    const timer = setTimeout(() => {
      installer.kill();
      resolve(`không tải xong trong ${waitSeconds} giây`);
    }, waitSeconds * 1000);
    installer.once('exit', () => {
      for (const signal of stops) process.off(signal, stop);
      clearTimeout(timer);
      resolve('mạng không cho tải');
    });
    installer.once('error', (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
  });
}
