/** What is printed of the stored assessments: every document as an order for the press. */
import { type Assessment, answersOf, evidenceOf, notesOf, yearOf } from '../../criteria/assessment.ts';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import type { Office } from '../../criteria/office.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { type DocumentRequest, largestPrintCopy, type PdfDocument, type UnitDocumentKind } from '../api.ts';
import { checkCode } from '../check-code.ts';
import { dayInVietnam } from '../day-in-vietnam.ts';
import { whyNotCertifiable } from '../documents/certificate/certifiable.ts';
import type { EvidenceInput, PrintOrder, ScorecardInput, SummaryUnit } from '../documents/document-input.ts';
import { printablePicture } from '../documents/evidence/printable-picture.ts';
import type { Press } from '../printing/press.ts';
import { Refusal } from '../refusal.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { evidenceLines } from './assessments.ts';
import type { CriteriaSets } from './criteria-sets.ts';

export interface DocumentsOptions {
  readonly store: AssessmentStore;
  readonly sets: CriteriaSets;
  readonly press: Press;
  /** Of the program. */
  readonly version: string;
  readonly clock: () => Date;
}

export class Documents {
  readonly #options: DocumentsOptions;

  constructor(options: DocumentsOptions) {
    this.#options = options;
  }

  /** The document as PDF, or a Refusal: `not_eligible` for one that must not be, or as of reading. */
  async make(request: DocumentRequest): Promise<PdfDocument> {
    const { fileName, bytes } = await this.#options.press.print(await this.#requested(request));
    return { fileName, base64: Buffer.from(bytes).toString('base64') };
  }

  async order(id: string, kind: UnitDocumentKind): Promise<PrintOrder> {
    const { store, sets, version } = this.#options;
    const assessment = await store.read(id);
    const order = orderOf(
      kind,
      sets.pinned(assessment.criteriaSet),
      assessment,
      await this.#office(),
      version,
    );
    return order.kind === 'evidence' ? this.#withFiles(order) : order;
  }

  /** Of all assessments of the year; one that cannot be read is named on the document. */
  async summary(year: number): Promise<PrintOrder> {
    const { store, sets, clock } = this.#options;
    const { lines, troubled } = await store.list();
    const ofYear = lines.filter((line) => line.year === year);
    const groups = new Map<string, { readonly set: CriteriaSet; readonly units: SummaryUnit[] }>();
    const missing: string[] = [];
    const withoutSet: { name: string; id: string; version: number }[] = [];
    for (const { id, unitName } of troubled) {
      if (id === null || yearOf(id) !== year) continue;
      const lost = await this.#withoutSet(id);
      missing.push(lost?.name ?? unitName ?? id);
      if (lost !== null) withoutSet.push(lost);
    }
    for (const { id, unit } of ofYear) {
      try {
        const assessment = await store.read(id);
        const set = sets.pinned(assessment.criteriaSet);
        const scored: SummaryUnit = {
          unit: assessment.unit,
          status: assessment.status,
          revision: assessment.revision,
          scorecard: scorecardOf(set, assessment),
        };
        const version = JSON.stringify([set.id, set.version]);
        const group = groups.get(version);
        if (group === undefined) groups.set(version, { set, units: [scored] });
        else group.units.push(scored);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        missing.push(unit.name);
      }
    }
    const latest = ofYear
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1);
    return {
      kind: 'summary',
      input: {
        year,
        date: dayInVietnam(latest ?? clock().toISOString()),
        office: await this.#office(),
        groups: [...groups.values()],
        missing,
        ...(withoutSet.length > 0 ? { withoutSet } : {}),
      },
    };
  }

  /** What an assessment that can be read is pinned to, where that is not here; null otherwise. */
  async #withoutSet(
    assessment: string,
  ): Promise<{ readonly name: string; readonly id: string; readonly version: number } | null> {
    const { store, sets } = this.#options;
    try {
      const { unit, criteriaSet } = await store.read(assessment);
      const { id, version } = criteriaSet;
      return sets.find(criteriaSet) === undefined ? { name: unit.name, id, version } : null;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  async #requested(request: DocumentRequest): Promise<PrintOrder> {
    switch (request.kind) {
      case 'summary':
        return this.summary(request.year);
      case 'blank_checklist': {
        const { sets, clock } = this.#options;
        const date = dayInVietnam(clock().toISOString());
        return {
          kind: 'checklist',
          input: { set: sets.current, date, office: await this.#office(), about: null },
        };
      }
      default:
        return this.order(request.id, request.kind);
    }
  }

  /** NOTE: one file after another, so that no more than one original is in memory. */
  async #withFiles(order: Extract<PrintOrder, { kind: 'evidence' }>): Promise<PrintOrder> {
    const { evidence } = this.#options.store;
    const files: Record<string, EvidenceInput['files'][string]> = {};
    for (const item of Object.values(order.input.evidence).flat()) {
      if (item.kind === 'paper' || files[item.sha256] !== undefined) continue;
      const found = await evidence.read(item.sha256);
      const small = found.state === 'good' && found.bytes.length <= largestPrintCopy ? found.bytes : null;
      const copy = (await evidence.readPrintCopy(item.sha256)) ?? small;
      files[item.sha256] = {
        state: found.state,
        picture: copy === null ? null : printablePicture(copy),
      };
    }
    return { ...order, input: { ...order.input, files } };
  }

  #office(): Promise<Office> {
    return this.#options.store.settings.office();
  }
}

/**
 * The order for a document of one assessment, evidence still without its files; a Refusal (`not_eligible`) for a certificate
 * that must not be, and for evidence where there is none.
 */
export function orderOf(
  kind: UnitDocumentKind,
  set: CriteriaSet,
  assessment: Assessment,
  office: Office,
  version: string,
): PrintOrder {
  const { unit, year, status } = assessment;
  const input = inputOf(set, assessment, office, version);
  if (kind === 'checklist')
    return { kind, input: { set, date: dayInVietnam(assessment.createdAt), office, about: { unit, year } } };
  if (kind === 'evidence') {
    const evidence = evidenceOf(assessment);
    if (Object.keys(evidence).length === 0)
      throw new Refusal('not_eligible', 'Phiếu chưa có minh chứng nào nên không có phụ lục minh chứng');
    return { kind, input: { ...input, evidence, files: {} } };
  }
  if (kind !== 'certificate') return { kind, input };
  const obstacle = whyNotCertifiable(status, input.scorecard);
  if (obstacle !== null) throw new Refusal('not_eligible', obstacle);
  return { kind, input };
}

function inputOf(set: CriteriaSet, assessment: Assessment, office: Office, version: string): ScorecardInput {
  const { unit, year, status, revision, updatedAt } = assessment;
  const latest = status === 'final' ? assessment.finalised.at(-1) : undefined;
  const scorecard = scorecardOf(set, assessment);
  const coded = latest?.scorecard ?? scorecard;
  const sheet = {
    unit,
    year,
    status,
    revision,
    answers: answersOf(assessment),
    notes: notesOf(assessment),
    evidence: evidenceLines(evidenceOf(assessment)),
  };
  return {
    set,
    ...sheet,
    scorecard,
    coded,
    sha256: latest?.sha256 ?? checkCode({ ...sheet, scorecard: coded }),
    date: dayInVietnam(latest?.at ?? updatedAt),
    office,
    version,
  };
}
