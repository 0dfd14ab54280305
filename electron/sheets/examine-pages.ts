/** Compares the pages of a file with the sheet that is attached to it, as closely as can be. */
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { SheetDifference } from '../api.ts';
import { renderPdf } from '../documents/engine/pdf.ts';
import { scorecardDocument } from '../documents/scorecard/scorecard-document.ts';
import type { SheetAttachment } from './attachment.ts';
import { annotationDifferences, comparePages } from './compare-pages.ts';
import { inTheFile } from './inner-checks.ts';
import { type OpenPdf, openPdf, type ReadPage, UnreadablePdf } from './read-pages.ts';
import { lookedFor, missingWords } from './words-on-pages.ts';

export interface PageFindings {
  readonly differences: readonly SheetDifference[];
  readonly remarks: readonly string[];
}

/**
 * `set` is the criteria set that scored the sheet, null where the pages cannot be printed again as they were. `doubtful`
 * tells that the sheet does not fit together, so that it may be impossible to print.
 */
export async function examinePages(
  pdf: OpenPdf,
  bytes: Uint8Array,
  sheet: SheetAttachment,
  set: CriteriaSet | null,
  doubtful: boolean,
): Promise<PageFindings> {
  const printed = set === null ? null : await printedAgain(sheet, set, doubtful);
  if (printed !== null && Buffer.from(printed).equals(bytes)) return { differences: [], remarks: [] };
  const pages = await pagesOf(pdf);
  const around = await aroundPages(pdf, bytes, pages);
  if (printed !== null)
    return {
      differences: [...(await pageDifferences(printed, pages)), ...around],
      remarks: [changeRemark(printed, bytes), ...signatureRemarks(pages)],
    };
  return {
    differences: [...missingWords(sheet, await wholeText(pdf)), ...around],
    remarks: [
      `Phiếu do phiên bản ${sheet.printed.program} in ra và không in lại được để so từng chỗ; trên các trang chỉ tìm được ${lookedFor}`,
      ...signatureRemarks(pages),
    ],
  };
}

/** The file as it was printed; null when a doubtful sheet cannot be printed at all. */
async function printedAgain(
  sheet: SheetAttachment,
  set: CriteriaSet,
  doubtful: boolean,
): Promise<Uint8Array | null> {
  const { criteriaSet: _, printed, ...input } = sheet;
  const { date, office, program: version } = printed;
  try {
    return await renderPdf([scorecardDocument({ ...input, set, date, office, version })]);
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

/** What is wrong with the file whatever its pages should say. */
async function aroundPages(
  pdf: OpenPdf,
  bytes: Uint8Array,
  pages: readonly (ReadPage | null)[],
): Promise<SheetDifference[]> {
  const unreadable = pages.flatMap((page, index): SheetDifference[] =>
    page === null
      ? [{ ...inTheFile(`Trang ${index + 1}: trang bị hỏng, không đọc được`), page: index + 1 }]
      : annotationDifferences(index + 1, page, index + 1 === pages.length),
  );
  return [
    ...unreadable,
    ...((await unlessUnreadable(pdf.hasActiveContent(), true))
      ? [inTheFile('Tệp có mã tự chạy hoặc biểu mẫu riêng, có thể hiện nội dung khác với các trang')]
      : []),
    ...(Buffer.from(bytes.subarray(-endLength)).includes('%%EOF')
      ? []
      : [inTheFile('Tệp bị cắt mất phần cuối')]),
  ];
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

function changeRemark(printed: Uint8Array, bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, printed.length)).equals(printed)
    ? 'Tệp đã được ký hoặc bổ sung sau khi in; phần in ra ban đầu vẫn còn nguyên'
    : 'Tệp đã được một chương trình khác lưu lại sau khi in';
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
