/** A fault that nobody caught: nobody knows what it left undone, so it is noted and told, and the program ends in order. */
import { programLog } from './program-log.ts';

/**
 * NOTE: without this, Node stops at once with saves under way, and Electron goes on, for a promise without a word. Saves
 * are whole files or nothing, so those under way are finished. Only the first fault ends the program.
 */
export function endAfterUnforeseen(end: () => Promise<void> | void): void {
  let ending = false;
  const met = (kind: string) => (fault: unknown) => {
    programLog.fault(kind, fault);
    if (ending) return;
    ending = true;
    void end();
  };
  process.on('uncaughtException', met('uncaught exception'));
  process.on('unhandledRejection', met('unhandled rejection'));
}

/** A terminal that was closed takes no more lines, which is no fault of the program. */
export function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
