/**
 * The host comes back at the port of its last run where it can: a page that was left open with something unsaved can
 * then go on saving, once the new address was opened in the same browser.
 */
import { join } from 'node:path';
import { writeDurably } from '../store/durable-file.ts';
import { fileErrorCode, nodeFileSystem } from '../store/file-system.ts';
import type { BrowserHost } from './host.ts';

const anyPort = 0;

/** A port that is taken, or a memory that cannot be read or written, only means another port. */
export async function startAtLastPort(
  dataFolder: string,
  start: (port: number) => Promise<BrowserHost>,
): Promise<BrowserHost> {
  const memory = join(dataFolder, 'browser-host-port');
  const last = await remembered(memory);
  const host = await start(last).catch((error: unknown) => {
    if (last === anyPort || !['EADDRINUSE', 'EACCES'].includes(fileErrorCode(error) ?? '')) throw error;
    return start(anyPort);
  });
  const { port } = new URL(host.origin);
  if (Number(port) !== last) {
    await nodeFileSystem
      .makeFolder(dataFolder)
      .then(() => writeDurably(nodeFileSystem, memory, new TextEncoder().encode(port)))
      .catch(() => undefined);
  }
  return host;
}

async function remembered(path: string): Promise<number> {
  const text = await nodeFileSystem.readFile(path).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  const port = Number(text.trim());
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : anyPort;
}
