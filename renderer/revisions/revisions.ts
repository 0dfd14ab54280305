/** The finalised states of an assessment and the draft that stands on them, each beside the one before. Pure. */
import type { Assessment, Finalised, LogEntry } from '../../criteria/assessment.ts';

type Reopened = Extract<LogEntry, { event: 'reopened' }>;

interface Revision {
  readonly state: Finalised;
  /** What it is compared with; null for the first. */
  readonly before: Finalised | null;
  /** How work on it began again; null where it was the first, or where nothing is known of it. */
  readonly reopened: Reopened | null;
}

export interface Revisions {
  /** The draft of a reopened assessment; null while it is final, or was never finalised. */
  readonly draft: { readonly before: Finalised; readonly reopened: Reopened | null } | null;
  /** The latest first. */
  readonly finalised: readonly Revision[];
}

export function revisionsOf({
  status,
  revision,
  finalised,
  log,
}: Pick<Assessment, 'status' | 'revision' | 'finalised' | 'log'>): Revisions {
  const reopenedAs = (wanted: number) =>
    log.filter((entry) => entry.event === 'reopened').find((entry) => entry.revision === wanted) ?? null;
  const latest = finalised.at(-1);
  return {
    draft:
      status === 'draft' && latest !== undefined ? { before: latest, reopened: reopenedAs(revision) } : null,
    finalised: finalised
      .map((state, index) => ({
        state,
        before: finalised[index - 1] ?? null,
        reopened: reopenedAs(state.revision),
      }))
      .reverse(),
  };
}
