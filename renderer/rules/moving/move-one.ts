/** Moves one draft to another version of the criteria, as its line showed it. Knows no network; calls are given. */
import { answersOf } from '../../../criteria/assessment.ts';
import type { ImpactLine } from '../../../criteria/rules/impact.ts';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { score } from '../../../criteria/score.ts';
import type { CallApi } from '../../../electron/api.ts';
import { mayHaveSaved } from '../../session/may-have-saved.ts';

export interface MovingTools {
  readonly call: CallApi;
  /** Saves what this window holds of the assessment; false when something stays unsaved. */
  readonly settle: (id: string) => Promise<boolean>;
  /** Drops what this window held of the assessment, all of it saved, so that it is loaded anew. */
  readonly forget: (id: string) => void;
  /** Under whose name it is done. */
  readonly by: () => string | null;
}

export type Moved =
  | { readonly kind: 'moved' }
  /** `changed`: it is not what the line showed any more. `unsaved`: this window holds something that cannot be saved. */
  | { readonly kind: 'unsaved' | 'changed' | 'final' }
  | { readonly kind: 'refused'; readonly message: string }
  /** The answer got lost or the last step failed: it may have been moved or not. */
  | { readonly kind: 'unknown'; readonly message: string };

/** Never rejects. What was changed since the difference was shown is not moved. */
export async function moveOne(tools: MovingTools, line: ImpactLine, to: SetVersion): Promise<Moved> {
  const { call, settle, forget, by } = tools;
  const { id } = line;
  if (!(await settle(id))) return { kind: 'unsaved' };
  const opened = await call('assessments.open', { id });
  if (!opened.ok) return { kind: 'refused', message: opened.error.message };
  const { assessment } = opened.value;
  if (assessment.status === 'final') return { kind: 'final' };
  const { criteriaSet: pinned } = assessment;
  if (pinned.id === to.id && pinned.version === to.version) return { kind: 'moved' };
  const set = await call('criteria.get', { id: pinned.id, version: pinned.version });
  if (!set.ok) return { kind: 'refused', message: set.error.message };
  if (!isAsShown(line, set.value, answersOf(assessment))) return { kind: 'changed' };
  const reply = await call('assessments.move', {
    id,
    basedOn: assessment.saves,
    to: { id: to.id, version: to.version },
    by: by(),
  });
  if (reply.ok) {
    forget(id);
    return { kind: 'moved' };
  }
  const { code, message } = reply.error;
  if (code === 'conflict') return { kind: 'changed' };
  return { kind: mayHaveSaved.has(code) ? 'unknown' : 'refused', message };
}

function isAsShown(
  { pinned, unit, before }: ImpactLine,
  set: CriteriaSet,
  answers: Parameters<typeof score>[2],
): boolean {
  if (set.id !== pinned.id || set.version !== pinned.version) return false;
  const { total, verdict } = score(set, unit.class, answers);
  return total === before.total && verdict === before.verdict;
}
