/** Who may be given a certificate. */
import type { Scorecard } from '../../../criteria/score.ts';
import { verdictText } from '../../../criteria/wording.ts';

/** Why a certificate must not be printed, as a sentence; null when it may be. */
export function whyNotCertifiable(status: 'draft' | 'final', { verdict }: Scorecard): string | null {
  if (status !== 'final') return 'Phiếu chưa chốt nên chưa thể in giấy công nhận';
  if (verdict === 'eligible') return null;
  return `Không thể in giấy công nhận: kết luận của phiếu là “${verdictText[verdict]}”`;
}

/** Thrown instead of making a certificate for an assessment that is not final, or that did not pass. */
export class NotCertifiableError extends Error {
  override readonly name = 'NotCertifiableError';
}
