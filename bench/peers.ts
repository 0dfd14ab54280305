/** The peers that only the figures need: installed when they are asked for. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where npm notes what it has installed. */
const installed = join(import.meta.dirname, 'node_modules', '.package-lock.json');

/** As the lock file says. What cannot be installed is missed by whoever needs it. */
export function installPeers(): void {
  if (existsSync(installed)) return;
  process.stderr.write('installing the peers: npm ci --prefix bench\n');
  const options: SpawnSyncOptions = { stdio: ['ignore', 2, 2], cwd: join(import.meta.dirname, '..') };
  const npm = process.env.npm_execpath;
  const args = ['ci', '--prefix', 'bench'];
  if (npm === undefined) spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  else spawnSync(process.execPath, [npm, ...args], options);
}
