/** What was typed in this window and is not on the disk, from which documents are printed. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { BatchRequest } from '../../electron/api.ts';

export type Printed = Pick<BatchRequest, 'year' | 'ids' | 'kinds' | 'summary'>;

/** The assessments that are open in a window. */
interface OpenSessions {
  unsaved(): readonly Assessment[];
  settle(id: string): Promise<boolean>;
}

/** Saves what waits, and gives the assessments whose documents would all the same be other than the screen. */
export async function heldFigures(printed: Printed, sessions: OpenSessions): Promise<readonly Assessment[]> {
  const concerned = () => sessions.unsaved().filter((assessment) => showsFigures(printed, assessment));
  await Promise.all(concerned().map(({ id }) => sessions.settle(id)));
  return concerned();
}

function showsFigures({ year, ids, kinds, summary }: Printed, assessment: Assessment): boolean {
  if (assessment.year !== year) return false;
  // Paper to be filled by hand shows nothing of what was typed.
  const figures = kinds.some((kind) => kind !== 'checklist');
  return summary || (figures && (ids === null || ids.includes(assessment.id)));
}
