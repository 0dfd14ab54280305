import type { ErrorCode } from '../../electron/api.ts';

/** Failures after which the new state can be on the disk all the same: the answer got lost, or only its last step failed. */
export const mayHaveSaved: ReadonlySet<ErrorCode> = new Set(['unreachable', 'storage_failed', 'internal']);
