/** Biên bản đánh giá: what the team found on its visit, for those who were there to complete by hand and to sign. */
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Signatory } from '../../../criteria/office.ts';
import { placeText } from '../../../criteria/unit.ts';
import {
  lowerFirst,
  numberText,
  passText,
  provisionalText,
  reasonText,
  verdictText,
  vi,
} from '../../../criteria/wording.ts';
import type { MinutesInput } from '../document-input.ts';
import { dashList } from '../page/dash-list.ts';
import {
  heading,
  mm,
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
import { estimatedLines, fitsOnPage, keptTogether, keptWithTitle } from '../page/kept-together.ts';
import { provisionalBlock, provisionalLines } from '../page/provisional-block.ts';
import { sectionTitle } from '../page/section-title.ts';
import { SourceMarks } from '../page/source-marks.ts';
import { unitFooter } from '../page/unit-footer.ts';
import { field, writingLines, writingSpace } from '../page/writing-lines.ts';
import { remarkTables } from './remarks.ts';
import { resultsLegend, resultsTable } from './results-table.ts';

const { contentWidth } = portrait;
const bodySize = 13;

export function minutesDocument(input: MinutesInput): TDocumentDefinitions {
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
      ...remarksBlock(input, marks),
      opinionsBlock(),
      conclusionBlock(input),
      closingBlock(input, marks),
    ],
  };
}

function paragraph(text: string): ContentText {
  return { text, fontSize: bodySize, alignment: 'justify', leadingIndent: mm(10), margin: [0, 6, 0, 0] };
}

/** As in an unbreakable block with what follows, or alone where that is too long for a page. */
function section(name: string, content: Content[], lines: number): Content {
  return keptTogether([sectionTitle(name), ...content], lines + 2);
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
      `Đoàn đánh giá đã làm việc với Ủy ban nhân dân cấp xã để đánh giá: ${unit.name} (loại đơn vị: ${typeText}; mã đơn vị: ${unit.code}), ${placeText(unit)}.`,
    ),
  ];
}

const betweenNameAndCapacity = 8;
const nameWidth = contentWidth * 0.6 - betweenNameAndCapacity;
const capacityWidth = contentWidth * 0.4;

/** One who takes part: who, and in which capacity. */
function participant(order: number, { capacity, name }: Signatory): Content {
  const label = `${order}. Ông (bà):`;
  return {
    columns: [
      {
        width: nameWidth,
        stack: [field({ label, text: name, width: nameWidth, fontSize: bodySize })],
      },
      {
        width: capacityWidth,
        stack: [
          field({ label: 'Chức vụ:', text: capacity.join(' '), width: capacityWidth, fontSize: bodySize }),
        ],
      },
    ],
    columnGap: betweenNameAndCapacity,
  };
}

const unnamed: Signatory = { capacity: [], name: '' };
/** Lines for those whom no setting names. */
const otherMembers = 3;
const representatives = 3;

function participantsBlock({ office }: MinutesInput): Content[] {
  const { leader, secretary } = office.signatories;
  const team = [
    signing(leader, ['Trưởng đoàn']),
    signing(secretary, ['Thư ký']),
    ...Array.from({ length: otherMembers }, () => unnamed),
  ];
  const commune = Array.from({ length: representatives }, () => unnamed);
  const group = (name: string, people: readonly Signatory[]): Content[] => [
    { text: name, italics: true },
    ...people.map((person, index) => participant(index + 1, person)),
  ];
  return [
    section('I. Thành phần tham dự', group('1. Đoàn đánh giá', team), 14),
    keptTogether([{ stack: group('2. Đại diện Ủy ban nhân dân cấp xã', commune), margin: [0, 8, 0, 0] }], 8),
  ];
}

function basisBlock({ set, unit, scorecard, status, revision }: MinutesInput, marks: SourceMarks): Content[] {
  const unitClass = set.unitClasses.find(({ id }) => id === unit.class);
  const lines = [
    `Căn cứ: ${vi(set.legalBasis)}.`,
    `Bộ tiêu chí: ${vi(set.title)} (phiên bản ${set.version}), tổng điểm tối đa ${numberText(set.max)}.`,
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
const roomForFirstCriteria = 110;

function resultsBlock(input: MinutesInput, marks: SourceMarks): Content[] {
  const { set, scorecard } = input;
  const lines = set.criteria.reduce((sum, { name }) => sum + estimatedLines(vi(name), 36) + 0.6, 6);
  const name = sectionTitle('III. Kết quả đánh giá theo tiêu chí');
  const parts = [resultsTable(input, marks), resultsLegend()];
  const provisional = scorecard.provisional ? ` (${lowerFirst(provisionalText)})` : '';
  const reasons =
    scorecard.verdict === 'eligible'
      ? [`${passText(set, scorecard)}${marks.of(set.recognition.provenance)}`]
      : scorecard.reasons.map((reason) => reasonText(set, reason));
  return [
    ...(fitsOnPage(lines)
      ? [{ unbreakable: true, stack: [name, ...parts] }]
      : keptWithTitle(name, parts, roomForFirstCriteria)),
    {
      text: [
        `${scorecard.complete ? 'Tổng điểm' : 'Tổng điểm đến nay'}: `,
        { text: `${numberText(scorecard.total)}/${numberText(scorecard.max)}`, bold: true },
        `; mức tối thiểu: ${numberText(scorecard.threshold)}. Kết quả theo số liệu: `,
        { text: lowerFirst(verdictText[scorecard.verdict]), bold: true },
        `${provisional}, vì:`,
      ],
      margin: [0, 8, 0, 0],
    },
    ...dashList(
      reasons.map((reason) => `${reason}.`),
      bodySize,
    ),
  ];
}

/** For the heading of an indicator and the first part of its note. */
const roomForFirstRemark = 200;
const furtherRemarks = 5;

function remarksBlock(input: MinutesInput, marks: SourceMarks): Content[] {
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
    keptTogether(
      [
        { text: 'Ghi nhận thêm tại buổi làm việc:', margin: [0, 8, 0, 0] },
        ...writingLines(furtherRemarks, contentWidth),
      ],
      furtherRemarks * 2,
    ),
  ];
}

const opinionLines = 6;

function opinionsBlock(): Content {
  return section(
    'V. Ý kiến của đại diện Ủy ban nhân dân cấp xã',
    writingLines(opinionLines, contentWidth),
    opinionLines * 2,
  );
}

const conclusionLines = 4;

function conclusionBlock({ set, unit, year, scorecard }: MinutesInput): Content {
  const verdict = lowerFirst(verdictText[scorecard.verdict]);
  const text = `Theo số liệu của phiếu đánh giá, ${unit.name} ${verdict}${scorecard.verdict === 'incomplete' ? ' để xét' : ''} công nhận “${vi(set.recognisedAs)}” năm ${year}${scorecard.provisional ? ` (${lowerFirst(provisionalText)})` : ''}. Đoàn đánh giá kết luận:`;
  return section(
    'VI. Kết luận',
    [{ ...paragraph(text), margin: [0, 0, 0, 0] }, ...writingLines(conclusionLines, contentWidth)],
    estimatedLines(text, 70) + conclusionLines * 2,
  );
}

/** Signatures never stand on a sheet of their own: how the visit closed stays with them. */
function closingBlock(input: MinutesInput, marks: SourceMarks): Content {
  const { office, set } = input;
  const sources = marks.legend();
  const names = recipientNames(input);
  return keptTogether(
    [
      {
        ...paragraph(
          'Buổi làm việc kết thúc vào hồi …… giờ …… phút, ngày …… tháng …… năm ……… Biên bản đã được đọc cho những người tham dự cùng nghe và thống nhất; được lập thành …… bản có giá trị như nhau, mỗi bên giữ …… bản./.',
        ),
        margin: [0, writingSpace, 0, 0],
      },
      ...provisionalBlock(set, sources),
      {
        margin: [0, 16, 0, 0],
        stack: [
          signatures(
            [
              signing(office.signatories.secretary, ['Thư ký']),
              { capacity: ['Đại diện Ủy ban', 'nhân dân cấp xã'], name: '' },
              signing(office.signatories.leader, ['Trưởng đoàn']),
            ],
            contentWidth,
          ),
        ],
      },
      { stack: [recipients(names)], margin: [0, 12, 0, 0] },
    ],
    provisionalLines(sources) + names.reduce((sum, name) => sum + estimatedLines(name, 80), 16),
  );
}

function recipientNames({ office, unit }: MinutesInput): readonly string[] {
  const { minutes } = office.recipients;
  return minutes.length > 0 ? minutes : [unit.name, 'Đoàn đánh giá', 'Lưu: VT'];
}
