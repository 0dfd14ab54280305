/** Phiếu chấm điểm: what a unit was given for every indicator, why, and what is missing to pass. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { provisionalMeaning, provisionalText, vi } from '../../criteria/wording.ts';
import { criterionTable } from './criterion-table.ts';
import {
  heading,
  pageNumber,
  portrait,
  recipients,
  sheet,
  sheetFooter,
  signatures,
  title,
  warning,
  watermark,
} from './decree-30.ts';
import type { ScorecardDocumentInput } from './document-input.ts';
import { estimatedLines, keptTogether, keptWithTitle } from './kept-together.ts';
import { printableText } from './printable-text.ts';
import { missingBlock, overviewBlock, resultBlock, sectionTitle, unitBlock } from './scorecard-summary.ts';
import { type CitedSource, SourceMarks } from './source-marks.ts';

const draftText = 'BẢN NHÁP';

export function scorecardDocument(input: ScorecardDocumentInput): TDocumentDefinitions {
  const { set, unit, year, status } = input;
  const marks = new SourceMarks(set);
  const draft = status === 'draft';
  return {
    ...sheet(portrait, {
      title: `Phiếu chấm điểm ${unit.name} năm ${year}`,
      subject: [unit.code, year, status, input.revision, input.sha256].filter(Boolean).join(' '),
      date: input.date,
    }),
    ...(draft ? { watermark: watermark(draftText) } : {}),
    header: pageNumber,
    footer: (current, pages) => sheetFooter(portrait, footerText(input), current, pages),
    // NOTE: the legend explains the marks given by all that stands before it, so it is made after them.
    content: [
      heading(input.issuer, input.date.slice(0, 4), portrait),
      title('Phiếu chấm điểm', `${vi(set.recognisedAs)} năm ${year}`),
      ...(draft ? [warning(`${draftText}: số liệu chưa chốt, còn có thể thay đổi`)] : []),
      unitBlock(input, marks),
      ...resultBlock(input, marks),
      ...overviewBlock(input, marks),
      ...missingBlock(input),
      ...detailBlock(input, marks),
      closingBlock(input, marks),
    ],
  };
}

/** A name of any length fits the lower margin this way; the whole name is on the first page. */
const longestNameInFooter = 60;

function footerText({ unit, year, sha256 }: ScorecardDocumentInput): string {
  const whole = printableText(unit.name);
  const name = whole.length > longestNameInFooter ? `${whole.slice(0, longestNameInFooter)}…` : whole;
  const check = sha256 === undefined ? '' : ` – mã kiểm tra ${sha256.slice(0, 12)}`;
  return `Phiếu chấm điểm ${name} năm ${year}${check}`;
}

/** For the heading of a criterion and its first indicator. */
const roomForFirstIndicator = 240;

function detailBlock(input: ScorecardDocumentInput, marks: SourceMarks): Content[] {
  const tables = input.set.criteria.flatMap((criterion, index) => {
    const score = input.scorecard.criteria[index];
    return score === undefined ? [] : [criterionTable(input, criterion, score, marks)];
  });
  return keptWithTitle(sectionTitle('Chi tiết theo chỉ tiêu'), tables, roomForFirstIndicator);
}

/** Signatures never stand on a sheet of their own: the explanation of "Tạm tính" stays with them. */
function closingBlock(input: ScorecardDocumentInput, marks: SourceMarks): Content {
  const sources = marks.legend();
  const signed: Content = {
    margin: [0, 16, 0, 0],
    stack: [
      signatures(
        [
          { capacity: ['Người', 'chấm điểm'] },
          { capacity: ['Đại diện Ủy ban', 'nhân dân cấp xã'] },
          { capacity: ['Trưởng đoàn', 'đánh giá'] },
        ],
        portrait.contentWidth,
      ),
      { stack: [recipients([input.unit.name, 'Đoàn đánh giá', 'Lưu: VT'])], margin: [0, 12, 0, 0] },
    ],
  };
  return keptTogether(
    [...provisionalBlock(input, sources), signed],
    sources.reduce((sum, { text }) => sum + estimatedLines(text, 80), 22),
  );
}

/** What "Tạm tính" means, and the source of each rule that is marked. */
function provisionalBlock({ set }: ScorecardDocumentInput, sources: readonly CitedSource[]): Content[] {
  if (sources.length === 0) return [];
  return [
    { ...sectionTitle(`${provisionalText} nghĩa là gì`), fontSize: 12 },
    { text: provisionalMeaning(set), alignment: 'justify', fontSize: 11 },
    {
      text: 'Số trong ngoặc vuông sau một quy định cho biết quy định tạm đó lấy từ đâu:',
      fontSize: 11,
      margin: [0, 4, 0, 0],
    },
    ...sources.map(
      ({ mark, text }): Content => ({
        columns: [
          { width: 22, text: mark },
          { width: portrait.contentWidth - 22, text: `${text}.` },
        ],
        fontSize: 11,
        margin: [0, 2, 0, 0],
      }),
    ),
  ];
}
