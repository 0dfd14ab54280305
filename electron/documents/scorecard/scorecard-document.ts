/** Phiếu chấm điểm: what a unit was given for every indicator, why, and what is missing to pass. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { entryOf } from '../../../criteria/lookup.ts';
import { vi } from '../../../criteria/wording.ts';
import { attachmentName, attachmentText } from '../../sheets/attachment.ts';
import type { ScorecardInput } from '../document-input.ts';
import { communeCapacity } from '../page/commune-signatory.ts';
import {
  heading,
  pageNumber,
  portrait,
  recipients,
  recipientsHeight,
  sheet,
  sheetFooter,
  signatureHeight,
  signatures,
  signing,
  title,
} from '../page/decree-30.ts';
import { draftWarning, draftWatermark } from '../page/draft.ts';
import { fitsOnPage, keptWithTitle } from '../page/kept-together.ts';
import { provisionalBlock, provisionalLines } from '../page/provisional-block.ts';
import { rulesBlock } from '../page/rules-block.ts';
import { sectionTitle } from '../page/section-title.ts';
import { type CitedSource, SourceMarks } from '../page/source-marks.ts';
import { unitFooter } from '../page/unit-footer.ts';
import { checkCodeBlock, checkCodeHeight } from './check-code-block.ts';
import { criterionTables } from './criterion-table.ts';
import { missingBlock } from './missing-block.ts';
import { criteriaPicture } from './points-picture.ts';
import { reasonsBlock, resultBlock, unitBlock } from './scorecard-summary.ts';

export function scorecardDocument(input: ScorecardInput): TDocumentDefinitions {
  const { set, unit, year, status } = input;
  const marks = new SourceMarks(set);
  return {
    ...sheet(portrait, {
      title: `Phiếu chấm điểm ${unit.name} năm ${year}`,
      subject: [unit.code, year, status, input.revision, input.sha256].join(' '),
      date: input.date,
    }),
    ...draftWatermark(status),
    files: {
      [attachmentName]: {
        src: `data:application/json;base64,${Buffer.from(attachmentText(input)).toString('base64')}`,
        name: attachmentName,
        description: 'Phiếu đánh giá, để nhập lại và kiểm tra',
      },
    },
    header: pageNumber,
    footer: (current, pages) => sheetFooter(portrait, unitFooter('Phiếu chấm điểm', input), current, pages),
    // NOTE: the legend explains the marks given by all that stands before it, so it is made after them.
    content: [
      heading(input.office, input.date.slice(0, 4), portrait),
      title('Phiếu chấm điểm', `${vi(set.recognisedAs)} năm ${year}`),
      ...draftWarning(status),
      unitBlock(input, marks),
      resultBlock(input, marks),
      ...criteriaPicture(input, marks),
      ...reasonsBlock(input, marks),
      ...missingBlock(input, marks),
      ...detailBlock(input, marks),
      ...closingBlock(input, marks),
    ],
  };
}

/** For the heading of a criterion and its first indicator, in points. */
function roomForFirstIndicator({ set, notes, evidence }: ScorecardInput): number {
  const [first] = set.criteria[0]?.indicators ?? [];
  const short =
    first?.kind === 'check' &&
    [notes, evidence].every((entries) => entryOf<unknown>(entries, first.id) === undefined);
  return short ? 130 : 260;
}

function detailBlock(input: ScorecardInput, marks: SourceMarks): Content[] {
  const tables = input.set.criteria.flatMap((criterion, index) => {
    const score = input.scorecard.criteria[index];
    return score === undefined ? [] : criterionTables(input, criterion, score, marks);
  });
  return keptWithTitle(sectionTitle('Chi tiết theo chỉ tiêu'), tables, roomForFirstIndicator(input));
}

/** Of a stamp of 36 mm, a good part of which lies over what stands above and beside a signature. */
const stampSpace = 74;

const { contentWidth, contentHeight } = portrait;
const spaceAbove = 12;

/**
 * Signatures never stand on a sheet of their own: the check code, which says what is signed, stays with them, and so do
 * the recipients unless their list is longer than the page leaves room for. Nothing is drawn between capacity and name.
 */
function closingBlock(input: ScorecardInput, marks: SourceMarks): Content[] {
  const { secretary, leader } = input.office.signatories;
  const signatories = [
    signing(secretary, ['Người', 'chấm điểm']),
    { capacity: communeCapacity(input.set, input.unit), name: '' },
    signing(leader, ['Trưởng đoàn', 'đánh giá']),
  ];
  const names = recipientNames(input);
  const sources = marks.legend();
  const signed: Content[] = [
    checkCodeBlock(input),
    { stack: [signatures(signatories, contentWidth, stampSpace)], margin: [0, spaceAbove, 0, 0] },
  ];
  const received: Content = { stack: [recipients(names)], margin: [0, spaceAbove, 0, 0] };
  const width = contentWidth / signatories.length;
  const signedHeight =
    checkCodeHeight +
    spaceAbove +
    // NOTE: their names stand on one line, below the longest capacity.
    Math.max(
      ...signatories.flatMap(({ capacity }) =>
        signatories.map(({ name }) => signatureHeight({ capacity, name }, width, stampSpace)),
      ),
    );
  const height = signedHeight + spaceAbove + recipientsHeight(names, contentWidth);
  return [
    ...rulesBlock(input.set),
    ...explainedSources(input, sources),
    ...(height <= contentHeight
      ? [{ unbreakable: true, stack: [...signed, received] }]
      : [{ unbreakable: signedHeight <= contentHeight, stack: signed }, received]),
  ];
}

/** On one page, as long as they fit on one. */
function explainedSources({ set, scorecard }: ScorecardInput, sources: readonly CitedSource[]): Content[] {
  const [heading, meaning, ...cited] = provisionalBlock(set, sources, scorecard.provisional);
  if (heading === undefined || meaning === undefined) return [];
  return fitsOnPage(provisionalLines(sources))
    ? [{ unbreakable: true, stack: [heading, meaning, ...cited] }]
    : [{ unbreakable: true, stack: [heading, meaning] }, ...cited];
}

function recipientNames({ office, unit }: ScorecardInput): readonly string[] {
  const { scorecard } = office.recipients;
  return scorecard.length > 0 ? scorecard : [unit.name, 'Đoàn đánh giá', 'Lưu: VT'];
}
