/** A file that was added becomes evidence of an indicator. */
import { evidenceKey, evidenceLimit, type FileEvidence } from '../../criteria/evidence.ts';
import type { Reply } from '../../electron/api.ts';
import type { AssessmentSession } from '../session/assessment-session.ts';

/** `unsaved`: it is in the list, whose head says why it is not saved. */
type Arrival =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'already' | 'full' | 'locked' }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Puts the file into the session that is live by now and saves it. An assessment that was replaced meanwhile, by a backup
 * or a sheet, gets it again.
 */
export async function arrive(
  live: (id: string) => Promise<Reply<AssessmentSession>>,
  id: string,
  indicator: string,
  file: FileEvidence,
): Promise<Arrival> {
  let last: AssessmentSession | null = null;
  for (;;) {
    const reply = await live(id);
    if (!reply.ok) return { kind: 'failed', message: reply.error.message };
    const session = reply.value;
    if (session === last) return isKept(session) ? { kind: 'saved' } : { kind: 'unsaved' };
    if (!holds(session, indicator, file)) {
      const held = evidenceOf(session, indicator);
      if (held.length >= evidenceLimit) return { kind: 'full' };
      session.setEvidence(indicator, [...held, file]);
      // An assessment that was closed meanwhile takes nothing any more.
      if (!holds(session, indicator, file)) return { kind: 'locked' };
    } else if (last === null) return { kind: 'already' };
    await session.flush();
    last = session;
  }
}

function isKept(session: AssessmentSession): boolean {
  const { kind } = session.store.getState().save;
  return kind !== 'failed' && kind !== 'conflict';
}

function holds(session: AssessmentSession, indicator: string, file: FileEvidence): boolean {
  return evidenceOf(session, indicator).some((item) => evidenceKey(item) === file.sha256);
}

function evidenceOf(session: AssessmentSession, indicator: string) {
  return session.store.getState().copy.evidence[indicator] ?? [];
}
