/** Layout that the documents share: Decree 30/2020/NĐ-CP, appendix I (page, heading, number and date, signatures). */
import type {
  Content,
  ContentTable,
  CustomTableLayout,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import type { Office, Signatory } from '../../../criteria/office.ts';
import { lineSpacing } from '../engine/fonts.ts';
import { textLines } from '../engine/text-lines.ts';
import { balancedLines } from './balanced-lines.ts';
import { heightOf } from './one-sheet.ts';

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

const a4 = { short: mm(210), long: mm(297) };

interface Page {
  readonly orientation: 'portrait' | 'landscape';
  readonly margins: readonly [left: number, top: number, right: number, bottom: number];
  /** NOTE: columns that hold free text are given widths in points; a `*` column grows with its longest word. */
  readonly contentWidth: number;
  readonly contentHeight: number;
}

function page(orientation: Page['orientation'], left: number, right: number): Page {
  const [width, height] = orientation === 'portrait' ? [a4.short, a4.long] : [a4.long, a4.short];
  return {
    orientation,
    margins: [mm(left), mm(20), mm(right), mm(20)],
    contentWidth: width - mm(left) - mm(right),
    contentHeight: height - 2 * mm(20),
  };
}

export const portrait = page('portrait', 30, 15);
/** For a single sheet that hangs on a wall: as wide a margin right as left, so that what is centred looks centred. */
export const landscape = page('landscape', 30, 30);
/** For a list with many columns. */
export const landscapeList = page('landscape', 30, 15);

/** What every document says about itself and its sheet. */
export function sheet(
  { orientation, margins: [left, top, right, bottom] }: Page,
  about: { readonly title: string; readonly subject: string; readonly date: string },
): Omit<TDocumentDefinitions, 'content'> {
  return {
    version: '1.7',
    language: 'vi-VN',
    displayTitle: true,
    info: {
      title: about.title,
      subject: about.subject,
      creationDate: new Date(`${about.date}T00:00:00Z`),
    },
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [left, top, right, bottom],
    defaultStyle: { font: 'Tinos', fontSize: 13, color: 'black' },
  };
}

/** The number of an upright page, centred in the upper margin, from the second page on. */
export const pageNumber = numberOfPage(portrait);

export function numberOfPage({ margins: [left, , right] }: Page): (current: number) => Content {
  return (current) =>
    current === 1 ? '' : { text: String(current), alignment: 'center', margin: [left, mm(9), right, 0] };
}

/** No rules and no space of its own. */
export const bareLayout: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** Of the rule and the space around it. */
const ruleHeight = 6;

/** A line of text with a rule under it that is exactly `share` of its length: 1, or a third of it. */
function ruled(text: string, fontSize: number, share: 'whole' | 'third'): Content {
  // NOTE: a cell over three empty columns makes each a third of the text's width, whatever the text.
  const table: ContentTable['table'] = {
    widths: ['auto', 'auto', 'auto'],
    body: [
      [
        { text, fontSize, bold: true, alignment: 'center', colSpan: 3, border: [false, false, false, false] },
        {},
        {},
      ],
      ['', '', ''].map((empty, column) => ({
        text: empty,
        fontSize: 2,
        border: [false, share === 'whole' || column === 1, false, false],
      })),
    ],
  };
  const layout: CustomTableLayout = {
    ...bareLayout,
    hLineWidth: (row) => (row === 1 ? 0.7 : 0),
    paddingBottom: (row) => (row === 0 ? 2 : 0),
  };
  return {
    columns: [
      { width: '*', text: '' },
      { width: 'auto', table, layout },
      { width: '*', text: '' },
    ],
  };
}

const nationName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';
const nationWidth = 268;
const spaceAbovePlace = 8;
const placeSize = 13;
/** In the lines that its height is computed from: pdfmake breaks a long word elsewhere. */
const placeAndDate = (place: string, year: string, fontSize: number) =>
  textLines(`${place || '………………'}, ngày …… tháng …… năm ${year}`, {
    face: 'italics',
    fontSize,
    width: nationWidth,
  }).join('\n');

const officeSize = 12;

/**
 * In balanced lines; dotted ones are to be filled by hand. NOTE: a body that is named without a superior has none, as a
 * People's Committee does not.
 */
function issuedBy(
  { superior, body }: Office,
  width: number,
  fontSize: number,
): { superior: string | null; body: string } {
  const lines = (name: string, face: 'normal' | 'bold') =>
    balancedLines(name.toLocaleUpperCase('vi'), { face, fontSize, width }).join('\n');
  return {
    superior: superior !== '' ? lines(superior, 'normal') : body === '' ? '……………………………' : null,
    body: body === '' ? '……………………………………' : lines(body, 'bold'),
  };
}

/**
 * State name and motto on the right, the issuing body on the left, then number, place and date on one line. `year` is
 * null for minutes, which say time and place in their opening. `scale`: of what the office is called, and of its place,
 * where a sheet has no room for it.
 */
export function heading(
  office: Office,
  year: string | null,
  { contentWidth }: Page,
  scale: number = 1,
): Content {
  const bodyWidth = contentWidth - nationWidth;
  const nameSize = officeSize * scale;
  const { superior, body } = issuedBy(office, bodyWidth, nameSize);
  return {
    table: {
      widths: [bodyWidth, nationWidth],
      body: [
        [
          {
            stack: [
              ...(superior === null
                ? []
                : [{ text: superior, fontSize: nameSize, alignment: 'center' as const }]),
              ruled(body, nameSize, 'third'),
            ],
          },
          {
            stack: [
              {
                text: nationName,
                fontSize: 12,
                bold: true,
                noWrap: true,
                alignment: 'center',
              },
              ruled(motto, 13, 'whole'),
            ],
          },
        ],
        [
          { text: 'Số: ………/…………', alignment: 'center' },
          {
            text: year === null ? '' : placeAndDate(office.place, year, placeSize * scale),
            fontSize: placeSize * scale,
            italics: true,
            alignment: 'center',
          },
        ],
      ],
    },
    layout: { ...bareLayout, paddingTop: (row) => (row === 1 ? spaceAbovePlace : 0) },
  };
}

/** At least the height of the heading, in points. */
export function headingHeight(
  office: Office,
  year: string,
  { contentWidth }: Page,
  scale: number = 1,
): number {
  const bodyWidth = contentWidth - nationWidth;
  const nameSize = officeSize * scale;
  const { superior, body } = issuedBy(office, bodyWidth, nameSize);
  const left = [
    ...(superior === null ? [] : [{ text: superior, fontSize: nameSize, above: 0 }]),
    { text: body, fontSize: nameSize, bold: true, above: ruleHeight },
  ];
  const nation = [
    { text: nationName, fontSize: 12, bold: true, above: 0 },
    { text: motto, fontSize: 13, bold: true, above: ruleHeight },
  ];
  const place = {
    text: placeAndDate(office.place, year, placeSize * scale),
    fontSize: placeSize * scale,
    italics: true,
    above: spaceAbovePlace,
  };
  return Math.max(heightOf(left, bodyWidth), heightOf(nation, nationWidth)) + heightOf([place], nationWidth);
}

/** The name of the document in bold capitals, and below it what it is about. */
export function title(name: string, about: string): Content {
  return {
    stack: [
      { text: name.toLocaleUpperCase('vi'), bold: true, fontSize: 14 },
      { text: about, bold: true, margin: [0, 2, 0, 0] },
    ],
    alignment: 'center',
    margin: [0, 16, 0, 0],
  };
}

/** A line under the title that nobody can overlook. */
export function warning(text: string): Content {
  return { text, bold: true, italics: true, alignment: 'center', margin: [0, 6, 0, 0] };
}

/** What the sheet belongs to, and which of how many it is, so that loose sheets find together again. */
export function sheetFooter(
  { margins: [left, , right], contentWidth }: Page,
  text: string,
  current: number,
  pages: number,
): Content {
  const countWidth = 70;
  return {
    columns: [
      { width: contentWidth - countWidth, text },
      { width: countWidth, text: `Trang ${current}/${pages}`, alignment: 'right' },
    ],
    fontSize: 9.5,
    margin: [left, 12, right, 0],
  };
}

/** Side by side, each with room for a signature and a name on one line with the others. */
export function signatures(
  signatories: readonly Signatory[],
  contentWidth: number,
  space: number = signatureSpace,
): Content {
  const cells = signatories.map((signatory) => signatureParts(signatory, space));
  return {
    unbreakable: true,
    alignment: 'center',
    table: {
      widths: cells.map(() => contentWidth / cells.length),
      body: [
        cells.map(({ capacity }) => capacity),
        cells.map(({ instruction }) => instruction),
        cells.map(({ name }) => name),
      ],
    },
    layout: bareLayout,
  };
}

/** Room for the signature itself. */
export const signatureSpace = 50;
export const dotted = '………………………';
export const signHere = (name: string) => (name === '' ? '(Ký, ghi rõ họ tên)' : '(Ký tên)');

/** The signatory with the capacity that is usual, unless the office named another. */
export function signing({ capacity, name }: Signatory, usual: readonly string[]): Signatory {
  return { capacity: capacity.length > 0 ? capacity : [...usual], name };
}

/** Of the block of one signatory, in points. */
export function signatureHeight(
  { capacity, name }: Signatory,
  width: number,
  space: number = signatureSpace,
): number {
  return heightOf(
    [
      ...capacity.map((line) => ({ text: line.toLocaleUpperCase('vi'), bold: true, fontSize: 13, above: 0 })),
      { text: signHere(name), italics: true, fontSize: 12, above: 0 },
      { text: name || dotted, fontSize: 13, bold: name !== '', above: space },
    ],
    width,
  );
}

function signatureParts(
  { capacity, name }: Signatory,
  space: number,
): Record<'capacity' | 'instruction' | 'name', TableCell> {
  return {
    capacity: { stack: capacity.map((line) => ({ text: line.toLocaleUpperCase('vi'), bold: true })) },
    instruction: { text: signHere(name), italics: true, fontSize: 12 },
    name:
      name === ''
        ? { text: dotted, fontSize: 12, margin: [0, space, 0, 0] }
        : { text: name, bold: true, margin: [0, space, 0, 0] },
  };
}

export const recipientsTitle = 'Nơi nhận:';

export function recipientLines(names: readonly string[]): string[] {
  return names.map((name, index) => `- ${name}${index === names.length - 1 ? '.' : ';'}`);
}

/** A page may end between two names of a list that it does not hold, but not below the title. */
export function recipients(names: readonly string[]): Content {
  const title: Content = { text: recipientsTitle, bold: true, italics: true, fontSize: 12 };
  const [first = '', ...others] = recipientLines(names).map(
    (text): Content => ({ text, fontSize: 11, unbreakable: true }),
  );
  return { stack: [{ unbreakable: true, stack: [title, first] }, ...others] };
}

/** In points. Each of the names is to fit on a line, unless a width is given. */
export function recipientsHeight(names: readonly string[], width?: number): number {
  if (width === undefined) return lineSpacing() * (12 + 11 * names.length);
  const lines = recipientLines(names).map((text) => ({ text, fontSize: 11, above: 0 }));
  return heightOf([{ text: recipientsTitle, fontSize: 12, bold: true, above: 0 }, ...lines], width);
}

/** Across every page, light enough to read the text through it. */
export function watermark(text: string): TDocumentDefinitions['watermark'] {
  return { text, font: 'Tinos', bold: true, fontSize: 96, color: 'black', opacity: 0.07 };
}
