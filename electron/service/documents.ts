/** The documents of a stored assessment, as PDF files. */

import { type Assessment, answersOf, notesOf } from '../../criteria/assessment.ts';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { DocumentKind, PdfDocument } from '../api.ts';
import { dayInVietnam } from '../day-in-vietnam.ts';
import { NotCertifiableError, printDocument } from '../documents/print.ts';
import { Refusal } from '../refusal.ts';

/** A certificate of anything but a final, eligible assessment is refused with the reason. */
export async function makeDocument(
  kind: DocumentKind,
  set: CriteriaSet,
  assessment: Assessment,
): Promise<PdfDocument> {
  const latest = assessment.status === 'final' ? assessment.finalised.at(-1) : undefined;
  try {
    const { fileName, bytes } = await printDocument(kind, {
      set,
      unit: assessment.unit,
      year: assessment.year,
      scorecard: scorecardOf(set, assessment),
      answers: answersOf(assessment),
      notes: notesOf(assessment),
      status: assessment.status,
      revision: assessment.revision,
      ...(latest === undefined ? {} : { sha256: latest.sha256 }),
      date: dayInVietnam(latest?.at ?? assessment.updatedAt),
    });
    return { fileName, base64: Buffer.from(bytes).toString('base64') };
  } catch (error) {
    if (error instanceof NotCertifiableError) throw new Refusal('not_eligible', error.message);
    throw error;
  }
}
