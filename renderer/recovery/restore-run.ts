/** The restoring that was asked for last. Outlives the page that it was asked on, so that its outcome is always told. */
import { create } from 'zustand';
import { callApi } from '../api-client.ts';
import { whoWorks } from '../assessors/working.ts';
import { forgetSession, settleSession } from '../session/open-sessions.ts';
import { type Preview, type Restoring, restorePreviewed } from './preview.ts';

export interface RestoreRun {
  readonly id: string;
  readonly file: string;
  readonly unitName: string;
  /** When the state was saved that comes back. */
  readonly savedAt: string;
  /** Null while it is under way. */
  readonly outcome: Restoring | null;
}

export const useRestoreRun = create<{ readonly run: RestoreRun | null }>(() => ({ run: null }));

/** Never rejects: what happened is in the run. */
export async function restore(file: string, preview: Preview): Promise<void> {
  const { id, unit, updatedAt } = preview.backup.assessment;
  const run = { id, file, unitName: unit.name, savedAt: updatedAt };
  useRestoreRun.setState({ run: { ...run, outcome: null } });
  const targets = { call: callApi, settle: settleSession, forget: forgetSession, by: whoWorks };
  useRestoreRun.setState({ run: { ...run, outcome: await restorePreviewed(targets, file, preview) } });
}

/** The outcome has been seen. */
export function forgetRestoreRun(): void {
  useRestoreRun.setState({ run: null });
}

/** The same for the page of the backup, which has shown the outcome unless it is still awaited. */
export function forgetToldRun(file: string): void {
  const { run } = useRestoreRun.getState();
  if (run !== null && run.file === file && run.outcome !== null) forgetRestoreRun();
}
