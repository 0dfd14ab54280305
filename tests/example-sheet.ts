/** Printed scorecards whose check code is right, for the tests of checking them. */
import { asPublished } from '../criteria/rules/published-set.ts';
import { score } from '../criteria/score.ts';
import { builtInSets } from '../criteria/sets/built-in.ts';
import { checkCode } from '../electron/check-code.ts';
import type { ScorecardInput } from '../electron/documents/document-input.ts';
import { renderPdf } from '../electron/documents/engine/pdf.ts';
import { scorecardDocument } from '../electron/documents/scorecard/scorecard-document.ts';
import { sha256OfJson } from '../electron/store/sha256.ts';
import { bestAnswers, currentSet, office, scorecardInput } from './example-document-input.ts';
import type { PdfParts } from './pdf-surgery.ts';

const set = currentSet();

/** What a program knows by itself, with nothing confirmed on the machine. */
export const knownRules = [...builtInSets.values()].map(asPublished);

const indicators = set.criteria.flatMap((criterion) => criterion.indicators);

/** A little under the best, with a note and evidence. */
const answers = { ...bestAnswers(set), children_abused: 7, '11.2': false };

export function sheetInput(replaced: Partial<ScorecardInput> = {}): ScorecardInput {
  const input = scorecardInput(answers, {
    office,
    notes: { [indicators[0]?.id ?? '']: 'Đã đối chiếu với sổ hộ tịch của xã.' },
    evidence: { [indicators[1]?.id ?? '']: ['Sổ theo dõi trẻ em năm 2026.pdf'] },
    ...replaced,
  });
  return { ...input, sha256: checkCode({ ...input, scorecard: input.coded }) };
}

export function printedSheet(input: ScorecardInput = sheetInput()): Promise<Uint8Array> {
  return renderPdf([scorecardDocument(input)]);
}

/** What of an attachment is computed anew after it was changed. */
export type Recomputed = 'checksum' | 'checkCode' | 'scorecard';

/** Changes the attached sheet, and all the sums over it that are named. */
// biome-ignore lint/suspicious/noExplicitAny: a forger knows no types.
export function forge(pdf: PdfParts, change: (sheet: any) => void, recomputed: readonly Recomputed[]): void {
  pdf.changeAttachment((text) => {
    const { checksum, format, version, sheet } = JSON.parse(text);
    change(sheet);
    if (recomputed.includes('scorecard')) sheet.scorecard = score(set, sheet.unit.class, sheet.answers);
    if (recomputed.includes('checkCode')) sheet.sha256 = checkCode(sheet);
    return JSON.stringify({
      format,
      version,
      sheet,
      checksum: recomputed.includes('checksum') ? sha256OfJson({ format, version, sheet }) : checksum,
    });
  });
}
