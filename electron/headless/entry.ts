/** What every headless entry does around its work. */
import { fileFailure } from '../store/file-failure.ts';
import { fileErrorCode } from '../store/file-system.ts';

/** Exit statuses: a bad line, a sheet that is not genuine, a wrong call, a disk, folder or file that failed. */
export const exitStatus = { badLine: 1, notGenuine: 1, wrongCall: 2, failedFile: 3 } as const;

/**
 * Runs the work of an entry. A reader such as `head` that leaves early ends it quietly; a failed disk is said in one
 * sentence on standard error; a fault of ours is thrown on.
 */
export async function runEntry(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    if (code === undefined || code.startsWith('ERR_')) throw error;
    const path = error instanceof Error && 'path' in error ? ` ${error.path}` : '';
    process.stderr.write(`Dừng giữa chừng:${path}. ${fileFailure(error)}.\n`);
    process.exitCode = exitStatus.failedFile;
  }
}
