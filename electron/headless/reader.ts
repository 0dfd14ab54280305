import { fileErrorCode } from '../store/file-system.ts';

/** A reader such as `head` that leaves early is no fault of ours; everything else is. */
export function endQuietlyWhenReaderLeaves(error: unknown): void {
  if (fileErrorCode(error) !== 'EPIPE' && fileErrorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
