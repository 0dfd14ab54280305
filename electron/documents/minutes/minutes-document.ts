/** Biên bản đánh giá: what the team found on its visit, for those who were there to complete by hand and to sign. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  lowerFirst,
  numberText,
  passText,
  provisionalText,
  reasonText,
  totalText,
  verdictText,
  vi,
} from '../../../criteria/wording.ts';
import type { MinutesInput } from '../document-input.ts';
import { communeCapacity } from '../page/commune-signatory.ts';
import { dashList } from '../page/dash-list.ts';
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
import { filledPage } from '../page/filled-page.ts';
import { estimatedLines, keptTogether, keptWithTitle } from '../page/kept-together.ts';
import { placeInSentence } from '../page/place.ts';
import { provisionalBlock, provisionalLines } from '../page/provisional-block.ts';
import { rulesSentences, versionText } from '../page/rules-block.ts';
import { nameInSentence } from '../page/running-names.ts';
import { sectionTitle } from '../page/section-title.ts';
import { SourceMarks } from '../page/source-marks.ts';
import { unitFooter } from '../page/unit-footer.ts';
import { field, writingLines, writingSpace } from '../page/writing-lines.ts';
import { participantsBlock } from './participants.ts';
import { remarkTables } from './remarks.ts';
import { resultsLegend, resultsTable } from './results-table.ts';
import { bodySize, paragraph, section } from './section.ts';

const { contentWidth } = portrait;

/** As many lines to write on as fill the last page, so that none is printed for a few lines and the signatures alone. */
export function minutesDocument(input: MinutesInput): TDocumentDefinitions {
  return filledPage((further) => minutesWith(input, further), mostFurtherLines);
}

const mostFurtherLines = 30;

/** How many of the further lines each of the places to write on takes. */
function shareOf(further: number, place: 0 | 1 | 2): number {
  return Math.floor((further + 2 - place) / 3);
}

function minutesWith(input: MinutesInput, further: number): TDocumentDefinitions {
  const { set, unit, year, status } = input;
  const marks = new SourceMarks(set);
  return {
    ...sheet(portrait, {
      title: `Biên bản đánh giá ${unit.name} năm ${year}`,
      subject: [unit.code, year, status, input.revision, input.sha256].filter(Boolean).join(' '),
      date: input.date,
    }),
    ...draftWatermark(status),
    header: pageNumber,
    footer: (current, pages) => sheetFooter(portrait, unitFooter('Biên bản đánh giá', input), current, pages),
    // NOTE: the legend explains the marks given by all that stands before it, so it is made after them.
    content: [
      heading(input.office, null, portrait),
      title('Biên bản', `Đánh giá ${lowerFirst(vi(set.recognisedAs))} năm ${year}`),
      ...draftWarning(status),
      ...openingBlock(input, marks),
      ...participantsBlock(input),
      ...basisBlock(input, marks),
      ...resultsBlock(input, marks),
      ...remarksBlock(input, marks, shareOf(further, 1)),
      ...opinionsBlock(input, shareOf(further, 0)),
      ...conclusionBlock(input, shareOf(further, 2)),
      ...explanationBlock(input, marks),
      closingBlock(input),
    ],
  };
}

function openingBlock({ unit, set }: MinutesInput, marks: SourceMarks): Content[] {
  const type = set.unitTypes.find(({ id }) => id === unit.type);
  const typeText =
    type === undefined ? unit.type : `${lowerFirst(vi(type.label))}${marks.of(type.provenance)}`;
  return [
    {
      ...paragraph('Hôm nay, vào hồi …… giờ …… phút, ngày …… tháng …… năm ………,'),
      alignment: 'left',
      margin: [0, 12, 0, 0],
    },
    field({ label: 'tại', text: '', width: contentWidth, fontSize: bodySize }),
    paragraph(
      `Đoàn đánh giá đã làm việc với Ủy ban nhân dân ${nameInSentence(unit.name)}, ${placeInSentence(unit)} (loại đơn vị: ${typeText}; mã đơn vị: ${unit.code}).`,
    ),
  ];
}

function basisBlock({ set, unit, scorecard, status, revision }: MinutesInput, marks: SourceMarks): Content[] {
  const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
  const lines = [
    `Căn cứ: ${vi(set.legalBasis)}.`,
    `Bộ tiêu chí: ${versionText(set)}, tổng điểm tối đa ${numberText(set.max)}.`,
    ...rulesSentences(set),
    `Nhóm đơn vị: ${unitClass === undefined ? unit.class : `${vi(unitClass.wording)}${marks.of(unitClass.provenance)}`}; mức tối thiểu ${numberText(scorecard.threshold)} điểm.`,
    status === 'final'
      ? `Số liệu: theo phiếu đánh giá đã chốt (lần ${revision}).`
      : 'Số liệu: theo phiếu đánh giá chưa chốt, còn có thể thay đổi.',
  ];
  const [first, ...rest] = dashList(lines, bodySize);
  return first === undefined
    ? []
    : [section('II. Căn cứ và bộ tiêu chí', [first], estimatedLines(lines[0] ?? '', 70)), ...rest];
}

/** For the head of the table and a few criteria. */
const roomForFirstCriteria = 90;

function resultsBlock(input: MinutesInput, marks: SourceMarks): Content[] {
  const { set, scorecard } = input;
  const provisional = scorecard.provisional ? ` (${lowerFirst(provisionalText)})` : '';
  const reasons =
    scorecard.verdict === 'eligible'
      ? [`${passText(set, scorecard)}${marks.of(set.recognition.provenance)}`]
      : scorecard.reasons.map((reason) => reasonText(set, reason));
  const table = resultsTable(input, marks);
  return [
    ...keptWithTitle(sectionTitle('III. Kết quả đánh giá theo tiêu chí'), [table], roomForFirstCriteria),
    {
      unbreakable: true,
      stack: [
        resultsLegend(),
        {
          text: [
            `${scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay'}: `,
            { text: totalText(scorecard), bold: true },
            `; mức tối thiểu: ${numberText(scorecard.threshold)}. ${resultIntroduction(input)}: `,
            { text: lowerFirst(verdictText[scorecard.verdict]), bold: true },
            `${provisional}, vì:`,
          ],
          margin: [0, 8, 0, 0],
        },
      ],
    },
    ...dashList(
      reasons.map((reason) => `${reason}.`),
      bodySize,
    ),
  ];
}

/** A draft says what would be, not what is. */
function resultIntroduction({ status, scorecard }: MinutesInput): string {
  if (status === 'final') return 'Kết quả theo số liệu';
  return scorecard.verdict === 'incomplete' ? 'Kết quả theo số liệu hiện nay' : ifFinalised;
}

const ifFinalised = 'Nếu chốt với số liệu hiện nay';

/** For the heading of an indicator and the first part of its note. */
const roomForFirstRemark = 200;
const remarkLines = 3;

function remarksBlock(input: MinutesInput, marks: SourceMarks, further: number): Content[] {
  const tables = remarkTables(input, marks);
  const name = sectionTitle('IV. Ghi chú và minh chứng theo chỉ tiêu');
  return [
    ...(tables.length === 0
      ? [
          {
            unbreakable: true,
            stack: [name, { text: 'Phiếu đánh giá không có ghi chú và minh chứng nào.' }],
          },
        ]
      : keptWithTitle(name, tables, roomForFirstRemark)),
    ...linesBelow(
      [{ text: 'Ghi nhận thêm tại buổi làm việc:', margin: [0, 8, 0, 0] }],
      remarkLines + further,
      1,
    ),
  ];
}

/** So many lines to write on stay with what stands above them; a page may end between the others. */
const linesTogether = 2;

function linesBelow(above: Content[], count: number, heightAbove: number): Content[] {
  const lines = writingLines(count, contentWidth);
  return [
    keptTogether([...above, ...lines.slice(0, linesTogether)], heightAbove + linesTogether * 2),
    ...lines.slice(linesTogether),
  ];
}

const opinionLines = 4;

function opinionsBlock({ set, unit }: MinutesInput, further: number): Content[] {
  const whose = lowerFirst(communeCapacity(set, unit).join(' '));
  return linesBelow([sectionTitle(`V. Ý kiến của ${whose}`)], opinionLines + further, 2);
}

const conclusionLines = 3;

function conclusionBlock(input: MinutesInput, further: number): Content[] {
  const text = `${conclusionText(input)} Đoàn đánh giá kết luận:`;
  return linesBelow(
    [sectionTitle('VI. Kết luận'), { ...paragraph(text), margin: [0, 0, 0, 0] }],
    conclusionLines + further,
    estimatedLines(text, 70) + 2,
  );
}

function conclusionText({ set, unit, year, scorecard, status }: MinutesInput): string {
  const name = nameInSentence(unit.name);
  const what = `đạt tiêu chuẩn “${vi(set.recognisedAs)}” năm ${year}`;
  const data = status === 'final' ? 'Theo số liệu của phiếu đánh giá, ' : `${ifFinalised}: `;
  if (scorecard.verdict === 'incomplete')
    return `Số liệu của phiếu đánh giá chưa đủ để xét công nhận ${name} ${what}.`;
  const provisional = scorecard.provisional ? ` (${lowerFirst(provisionalText)})` : '';
  return `${data}${name} ${lowerFirst(verdictText[scorecard.verdict])} được công nhận ${what}${provisional}.`;
}

function explanationBlock({ set, scorecard }: MinutesInput, marks: SourceMarks): Content[] {
  const sources = marks.legend();
  const block = provisionalBlock(set, sources, scorecard.provisional);
  if (block.length === 0) return [];
  const space: Content = { text: '', fontSize: 1, margin: [0, 8, 0, 0] };
  return [keptTogether([space, ...block], provisionalLines(sources) + 1)];
}

/** Signatures never stand on a sheet of their own: how the visit closed stays with them. */
function closingBlock(input: MinutesInput): Content {
  const { office, set, unit } = input;
  const names = recipientNames(input);
  return keptTogether(
    [
      {
        ...paragraph(
          'Buổi làm việc kết thúc vào hồi …… giờ …… phút, ngày …… tháng …… năm ……… Biên bản đã được đọc cho những người tham dự cùng nghe và thống nhất; được lập thành …… bản có giá trị như nhau, mỗi bên giữ …… bản./.',
        ),
        margin: [0, writingSpace, 0, 0],
      },
      {
        margin: [0, 16, 0, 0],
        stack: [
          signatures(
            [
              signing(office.signatories.secretary, ['Thư ký']),
              { capacity: communeCapacity(set, unit), name: '' },
              signing(office.signatories.leader, ['Trưởng đoàn']),
            ],
            contentWidth,
          ),
        ],
      },
      { stack: [recipients(names)], margin: [0, 12, 0, 0] },
    ],
    names.reduce((sum, name) => sum + estimatedLines(name, 80), 16),
  );
}

function recipientNames({ office, unit }: MinutesInput): readonly string[] {
  const { minutes } = office.recipients;
  return minutes.length > 0 ? minutes : [`UBND ${nameInSentence(unit.name)}`, 'Đoàn đánh giá', 'Lưu: VT'];
}
