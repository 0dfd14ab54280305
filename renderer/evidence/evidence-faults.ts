/** Which attached files of the open assessment are missing or altered on the disk. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { ApiError, EvidenceFaults } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import type { AssessmentSession } from '../session/assessment-session.ts';
import { useSession } from '../session/use-session.ts';

interface CheckedEvidence extends EvidenceFaults {
  /** False until the files have been looked at. */
  readonly checked: boolean;
  /** Why they could not be looked at; null when they could. */
  readonly error: ApiError | null;
}

const unchecked: CheckedEvidence = { missing: [], altered: [], checked: false, error: null };

interface LastCheck {
  /** Whose files were looked at; going from page to page looks at no file again. */
  readonly of: AssessmentSession | null;
  readonly found: CheckedEvidence;
}

const useLastCheck = create<LastCheck>(() => ({ of: null, found: unchecked }));

/** Looks at every file of an assessment, as it is saved. */
export async function checkEvidence(session: AssessmentSession): Promise<void> {
  if (useLastCheck.getState().of !== session) useLastCheck.setState({ of: session, found: unchecked });
  const reply = await callApi('evidence.check', { id: session.store.getState().assessment.id });
  // NOTE: another assessment may have been opened meanwhile.
  const { of, found } = useLastCheck.getState();
  if (of !== session) return;
  useLastCheck.setState({
    found: reply.ok ? { ...reply.value, checked: true, error: null } : { ...found, error: reply.error },
  });
}

/** Looked at once per opened assessment, and again after something was attached. */
export function useEvidenceFaults(): CheckedEvidence {
  const session = useSession();
  const { of, found } = useLastCheck();
  useEffect(() => {
    if (useLastCheck.getState().of !== session) void checkEvidence(session);
  }, [session]);
  return of === session ? found : unchecked;
}
