/** Reads a file that may be a criteria set and asks what it is. Knows no network; calls are given. */
import { type CallApi, largestSetFile, type SetFileCheck } from '../../../electron/api.ts';

export interface ChosenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly read: () => Promise<string>;
}

export type Look =
  | { readonly kind: 'checked'; readonly base64: string; readonly check: SetFileCheck }
  | { readonly kind: 'tooLarge' | 'unreadable' }
  | { readonly kind: 'failed'; readonly message: string };

/** Never rejects. */
export async function lookAtFile(call: CallApi, file: ChosenFile): Promise<Look> {
  if (file.size > largestSetFile) return { kind: 'tooLarge' };
  let base64: string;
  try {
    base64 = await file.read();
  } catch {
    return { kind: 'unreadable' };
  }
  const reply = await call('criteria.checkFile', { base64 });
  return reply.ok
    ? { kind: 'checked', base64, check: reply.value }
    : { kind: 'failed', message: reply.error.message };
}

/** What the file says as JSON; undefined when it is none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
