/** Who may be given a certificate (giấy công nhận): only a finalised assessment that passed. */
import type { Verdict } from './score.ts';

/** Why there can be no certificate; null when there can. */
export function certificateObstacle(
  status: 'draft' | 'final',
  verdict: Verdict,
): 'draft' | 'not_eligible' | null {
  if (status !== 'final') return 'draft';
  return verdict === 'eligible' ? null : 'not_eligible';
}
