/**
 * What a file holds beside the pages that the reader sees: what runs, hides, replaces or adds to them in another
 * reader. Looked for in all that is written in the file, also in what was replaced since, because a print of ours has
 * none of it.
 */
import type { SheetDifference } from '../api.ts';
import { attachmentName } from './attachment.ts';
import { inTheFile } from './inner-checks.ts';
import { dictionariesOf, type PdfObject, pdfObjects } from './pdf-objects.ts';
import { isDictionary, type PdfDictionary, type PdfValue, referenceOf } from './pdf-values.ts';

export interface BesidePages {
  readonly differences: readonly SheetDifference[];
  readonly remarks: readonly string[];
  /** Whether something in it runs, or takes the place of the pages. */
  readonly acts: boolean;
  /** Whether it says that it is signed. Nobody looked whether the signature is right. */
  readonly signed: boolean;
}

/** What the reader found, to be compared with what is written. */
interface Seen {
  readonly pageCount: number;
  /** Whether annotations that are no signatures were told already. */
  readonly annotated: boolean;
  readonly attachments: readonly string[];
}

export const activeContent = 'Tệp có mã tự chạy hoặc biểu mẫu riêng, có thể hiện nội dung khác với các trang';

export function besidePages(bytes: Uint8Array, seen: Seen): BesidePages {
  const { objects, opaque, ambiguous } = pdfObjects(bytes);
  const all = dictionariesOf(objects);
  const versions = Map.groupBy(objects, ({ number }) => number);
  const active = all.some(acts);
  const told: readonly (readonly [boolean, string])[] = [
    [opaque, 'Tệp có phần bị khóa hoặc bị hỏng nên không kiểm tra được hết'],
    [ambiguous, 'Tệp có chỗ viết hai nghĩa, mỗi trình đọc có thể hiện một khác'],
    [active, activeContent],
    [
      all.some((part) => part.has('Collection')),
      'Tệp được đóng thành một bộ tệp, trình đọc có thể mở tệp khác thay cho các trang',
    ],
    [
      !seen.annotated && hasForeignAnnotation(versions, all),
      'Tệp có chú thích, ô nhập hoặc liên kết được thêm vào, có trình đọc không hiện ra',
    ],
    [all.some(drawsOnlyInPrint), 'Tệp có lệnh vẽ mà chỉ một số trình đọc hoặc máy in làm theo'],
    [
      all.some(cutsPrint) || hasOtherBox(all),
      'Khổ giấy, vùng hiển thị hoặc vùng in của tệp đã bị đổi, nên khi xem hay in có thể thấy khác',
    ],
    [leaves(versions, objects).size > seen.pageCount, 'Tệp có trang bị giấu, có trình đọc hiện ra'],
    [
      hasHiddenAttachment(versions, objects, seen.attachments),
      'Tệp có tệp đính kèm bị giấu hoặc bị tráo, có trình đọc đưa ra thay cho phiếu đánh giá',
    ],
  ];
  const others = seen.attachments.filter((name) => name !== attachmentName);
  return {
    differences: told.flatMap(([is, message]) => (is ? [inTheFile(message)] : [])),
    remarks:
      others.length === 0
        ? []
        : [
            `Tệp còn kèm ${others.map((name) => `“${name}”`).join(', ')}, không phải do chương trình đính vào; đừng mở nếu không rõ ai đã thêm`,
          ],
    acts: active,
    signed: all.some((part) => part.has('ByteRange')),
  };
}

/** NOTE: a place to open at is only a list; everything else there does something. */
function acts(part: PdfDictionary): boolean {
  const opens = part.get('OpenAction');
  return (
    (opens !== undefined && !Array.isArray(opens)) ||
    ['AA', 'XFA', 'JavaScript', 'JS'].some((key) => part.has(key)) ||
    (part.has('Rect') && (part.has('A') || part.has('PA')))
  );
}

function hasForeignAnnotation(written: Versions, all: readonly PdfDictionary[]): boolean {
  const isSignature = (value: PdfValue): boolean => {
    const versions = resolved(written, value);
    return (
      versions.length > 0 &&
      versions.every(
        (part) =>
          isDictionary(part) &&
          part.get('Subtype') === '/Widget' &&
          (part.get('FT') ?? fieldType(part)) === '/Sig',
      )
    );
  };
  const fieldType = (part: PdfDictionary) =>
    resolved(written, part.get('Parent') ?? null)
      .filter(isDictionary)
      .map((parent) => parent.get('FT'))
      .find((type) => type !== undefined);
  const listed = all.flatMap((part) => resolved(written, part.get('Annots') ?? []).flatMap(listOf));
  return (
    [...listed, ...all.filter((part) => part.has('Rect') && part.has('Subtype'))].some(
      (annotation) => !isSignature(annotation),
    ) || all.some((part) => part.has('FT') && part.get('FT') !== '/Sig')
  );
}

function drawsOnlyInPrint(part: PdfDictionary): boolean {
  const changes = ['TR', 'TR2', 'HT'].some((key) => isPart(part.get(key)));
  return part.get('Subtype') === '/PS' || part.get('Subtype2') === '/PS' || changes;
}

function isPart(value: PdfValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

function cutsPrint(part: PdfDictionary): boolean {
  return ['ViewArea', 'ViewClip', 'PrintArea', 'PrintClip'].some((key) => part.has(key));
}

/** Whether a page is said to have other edges than those of its sheet. */
function hasOtherBox(all: readonly PdfDictionary[]): boolean {
  const boxes = (key: string) => all.map((part) => part.get(key)).filter((box) => box !== undefined);
  const whole = boxes('MediaBox').map(roundly);
  return ['BleedBox', 'TrimBox', 'ArtBox'].some((key) =>
    boxes(key).some((box) => !whole.includes(roundly(box))),
  );
}

function roundly(box: PdfValue): string {
  return listOf(box)
    .map((value) => (typeof value === 'number' ? Math.round(value) : '?'))
    .join(' ');
}

/** The numbers of all pages in all page trees. */
function leaves(written: Versions, objects: readonly PdfObject[]): Set<number> {
  const trees = objects.flatMap(({ number, value }) =>
    isDictionary(value) && value.has('Kids') && value.has('Count')
      ? [{ number, kids: value.get('Kids') }]
      : [],
  );
  const inner = new Set(trees.map(({ number }) => number));
  const kids = trees.flatMap((tree) =>
    resolved(written, tree.kids ?? [])
      .flatMap(listOf)
      .map(referenceOf),
  );
  return new Set(kids.flatMap((kid) => (kid === null || inner.has(kid) ? [] : [kid])));
}

function hasHiddenAttachment(
  written: Versions,
  objects: readonly PdfObject[],
  seen: readonly string[],
): boolean {
  const specifications = objects.filter(({ value }) => isDictionary(value) && value.has('EF'));
  const numbers = new Set(specifications.map(({ number }) => number));
  const ambiguous = specifications.some(({ value }) => {
    const files = isDictionary(value) ? value.get('EF') : undefined;
    return isDictionary(files) && new Set([...files.values()].map(referenceOf)).size > 1;
  });
  return ambiguous || numbers.size > seen.length || isAnotherAssociated(written, objects, specifications);
}

/** Whether the document says to be made from another file than from the sheet that is attached. */
function isAnotherAssociated(
  written: Versions,
  objects: readonly PdfObject[],
  specifications: readonly PdfObject[],
): boolean {
  const ours = specifications.filter(
    ({ value }) =>
      isDictionary(value) && ['F', 'UF'].some((key) => textOf(value.get(key)) === attachmentName),
  );
  const associated = objects.flatMap(({ value }) =>
    isDictionary(value) && value.get('Type') === '/Catalog' && value.has('AF') ? [value.get('AF') ?? []] : [],
  );
  return (
    ours.length > 0 &&
    associated.some(
      (files) =>
        !resolved(written, files)
          .flatMap(listOf)
          .some((file) => ours.some(({ number }) => number !== null && number === referenceOf(file))),
    )
  );
}

function textOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
}

function listOf(value: PdfValue): readonly PdfValue[] {
  return Array.isArray(value) ? value : [value];
}

/** All that is written under each number. */
type Versions = ReadonlyMap<number | null, readonly PdfObject[]>;

/** A value, or all that is written under the number that it refers to. */
function resolved(written: Versions, value: PdfValue): readonly PdfValue[] {
  const wanted = referenceOf(value);
  return wanted === null ? [value] : (written.get(wanted) ?? []).map(({ value: found }) => found);
}
