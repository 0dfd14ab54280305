/** Phiếu chấm điểm: what a unit was given for every indicator, why, and what is missing to pass. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { vi } from '../../../criteria/wording.ts';
import { attachmentName, attachmentText } from '../../sheets/attachment.ts';
import type { ScorecardInput } from '../document-input.ts';
import {
  heading,
  pageNumber,
  portrait,
  recipients,
  sheet,
  sheetFooter,
  signatures,
  signing,
  title,
} from '../page/decree-30.ts';
import { draftWarning, draftWatermark } from '../page/draft.ts';
import { estimatedLines, keptTogether, keptWithTitle } from '../page/kept-together.ts';
import { provisionalBlock, provisionalLines } from '../page/provisional-block.ts';
import { sectionTitle } from '../page/section-title.ts';
import { SourceMarks } from '../page/source-marks.ts';
import { unitFooter } from '../page/unit-footer.ts';
import { checkCodeBlock } from './check-code-block.ts';
import { criterionTable } from './criterion-table.ts';
import { criteriaPicture } from './points-picture.ts';
import { missingBlock, reasonsBlock, resultBlock, unitBlock } from './scorecard-summary.ts';

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
      ...missingBlock(input),
      ...detailBlock(input, marks),
      ...closingBlock(input, marks),
    ],
  };
}

/** For the heading of a criterion and its first indicator, in points. */
function roomForFirstIndicator({ set, notes, evidence }: ScorecardInput): number {
  const [first] = set.criteria[0]?.indicators ?? [];
  const short = first?.kind === 'check' && notes[first.id] === undefined && evidence[first.id] === undefined;
  return short ? 130 : 260;
}

function detailBlock(input: ScorecardInput, marks: SourceMarks): Content[] {
  const tables = input.set.criteria.flatMap((criterion, index) => {
    const score = input.scorecard.criteria[index];
    return score === undefined ? [] : [criterionTable(input, criterion, score, marks)];
  });
  return keptWithTitle(sectionTitle('Chi tiết theo chỉ tiêu'), tables, roomForFirstIndicator(input));
}

/** Of a stamp of 36 mm, a good part of which lies over what stands above and beside a signature. */
const stampSpace = 74;

/**
 * Signatures never stand on a sheet of their own: the sources of the rules and the check code, which says what is
 * signed, stay with them. Nothing is drawn between capacity and name.
 */
function closingBlock(input: ScorecardInput, marks: SourceMarks): Content[] {
  const { secretary, leader } = input.office.signatories;
  const signatories = [
    signing(secretary, ['Người', 'chấm điểm']),
    { capacity: ['Đại diện Ủy ban', 'nhân dân cấp xã'], name: '' },
    signing(leader, ['Trưởng đoàn', 'đánh giá']),
  ];
  const names = recipientNames(input);
  const capacityLines = signatories.map(({ capacity }) =>
    capacity.reduce((sum, line) => sum + estimatedLines(line, 14), 0),
  );
  const sources = marks.legend();
  const [heading, meaning, ...cited] = provisionalBlock(input.set, sources);
  const signed: Content[] = [
    checkCodeBlock(input),
    { stack: [signatures(signatories, portrait.contentWidth, stampSpace)], margin: [0, 12, 0, 0] },
    { stack: [recipients(names)], margin: [0, 12, 0, 0] },
  ];
  return [
    ...(heading === undefined || meaning === undefined
      ? []
      : [{ unbreakable: true, stack: [heading, meaning] }]),
    keptTogether(
      [...cited, ...signed],
      provisionalLines(sources) +
        linesOfSigning +
        Math.max(...capacityLines) +
        names.reduce((sum, name) => sum + estimatedLines(name, 80), 0),
    ),
  ];
}

/** Of check code, names and the space around them. */
const linesOfSigning = 17;

function recipientNames({ office, unit }: ScorecardInput): readonly string[] {
  const { scorecard } = office.recipients;
  return scorecard.length > 0 ? scorecard : [unit.name, 'Đoàn đánh giá', 'Lưu: VT'];
}
