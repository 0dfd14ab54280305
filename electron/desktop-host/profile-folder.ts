import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { dataFolder } from '../data-folder.ts';

/**
 * Chromium's profile (caches, the place of the window, the lock of the single instance): beside the usual data folder and
 * never in it, on this machine and not in the roaming profile. Each data folder has its own, so that two of them can be
 * open at once, and one on a USB drive is not filled with caches.
 */
export function profileFolder(environment: NodeJS.ProcessEnv): string {
  const usual = resolve(dataFolder({}));
  const used = resolve(dataFolder(environment));
  const profile = `${usual}-profile`;
  if (used === usual) return profile;
  return `${profile}-${createHash('sha256').update(used).digest('hex').slice(0, 16)}`;
}
