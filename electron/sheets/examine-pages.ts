/** Compares the pages of a file with the sheet that is attached to it, as closely as can be. */
import { withMarksOf } from '../../criteria/assessment-score.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { score } from '../../criteria/score.ts';
import type { SheetDifference } from '../api.ts';
import { renderPdf } from '../documents/engine/pdf.ts';
import { scorecardDocument } from '../documents/scorecard/scorecard-document.ts';
import type { SheetAttachment } from './attachment.ts';
import { activeContent, besidePages } from './beside-pages.ts';
import { annotationDifferences, comparePages } from './compare-pages.ts';
import { inTheFile } from './inner-checks.ts';
import { type OpenPdf, openPdf, type ReadPage, UnreadablePdf } from './read-pages.ts';
import { signaturePlaces } from './signature-places.ts';
import { lookedFor, missingWords } from './words-on-pages.ts';

export interface PageFindings {
  readonly differences: readonly SheetDifference[];
  readonly remarks: readonly string[];
}

/**
 * Compares them with a new printing by `set`, the criteria set that scored the sheet. `doubtful` tells that the sheet
 * does not fit together, so that it may be impossible to print; then its words are looked for.
 */
export async function examinePages(
  pdf: OpenPdf,
  bytes: Uint8Array,
  sheet: SheetAttachment,
  set: CriteriaSet,
  doubtful: boolean,
): Promise<PageFindings> {
  const printed = await printedAgain(sheet, set, doubtful);
  if (printed === null) return examineWords(pdf, bytes, sheet, true);
  if (Buffer.from(printed).equals(bytes)) return { differences: [], remarks: [] };
  const pages = await pagesOf(pdf);
  const around = await aroundPages(pdf, bytes, pages);
  const differences = [...(await pageDifferences(printed, pages)), ...around.differences];
  const isSame = differences.length === 0;
  return { differences, remarks: [changeRemark(printed, bytes, around.signed, isSame), ...around.remarks] };
}

/**
 * Looks for the main words of a sheet whose pages cannot be printed again as they were. `known` tells that they must
 * stand there as they would be printed now.
 */
export async function examineWords(
  pdf: OpenPdf,
  bytes: Uint8Array,
  sheet: SheetAttachment,
  known: boolean,
): Promise<PageFindings> {
  const around = await aroundPages(pdf, bytes, await pagesOf(pdf));
  const missing = missingWords(sheet, await wholeText(pdf));
  return {
    differences: [...(known ? missing : []), ...around.differences],
    remarks: [
      ...(known ? [] : missing.map(({ message }) => message)),
      ...(missing.length === 0
        ? [
            `Trên các trang chỉ tìm ${lookedFor}, và đều thấy; những chỗ khác có thể đã bị sửa mà không biết được`,
          ]
        : []),
      ...around.remarks,
    ],
  };
}

/** The file as it was printed; null when a doubtful sheet cannot be printed at all. */
async function printedAgain(
  sheet: SheetAttachment,
  set: CriteriaSet,
  doubtful: boolean,
): Promise<Uint8Array | null> {
  const { criteriaSet: _, printed, scorecard: coded, ...input } = sheet;
  const { date, office, program: version } = printed;
  try {
    const scorecard = withMarksOf(score(set, sheet.unit.class, sheet.answers), coded);
    return await renderPdf([scorecardDocument({ ...input, set, scorecard, coded, date, office, version })]);
  } catch (error) {
    if (doubtful) return null;
    throw error;
  }
}

/** The pages in their order, null for one that cannot be read. */
async function pagesOf(pdf: OpenPdf): Promise<(ReadPage | null)[]> {
  const pages: (ReadPage | null)[] = [];
  for (let number = 1; number <= pdf.pageCount; number += 1)
    pages.push(await unlessUnreadable(pdf.page(number), null));
  return pages;
}

async function wholeText(pdf: OpenPdf): Promise<string> {
  let text = '';
  for (let number = 1; number <= pdf.pageCount; number += 1)
    text += await unlessUnreadable(pdf.text(number), '');
  return text;
}

async function unlessUnreadable<T, U>(part: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await part;
  } catch (error) {
    if (error instanceof UnreadablePdf) return otherwise;
    throw error;
  }
}

interface Around extends PageFindings {
  readonly signed: boolean;
}

/** What is wrong with the file whatever its pages should say. */
async function aroundPages(
  pdf: OpenPdf,
  bytes: Uint8Array,
  pages: readonly (ReadPage | null)[],
): Promise<Around> {
  const onPages = pages.flatMap((page, index): SheetDifference[] =>
    page === null
      ? [{ ...inTheFile(`Trang ${index + 1}: trang bị hỏng, không đọc được`), page: index + 1 }]
      : annotationDifferences(index + 1, page),
  );
  const places = pages.flatMap((page, index) =>
    page === null ? [] : [signaturePlaces(index + 1, page, index + 1 === pages.length)],
  );
  const beside = besidePages(bytes, {
    pageCount: pages.length,
    annotated: onPages.length > 0,
    attachments: await unlessUnreadable(pdf.attachmentNames(), []),
  });
  const isForm = await unlessUnreadable(pdf.hasActiveContent(), true);
  return {
    differences: [
      ...onPages,
      ...places.flatMap(({ differences }) => differences),
      ...beside.differences,
      ...(isForm && !beside.acts ? [inTheFile(activeContent)] : []),
      ...(Buffer.from(bytes.subarray(-endLength)).includes('%%EOF')
        ? []
        : [inTheFile('Tệp bị cắt mất phần cuối')]),
    ],
    remarks: [...signatureRemarks(pages), ...places.flatMap(({ remarks }) => remarks), ...beside.remarks],
    signed: beside.signed,
  };
}

/** In bytes: where readers look for the mark that ends a PDF. */
const endLength = 1024;

async function pageDifferences(
  printed: Uint8Array,
  pages: readonly (ReadPage | null)[],
): Promise<SheetDifference[]> {
  const again = await openPdf(printed);
  try {
    const expected = await pagesOf(again);
    const differences = expected.flatMap((should, index) => {
      const is = pages[index];
      return should && is ? comparePages(index + 1, should, is) : [];
    });
    return expected.length === pages.length
      ? differences
      : [
          inTheFile('Số trang của tệp khác lúc in', `${expected.length} trang`, `${pages.length} trang`),
          ...differences,
        ];
  } finally {
    await again.close();
  }
}

function changeRemark(printed: Uint8Array, bytes: Uint8Array, signed: boolean, isSame: boolean): string {
  if (!Buffer.from(bytes.subarray(0, printed.length)).equals(printed))
    return 'Tệp không còn đúng từng byte như lúc in: đã được một chương trình khác lưu lại, hoặc bị hỏng khi chép';
  if (signed) return 'Tệp đã được ký sau khi in; phần in ra ban đầu vẫn còn nguyên';
  const appended = 'Tệp có phần được nối thêm vào cuối sau khi in';
  return isSame ? `${appended}; các trang và số liệu không đổi` : appended;
}

function signatureRemarks(pages: readonly (ReadPage | null)[]): string[] {
  const signatures = pages
    .flatMap((page) => page?.annotations ?? [])
    .filter(({ kind }) => kind === 'signature');
  return signatures.length === 0
    ? []
    : [
        `Tệp có ${signatures.length} ô chữ ký số; chương trình không kiểm tra chữ ký số, hãy kiểm tra bằng phần mềm ký`,
      ];
}
