/**
 * Tells whether a PDF is a scorecard as this program printed it: its attachment is whole and fits together, and its
 * pages are those that the attachment gives when it is printed again. It is integrity, not a signature.
 */
import { largestSheet, type SheetDifference } from '../api.ts';
import {
  attachmentName,
  layoutVersion,
  type ReadAttachment,
  readAttachment,
  type SheetAttachment,
} from './attachment.ts';
import { examinePages, examineWords } from './examine-pages.ts';
import { codeDifferences, inTheFile, ruleDifferences, scoreDifferences } from './inner-checks.ts';
import { type FoundRules, type KnownRules, rulesOfSheet, whyUnknown } from './known-rules.ts';
import { type OpenPdf, openPdf, UnreadablePdf } from './read-pages.ts';
import { unpacksBeyond } from './unpacked-size.ts';

/** Sentences are without a full stop. */
export type SheetFindings =
  | { readonly verdict: 'genuine'; readonly remarks: readonly string[]; readonly sheet: SheetAttachment }
  | {
      readonly verdict: 'altered';
      readonly differences: readonly SheetDifference[];
      readonly remarks: readonly string[];
      /** What the attachment says, where it can be read. */
      readonly sheet: SheetAttachment | null;
    }
  | {
      /** The attachment is whole and fits together, but nobody knows what the pages should look like. */
      readonly verdict: 'unchecked';
      readonly message: string;
      readonly remarks: readonly string[];
      readonly sheet: SheetAttachment;
    }
  | { readonly verdict: 'not_ours'; readonly message: string };

/** No scorecard has so many; what has more is not read. */
const mostPages = 500;
/** In bytes; the longest notes and evidence that can be typed need a tenth of it. */
const largestAttachment = 5 * 1024 * 1024;
/** Of all parts of a file, in bytes. */
const largestUnpacked = 32 * 1024 * 1024;
/** Differences that are told one by one. */
const mostDifferences = 100;

/** Examines the bytes of any file; `known` are all versions of criteria sets that there are, with their registers. */
export async function examineSheet(bytes: Uint8Array, known: readonly KnownRules[]): Promise<SheetFindings> {
  if (bytes.length > largestSheet || unpacksBeyond(bytes, largestUnpacked))
    return notOurs('Tệp quá lớn, không thể là một phiếu chấm điểm');
  let pdf: OpenPdf | undefined;
  try {
    pdf = await openPdf(bytes);
    return await examineOpen(pdf, bytes, known);
  } catch (error) {
    if (error instanceof UnreadablePdf) return notOurs(error.message);
    throw error;
  } finally {
    await pdf?.close();
  }
}

async function examineOpen(
  pdf: OpenPdf,
  bytes: Uint8Array,
  known: readonly KnownRules[],
): Promise<SheetFindings> {
  if (pdf.pageCount > mostPages)
    return notOurs(`Tệp có ${pdf.pageCount} trang, không thể là một phiếu chấm điểm`);
  const attached = await pdf.attachment(attachmentName);
  if (attached === null) return notOurs(await whyNothingIsAttached(pdf));
  const names = await pdf.attachmentNames();
  if (names.filter((name) => name === attachmentName).length > 1)
    return altered(null, [inTheFile('Tệp có nhiều phiếu đánh giá đính kèm, không rõ phiếu nào là thật')], []);
  const read: ReadAttachment =
    attached.length > largestAttachment ? { state: 'altered', sheet: null } : readAttachment(attached);
  if (read.state === 'foreign')
    return notOurs('Tệp đính kèm trong PDF không phải là phiếu đánh giá của chương trình này');
  if (read.state === 'newer')
    return notOurs(
      'Phiếu do phiên bản mới hơn của chương trình in ra; hãy cập nhật chương trình rồi kiểm tra lại',
    );
  const broken =
    read.state === 'altered'
      ? [inTheFile('Phiếu đánh giá đính kèm trong tệp đã bị sửa hoặc bị hỏng (sai mã bảo vệ)')]
      : [];
  if (read.sheet === null) return altered(null, broken, []);
  return examineFigures(pdf, bytes, read.sheet, broken, known);
}

/** Compares the sheet with itself, then the pages with the sheet. */
async function examineFigures(
  pdf: OpenPdf,
  bytes: Uint8Array,
  sheet: SheetAttachment,
  broken: readonly SheetDifference[],
  known: readonly KnownRules[],
): Promise<SheetFindings> {
  const rules = rulesOfSheet(sheet.criteriaSet, known);
  const set = rules.state === 'known' ? rules.set : undefined;
  const inner = [
    ...broken,
    ...codeDifferences(sheet),
    ...ruleDifferences(sheet),
    ...(set === undefined ? [] : scoreDifferences(sheet, set)),
  ];
  const unknown = whyUncheckable(sheet, rules.state);
  const { differences, remarks } =
    set === undefined || unknown !== null
      ? await examineWords(pdf, bytes, sheet, sheet.printed.layout <= layoutVersion)
      : await examinePages(pdf, bytes, sheet, set, inner.length > 0);
  const all = [...inner, ...differences];
  if (all.length > 0) return altered(sheet, all, remarks);
  return unknown === null
    ? { verdict: 'genuine', remarks, sheet }
    : { verdict: 'unchecked', message: unknown, remarks, sheet };
}

/** Why the pages cannot be printed again as they were, null when they can. */
function whyUncheckable(sheet: SheetAttachment, rules: FoundRules['state']): string | null {
  const { printed, criteriaSet } = sheet;
  if (printed.layout > layoutVersion)
    return `Phiếu do phiên bản mới hơn của chương trình (${printed.program}) in ra; hãy cập nhật chương trình rồi kiểm tra lại`;
  if (rules !== 'known') return whyUnknown(criteriaSet, rules);
  if (printed.layout < layoutVersion)
    return `Phiếu do phiên bản cũ của chương trình (${printed.program}) in ra, theo mẫu trình bày cũ, nên không so được các trang; hãy đối chiếu với bản giấy đã ký, đóng dấu`;
  return null;
}

function altered(
  sheet: SheetAttachment | null,
  differences: readonly SheetDifference[],
  remarks: readonly string[],
): SheetFindings {
  const rest = differences.length - mostDifferences;
  return {
    verdict: 'altered',
    differences: differences.slice(0, mostDifferences),
    remarks: rest > 0 ? [...remarks, `Còn ${rest} chỗ khác nữa không kể hết ở đây`] : remarks,
    sheet,
  };
}

function notOurs(message: string): SheetFindings {
  return { verdict: 'not_ours', message };
}

const withoutFigures = 'trong tệp không có phiếu đánh giá đính kèm nên không kiểm tra được';

async function whyNothingIsAttached(pdf: OpenPdf): Promise<string> {
  let text = '';
  for (let number = 1; number <= Math.min(pdf.pageCount, 3); number += 1)
    text += await pdf.text(number).catch(() => '');
  const words = text.normalize('NFC').replace(/\s+/g, ' ').toLocaleLowerCase('vi');
  if (words.includes('phiếu chấm điểm'))
    return `Các trang giống phiếu chấm điểm, nhưng ${withoutFigures}; tệp này có lẽ được in lại thành PDF từ chương trình khác, hãy dùng tệp gốc`;
  if (words.trim() === '')
    return `Tệp không có chữ, có lẽ là bản quét hoặc ảnh chụp, và ${withoutFigures}; hãy so mã kiểm tra in trên giấy với tệp gốc`;
  return `Tệp không phải là phiếu chấm điểm của chương trình này: ${withoutFigures}`;
}
