/** Phiếu ghi tay: the whole criteria set on paper, to be filled where there is no computer. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { lowerFirst, vi } from '../../../criteria/wording.ts';
import type { ChecklistInput } from '../document-input.ts';
import { communeCapacity } from '../page/commune-signatory.ts';
import {
  heading,
  pageNumber,
  portrait,
  sheet,
  sheetFooter,
  signatures,
  signing,
  title,
} from '../page/decree-30.ts';
import { filledPage } from '../page/filled-page.ts';
import { keptTogether, keptWithTitle } from '../page/kept-together.ts';
import { provisionalBlock, provisionalLines } from '../page/provisional-block.ts';
import { sectionTitle } from '../page/section-title.ts';
import { SourceMarks } from '../page/source-marks.ts';
import { unitFooter } from '../page/unit-footer.ts';
import { writingLines } from '../page/writing-lines.ts';
import { askedFacts } from './asked-facts.ts';
import { criterionForm } from './criterion-form.ts';
import { totalsForm } from './totals-form.ts';
import { unitForm } from './unit-form.ts';

const name = 'Phiếu ghi tay';
/** Of a sheet that may be filled in any year. */
const anyYear = '20……';

/** With as many lines to write on as fill the last page. */
export function checklistDocument(input: ChecklistInput): TDocumentDefinitions {
  return filledPage((further) => checklistWith(input, further), mostFurtherLines);
}

const mostFurtherLines = 22;

function checklistWith(input: ChecklistInput, further: number): TDocumentDefinitions {
  const { set, about, date, office } = input;
  const marks = new SourceMarks(set);
  return {
    ...sheet(portrait, {
      title: about === null ? name : `${name} ${about.unit.name} năm ${about.year}`,
      subject: [about?.unit.code, about?.year, set.id, set.version].filter(Boolean).join(' '),
      date,
    }),
    header: pageNumber,
    footer: (current, pages) => sheetFooter(portrait, footerText(input), current, pages),
    // NOTE: the legend explains the marks given by all that stands before it, so it is made after them.
    content: [
      heading(office, about === null ? anyYear : date.slice(0, 4), portrait),
      title(
        name,
        `Đánh giá ${lowerFirst(vi(set.recognisedAs))}${about === null ? '' : ` năm ${about.year}`}`,
      ),
      unitForm(input, marks),
      howToFill(),
      ...criteriaForms(input, marks),
      ...totalsForm(input, marks),
      ...closingBlock(input, marks, further),
    ],
  };
}

function footerText({ set, about }: ChecklistInput): string {
  return about === null ? `${name} – ${vi(set.title)}` : unitFooter(name, about);
}

function howToFill(): Content {
  return {
    text: 'Đánh dấu vào ô vuông, ghi số liệu trên dòng chấm. Chưa có số liệu thì để trống, không ghi số 0. Mỗi số liệu chỉ ghi một lần, ở chỉ tiêu hỏi đến trước.',
    italics: true,
    fontSize: 11.5,
    alignment: 'justify',
    margin: [0, 8, 0, 0],
  };
}

/** For the heading of a criterion and its first indicator. */
const roomForFirstIndicator = 240;

function criteriaForms({ set }: ChecklistInput, marks: SourceMarks): Content[] {
  const asked = askedFacts(set);
  return keptWithTitle(
    sectionTitle('Chỉ tiêu và số liệu'),
    set.criteria.map((criterion) => criterionForm(set, criterion, asked, marks)),
    roomForFirstIndicator,
  );
}

const remarkLines = 5;
/** So many lines stay with the title; a page may end between the others. */
const linesWithTitle = 2;

/** Signatures never stand on a sheet of their own: what "Tạm tính" means and room for remarks stay with them. */
function closingBlock(
  { set, office, about }: ChecklistInput,
  marks: SourceMarks,
  further: number,
): Content[] {
  const sources = marks.legend();
  const lines = writingLines(remarkLines + further, portrait.contentWidth);
  return [
    keptTogether(
      [sectionTitle('Ghi nhận thêm'), ...lines.slice(0, linesWithTitle)],
      2 + linesWithTitle * 1.5,
    ),
    ...lines.slice(linesWithTitle, -1),
    keptTogether(
      [
        ...lines.slice(-1),
        { stack: provisionalBlock(set, sources, false), margin: [0, 8, 0, 0] },
        {
          margin: [0, 16, 0, 0],
          stack: [
            signatures(
              [
                signing(office.signatories.secretary, ['Người', 'ghi phiếu']),
                { capacity: communeCapacity(set, about?.unit ?? null), name: '' },
                signing(office.signatories.leader, ['Trưởng đoàn', 'đánh giá']),
              ],
              portrait.contentWidth,
            ),
          ],
        },
      ],
      provisionalLines(sources) + 14,
    ),
  ];
}
