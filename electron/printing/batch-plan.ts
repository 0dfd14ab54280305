/** What a batch prints, in the order in which it is printed and merged, and under which names. */
import { yearOf } from '../../criteria/assessment.ts';
import type { Unit } from '../../criteria/unit.ts';
import { type AssessmentList, type BatchRequest, type UnitDocumentKind, unitDocumentKinds } from '../api.ts';
import { documentFileName } from '../documents/file-name.ts';
import { FreeNames } from './free-names.ts';

/** One document. */
export type BatchItem = {
  readonly unitName: string | null;
  readonly fileName: string;
} & (
  | { readonly kind: UnitDocumentKind; readonly id: string }
  | { readonly kind: 'summary'; readonly id: null }
);

export type YearList = Pick<AssessmentList, 'assessments' | 'troubled'>;

interface PlannedUnit {
  readonly id: string;
  readonly unitName: string | null;
  readonly names: Readonly<Record<UnitDocumentKind, string>>;
}

/**
 * Unit by unit as the list has them, the summary last. Assessments that cannot be read now are printed with the others, so
 * that none is missing without a word; so are ids that nothing is known of.
 */
export function planBatch(request: BatchRequest, list: YearList): readonly BatchItem[] {
  const { year, summary } = request;
  const kinds = unitDocumentKinds.filter((kind) => request.kinds.includes(kind));
  const items: BatchItem[] = plannedUnits(request, list).flatMap(({ id, unitName, names }) =>
    kinds.map((kind) => ({ kind, id, unitName, fileName: names[kind] })),
  );
  if (!summary) return items;
  const fileName = documentFileName('summary', year, null);
  return [...items, { kind: 'summary', id: null, unitName: null, fileName }];
}

function plannedUnits({ year, ids }: BatchRequest, list: YearList): PlannedUnit[] {
  const names = new FreeNames();
  const planned = new Map<string, PlannedUnit>();
  const plan = (id: string, unitName: string | null, unit: Pick<Unit, 'code' | 'name'>) => {
    if (!planned.has(id)) planned.set(id, { id, unitName, names: names.take(namesOf(year, unit)) });
  };
  // NOTE: the whole year is named, whatever is printed of it, so that a unit has the same name in every selection.
  for (const { id, unit } of list.assessments) plan(id, unit.name, unit);
  for (const { id, unitName } of troubledOf(year, list))
    plan(id, unitName, { code: codeOf(id), name: unitName ?? '' });
  if (ids === null) return [...planned.values()];
  for (const id of ids) plan(id, null, { code: id, name: '' });
  const wanted = new Set(ids);
  return [...planned.values()].filter(({ id }) => wanted.has(id));
}

/** The assessments of a year that cannot be used now. */
export function troubledOf(
  year: number,
  { troubled }: YearList,
): readonly { readonly id: string; readonly unitName: string | null }[] {
  return troubled.flatMap(({ id, unitName }) =>
    id !== null && yearOf(id) === year ? [{ id, unitName }] : [],
  );
}

function codeOf(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}

function namesOf(year: number, unit: Pick<Unit, 'code' | 'name'>): Record<UnitDocumentKind, string> {
  const name = (kind: UnitDocumentKind) => documentFileName(kind, year, unit);
  return {
    scorecard: name('scorecard'),
    certificate: name('certificate'),
    minutes: name('minutes'),
    evidence: name('evidence'),
    checklist: name('checklist'),
  };
}

export function mergedName({ year }: BatchRequest): string {
  return documentFileName('merged', year, null);
}

/** Of the file with everything in it. */
export function mergedTitle({ year }: BatchRequest): string {
  return `Tài liệu đánh giá xã, phường phù hợp với trẻ em năm ${year}`;
}
