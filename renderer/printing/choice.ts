/** What is to be printed as it was chosen, what is wrong with it, and what would come of it. Pure. */
import { certificateObstacle } from '../../criteria/certificate.ts';
import type { AssessmentSummary, BatchRequest, UnitDocumentKind } from '../../electron/api.ts';
import { pastedPath } from '../frame/pasted-path.ts';

export interface Choice {
  /** Every unit of the year, whatever is in `ids`. */
  readonly whole: boolean;
  readonly ids: ReadonlySet<string>;
  readonly kinds: readonly UnitDocumentKind[];
  readonly summary: boolean;
  readonly merged: boolean;
  /** As typed or pasted. */
  readonly folder: string;
}

export type ChoiceField = 'units' | 'kinds' | 'folder';

/** The fields that have to be seen to before anything can be printed. */
export function choiceFaults(choice: Choice, units: readonly AssessmentSummary[]): readonly ChoiceField[] {
  const wantsUnits = choice.kinds.length > 0;
  return [
    ...(wantsUnits && chosenUnits(choice, units).length === 0 ? ['units' as const] : []),
    ...(!wantsUnits && !choice.summary ? ['kinds' as const] : []),
    ...(pastedPath(choice.folder) === '' ? ['folder' as const] : []),
  ];
}

/** Of the units of the year; one that was chosen and is no longer there does not count. */
function chosenUnits(
  { whole, ids }: Choice,
  units: readonly AssessmentSummary[],
): readonly AssessmentSummary[] {
  return whole ? units : units.filter(({ id }) => ids.has(id));
}

/** The request of a choice without faults. */
export function requestOf(choice: Choice, year: number, units: readonly AssessmentSummary[]): BatchRequest {
  const { whole, kinds, summary, merged, folder } = choice;
  const everyUnit = whole || kinds.length === 0;
  return {
    year,
    ids: everyUnit ? null : chosenUnits(choice, units).map(({ id }) => id),
    kinds,
    summary,
    merged,
    folder: pastedPath(folder),
  };
}

export interface Outlook {
  /** Documents that are going to be made. */
  readonly documents: number;
  /** Certificates that no assessment of these may have. */
  readonly withoutCertificate: number;
  /** Assessments that are printed as they stand before they are finalised. */
  readonly drafts: number;
}

export function outlookOf(choice: Choice, units: readonly AssessmentSummary[]): Outlook {
  const chosen = chosenUnits(choice, units);
  const wants = (kind: UnitDocumentKind) => choice.kinds.includes(kind);
  const certifiable = chosen.filter(({ status, verdict }) => certificateObstacle(status, verdict) === null);
  const withoutCertificate = wants('certificate') ? chosen.length - certifiable.length : 0;
  const drafts =
    wants('scorecard') || wants('minutes') ? chosen.filter(({ status }) => status === 'draft') : [];
  return {
    documents: chosen.length * choice.kinds.length - withoutCertificate + (choice.summary ? 1 : 0),
    withoutCertificate,
    drafts: drafts.length,
  };
}
