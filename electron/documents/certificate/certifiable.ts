/** Who may be given a certificate. */
import { certificateObstacle } from '../../../criteria/certificate.ts';
import type { Scorecard } from '../../../criteria/score.ts';
import { verdictText } from '../../../criteria/wording.ts';

/** Why a certificate must not be printed, as a sentence; null when it may be. */
export function whyNotCertifiable(status: 'draft' | 'final', { verdict }: Scorecard): string | null {
  switch (certificateObstacle(status, verdict)) {
    case 'draft':
      return 'Phiếu chưa chốt nên chưa thể in giấy công nhận';
    case 'not_eligible':
      return `Không thể in giấy công nhận: kết luận của phiếu là “${verdictText[verdict]}”`;
    case null:
      return null;
  }
}

/** Thrown instead of making a certificate for an assessment that is not final, or that did not pass. */
export class NotCertifiableError extends Error {
  override readonly name = 'NotCertifiableError';
}
