import i18next from 'i18next';
import type { UnitDocumentKind } from '../../electron/api.ts';
import type { AssessmentSession } from '../session/assessment-session.ts';
import { holdsRefused } from '../session/working-copy.ts';
import type { Delivery } from './deliver.ts';
import type { Way } from './document-line.tsx';

/** A document of the open assessment, once all that the screen shows of it is saved. */
export async function deliverAsShown(
  session: AssessmentSession,
  kind: UnitDocumentKind,
  way: Way,
): Promise<Delivery> {
  const { id } = session.store.getState().assessment;
  // Paper to be filled by hand shows nothing of what was typed.
  if (kind === 'checklist') return way({ kind, id });
  await session.flush();
  const { copy, save } = session.store.getState();
  const refusal = holdsRefused(copy) ? 'refused' : save.kind !== 'saved' ? 'unsaved' : null;
  if (refusal !== null) return { kind: 'failed', what: 'make', message: i18next.t(`documents.${refusal}`) };
  return way({ kind, id });
}
