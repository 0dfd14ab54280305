/** What is to be printed as it was chosen, what is wrong with it, and what would come of it. Pure. */
import { certificateObstacle } from '../../criteria/certificate.ts';
import type {
  AssessmentList,
  AssessmentSummary,
  BatchRequest,
  UnitDocumentKind,
} from '../../electron/api.ts';
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

export type YearList = Pick<AssessmentList, 'assessments' | 'troubled'>;

export function hasFolder({ folder }: Choice): boolean {
  return pastedPath(folder) !== '';
}

/** Of the units of the year; one that was chosen and is no longer there does not count. */
function chosenUnits(
  { whole, ids }: Choice,
  units: readonly AssessmentSummary[],
): readonly AssessmentSummary[] {
  return whole ? units : units.filter(({ id }) => ids.has(id));
}

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
  /** Documents that the batch comes to: what it makes, what it leaves out, and what is in doubt. */
  readonly total: number;
  /** Documents that are going to be made. */
  readonly documents: number;
  /** Certificates that no assessment of these may have. */
  readonly withoutCertificate: number;
  /** Documents of assessments that cannot be used now, which are tried with the others of the whole year. */
  readonly troubled: number;
  /** Assessments that are printed as they stand before they are finalised. */
  readonly drafts: number;
}

export function outlookOf(choice: Choice, year: number, list: YearList): Outlook {
  const { kinds, summary, whole } = choice;
  const chosen = chosenUnits(choice, list.assessments);
  const certifiable = chosen.filter(({ status, verdict }) => certificateObstacle(status, verdict) === null);
  const withoutCertificate = kinds.includes('certificate') ? chosen.length - certifiable.length : 0;
  const troubled = whole ? troubledCount(year, list) * kinds.length : 0;
  const ofUnits = chosen.length * kinds.length;
  const ofYear = summary ? 1 : 0;
  const showsState = kinds.includes('scorecard') || kinds.includes('minutes');
  return {
    total: ofUnits + troubled + ofYear,
    documents: ofUnits - withoutCertificate + ofYear,
    withoutCertificate,
    troubled,
    drafts: showsState ? chosen.filter(({ status }) => status === 'draft').length : 0,
  };
}

function troubledCount(year: number, { assessments, troubled }: YearList): number {
  const usable = new Set(assessments.map(({ id }) => id));
  const ids = troubled.flatMap(({ id }) => (id?.startsWith(`${year}-`) && !usable.has(id) ? [id] : []));
  return new Set(ids).size;
}

/** Why nothing at all would be made of a choice; null when something would. */
export function nothingToPrint(
  { kinds }: Choice,
  { total, documents, troubled }: Outlook,
): 'units' | 'kinds' | 'certificates' | null {
  if (documents + troubled > 0) return null;
  if (kinds.length === 0) return 'kinds';
  return total === 0 ? 'units' : 'certificates';
}
