/** Scorecards that come back as PDF: whether they are as they were printed, and taking their figures over. */
import { answerFaults } from '../../criteria/answers.ts';
import { type Assessment, assessmentId, type Made } from '../../criteria/assessment.ts';
import { evidenceLimit } from '../../criteria/evidence.ts';
import { hasIndicator } from '../../criteria/lookup.ts';
import { score } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';
import type { ImportOutlook, ImportUse, SheetCheck, SheetSummary } from '../api.ts';
import type { Press } from '../printing/press.ts';
import { Refusal } from '../refusal.ts';
import type { SheetAttachment } from '../sheets/attachment.ts';
import type { SheetFindings } from '../sheets/examine.ts';
import { importedAsDraft, importedAsLastYear, linesLeftOut } from '../sheets/importing.ts';
import { rulesOfSheet, whyUnknown } from '../sheets/known-rules.ts';
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
  (sheet: SheetAttachment, present: Assessment | null, made: Made) => Assessment
>;

type WholeSheet = Extract<SheetFindings, { verdict: 'genuine' | 'unchecked' }>;

/** The figures come from the attachment, which is whole even where nobody knows what the pages should look like. */
function isWhole(findings: SheetFindings): findings is WholeSheet {
  return findings.verdict === 'genuine' || findings.verdict === 'unchecked';
}

const uncheckedRemark =
  'Các trang của tệp chưa so được; số liệu lấy từ phần đính kèm trong tệp, hãy đối chiếu với bản giấy đã ký, đóng dấu';

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
      case 'genuine':
      case 'unchecked': {
        const { sheet } = findings;
        return {
          ...findings,
          sheet: { ...summaryOf(sheet), provisional: this.#isProvisional(sheet) },
          imports: {
            draft: await this.#outlook(findings, 'draft'),
            last_year: await this.#outlook(findings, 'last_year'),
          },
        };
      }
    }
  }

  /**
   * Resolves with the assessment once it is on the disk; the state before is backed up first. A Refusal: `not_genuine`,
   * `unknown_criteria_set`, `conflict` when what is there is not what was looked at, or as of `imported…`.
   */
  async import(
    base64: string,
    as: ImportUse,
    basedOn: number | null,
    by: string | null,
  ): Promise<Assessment> {
    const findings = await this.#examine(base64);
    if (!isWhole(findings))
      throw new Refusal('not_genuine', 'Chỉ nhập được phiếu còn nguyên như chương trình đã in');
    const { sheet } = findings;
    this.#needKnownRules(sheet);
    const { store } = this.#options;
    const id = idOf(sheet);
    const made = { at: this.#now(), by };
    if (basedOn !== null) return store.change(id, basedOn, (a) => imported[as](sheet, a, made), 'import');
    if ((await this.#present(id)) !== null)
      throw new Refusal('conflict', 'Trên máy vừa có phiếu của đơn vị này; hãy kiểm tra lại trước khi nhập');
    const assessment = imported[as](sheet, null, made);
    await store.create(assessment);
    return assessment;
  }

  #examine(base64: string): Promise<SheetFindings> {
    const { press, sets } = this.#options;
    return press.examine(Buffer.from(base64, 'base64'), sets.published);
  }

  async #outlook({ verdict, sheet }: WholeSheet, as: ImportUse): Promise<ImportOutlook> {
    try {
      this.#needKnownRules(sheet);
      const present = await this.#present(idOf(sheet));
      const outcome = imported[as](sheet, present, { at: this.#now(), by: null });
      const remarks = [
        ...(verdict === 'unchecked' ? [uncheckedRemark] : []),
        ...leftOutRemark(sheet),
        ...(present === null ? [] : this.#unitRemarks(sheet, present)),
      ];
      return { possible: true, id: outcome.id, present, outcome, remarks };
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

  /** As its pages mark it, by its rules as they stood when it was printed; what is attached keeps older marks. */
  #isProvisional({ criteriaSet, unit, answers, scorecard }: SheetAttachment): boolean {
    const rules = rulesOfSheet(criteriaSet, this.#options.sets.published);
    return rules.state === 'known'
      ? score(rules.set, unit.class, answers).provisional
      : scorecard.provisional;
  }

  /** A sheet can be genuine by rules that this program does not have; figures that no rule knows are not taken over. */
  #needKnownRules({ criteriaSet, answers, notes }: SheetAttachment): void {
    const rules = rulesOfSheet(criteriaSet, this.#options.sets.published);
    if (rules.state !== 'known')
      throw new Refusal('unknown_criteria_set', whyUnknown(criteriaSet, rules.state));
    const { set } = rules;
    const fault = answerFaults(set, answers)[0];
    if (fault !== undefined) throw new Refusal(fault.code, fault.message);
    const stray = Object.keys(notes).find((indicator) => !hasIndicator(set, indicator));
    if (stray !== undefined) throw new Refusal('invalid_input', `Bộ tiêu chí không có chỉ tiêu "${stray}"`);
  }

  /** The unit stays what it is here, although the points may depend on it. */
  #unitRemarks({ unit }: SheetAttachment, present: Assessment): string[] {
    const set = this.#options.sets.pinned(present.criteriaSet);
    const named = (
      among: readonly { readonly id: string; readonly label: { readonly vi: string } }[],
      id: string,
    ) => `“${among.find((one) => one.id === id)?.label.vi ?? id}”`;
    const classOf = ({ class: id }: Unit) => named(set.unitClasses, id);
    const typeOf = ({ type }: Unit) => named(set.unitTypes, type);
    const [kept, other] = [present.unit, unit];
    return [
      ...(kept.class === other.class
        ? []
        : [
            `Theo tệp, đơn vị thuộc nhóm ${classOf(other)}; phiếu trên máy thuộc nhóm ${classOf(kept)} và giữ nguyên như vậy, nên mức điểm cần đạt có thể khác với tệp`,
          ]),
      ...(kept.type === other.type
        ? []
        : [
            `Theo tệp, đơn vị là loại ${typeOf(other)}; phiếu trên máy ghi là loại ${typeOf(kept)} và giữ nguyên như vậy`,
          ]),
    ];
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

function leftOutRemark(sheet: SheetAttachment): string[] {
  const lines = linesLeftOut(sheet);
  return lines === 0
    ? []
    : [
        `Không lấy được ${lines} dòng minh chứng bỏ trống, trùng nhau hoặc quá ${evidenceLimit} dòng một chỉ tiêu`,
      ];
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
