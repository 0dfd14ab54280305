/** Scorecards that come back as PDF: whether they are as they were printed, and taking their figures over. */
import { answerFaults } from '../../criteria/answers.ts';
import { type Assessment, assessmentId } from '../../criteria/assessment.ts';
import { hasIndicator } from '../../criteria/lookup.ts';
import type { ImportOutlook, ImportUse, SheetCheck, SheetSummary } from '../api.ts';
import type { Press } from '../printing/press.ts';
import { Refusal } from '../refusal.ts';
import { digestOf, type SheetAttachment } from '../sheets/attachment.ts';
import type { SheetFindings } from '../sheets/examine.ts';
import { importedAsDraft, importedAsLastYear } from '../sheets/importing.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import type { CriteriaSets } from './criteria-sets.ts';

export interface SheetsOptions {
  readonly store: AssessmentStore;
  readonly sets: CriteriaSets;
  readonly press: Press;
  readonly clock: () => Date;
}

const imported = { draft: importedAsDraft, last_year: importedAsLastYear } as const satisfies Record<
  ImportUse,
  (sheet: SheetAttachment, present: Assessment | null, at: string) => Assessment
>;

export class Sheets {
  readonly #options: SheetsOptions;

  constructor(options: SheetsOptions) {
    this.#options = options;
  }

  async check(base64: string): Promise<SheetCheck> {
    const findings = await this.#examine(base64);
    switch (findings.verdict) {
      case 'not_ours':
        return findings;
      case 'altered':
        return { ...findings, sheet: findings.sheet === null ? null : summaryOf(findings.sheet) };
      case 'genuine': {
        const { sheet } = findings;
        return {
          ...findings,
          remarks: [...findings.remarks, ...evidenceRemark(sheet)],
          sheet: summaryOf(sheet),
          imports: {
            draft: await this.#outlook(sheet, 'draft'),
            last_year: await this.#outlook(sheet, 'last_year'),
          },
        };
      }
    }
  }

  /**
   * Resolves with the assessment once it is on the disk; the state before is backed up first. A Refusal: `not_genuine`,
   * `unknown_criteria_set`, `conflict` when what is there is not what was looked at, or as of `imported…`.
   */
  async import(base64: string, as: ImportUse, basedOn: number | null): Promise<Assessment> {
    const findings = await this.#examine(base64);
    if (findings.verdict !== 'genuine')
      throw new Refusal('not_genuine', 'Chỉ nhập được phiếu còn nguyên như chương trình đã in');
    const { sheet } = findings;
    this.#needKnownRules(sheet);
    const { store } = this.#options;
    const id = idOf(sheet);
    const at = this.#now();
    if (basedOn !== null) return store.change(id, basedOn, (a) => imported[as](sheet, a, at), 'import');
    if ((await this.#present(id)) !== null)
      throw new Refusal('conflict', 'Trên máy vừa có phiếu của đơn vị này; hãy kiểm tra lại trước khi nhập');
    const assessment = imported[as](sheet, null, at);
    await store.create(assessment);
    return assessment;
  }

  #examine(base64: string): Promise<SheetFindings> {
    const { press, sets } = this.#options;
    return press.examine(Buffer.from(base64, 'base64'), sets.all);
  }

  async #outlook(sheet: SheetAttachment, as: ImportUse): Promise<ImportOutlook> {
    try {
      this.#needKnownRules(sheet);
      const present = await this.#present(idOf(sheet));
      const outcome = imported[as](sheet, present, this.#now());
      return { possible: true, id: outcome.id, present, outcome };
    } catch (error) {
      if (error instanceof Refusal) return { possible: false, message: error.message };
      throw error;
    }
  }

  /** The assessment that is there, null when there is none; a Refusal when there is one that cannot be read. */
  async #present(id: string): Promise<Assessment | null> {
    try {
      return await this.#options.store.read(id);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** A sheet can be genuine by rules that this program does not have; figures that no rule knows are not taken over. */
  #needKnownRules({ criteriaSet, answers, notes }: SheetAttachment): void {
    const set = this.#options.sets.pinned(criteriaSet);
    if (digestOf(set) !== criteriaSet.digest)
      throw new Refusal(
        'unknown_criteria_set',
        `Phiếu theo một bản khác của bộ tiêu chí "${set.id}" phiên bản ${set.version} so với bản trên máy này`,
      );
    const fault = answerFaults(set, answers)[0];
    if (fault !== undefined) throw new Refusal(fault.code, fault.message);
    const stray = Object.keys(notes).find((indicator) => !hasIndicator(set, indicator));
    if (stray !== undefined) throw new Refusal('invalid_input', `Bộ tiêu chí không có chỉ tiêu "${stray}"`);
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

function evidenceRemark({ evidence }: SheetAttachment): string[] {
  const lines = Object.values(evidence).flat().length;
  return lines === 0
    ? []
    : [`Phiếu có ${lines} dòng minh chứng; khi nhập chỉ lấy số liệu và ghi chú, chưa lấy minh chứng`];
}

function idOf({ year, unit }: SheetAttachment): string {
  return assessmentId(year, unit.code);
}

function summaryOf({
  unit,
  year,
  status,
  revision,
  scorecard,
  sha256,
  printed,
}: SheetAttachment): SheetSummary {
  const { total, max, threshold, verdict, provisional } = scorecard;
  return {
    unit,
    year,
    status,
    revision,
    total,
    max,
    threshold,
    verdict,
    provisional,
    sha256,
    date: printed.date,
    printedBy: printed.program,
  };
}
