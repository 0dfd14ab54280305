/** Danh sách tổng hợp: all units of a year with their points, and how many of them passed. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Unit } from '../../../criteria/unit.ts';
import { numberText, vi } from '../../../criteria/wording.ts';
import type { SummaryInput } from '../document-input.ts';
import {
  heading,
  landscapeList,
  numberOfPage,
  recipients,
  recipientsHeight,
  sheet,
  sheetFooter,
  signatureHeight,
  signatures,
  signing,
  title,
  warning,
} from '../page/decree-30.ts';
import { draftWatermark } from '../page/draft.ts';
import { keptWithTitle } from '../page/kept-together.ts';
import { heightOf } from '../page/one-sheet.ts';
import { versionText } from '../page/rules-block.ts';
import { SourceMarks } from '../page/source-marks.ts';
import { legendSize, listLegend, provisionalLines } from './list-legend.ts';
import { resultsBlock } from './results-block.ts';
import { nameOnList, vietnamese } from './summary-order.ts';
import { unitTables } from './unit-table.ts';

const { contentWidth, contentHeight } = landscapeList;

/** A list of no units says so in a sentence. */
export function summaryDocument(input: SummaryInput): TDocumentDefinitions {
  const { office, year, date, missing, withoutSet = [] } = input;
  const groups = input.groups.filter(({ units }) => units.length > 0);
  const units = groups.flatMap((group) => group.units);
  const nameOf = nameOnList(units);
  const drafts = units.filter(({ status }) => status === 'draft').length;
  const name = `Danh sách tổng hợp kết quả đánh giá năm ${year}`;
  return {
    ...sheet(landscapeList, {
      title: name,
      subject: [year, ...groups.map(({ set, units }) => `${set.id} ${set.version} ${units.length}`)].join(
        ' ',
      ),
      date,
    }),
    ...draftWatermark(drafts > 0 && drafts === units.length ? 'draft' : 'final'),
    header: numberOfPage(landscapeList),
    footer: (current, pages) => sheetFooter(landscapeList, name, current, pages),
    content: [
      heading(office, date.slice(0, 4), landscapeList),
      title('Danh sách tổng hợp kết quả đánh giá', subjectOf(input)),
      ...(drafts > 0
        ? [warning(`Có ${numberText(drafts)} phiếu chưa chốt, số liệu còn có thể thay đổi`)]
        : []),
      ...missingTexts(missing, withoutSet),
      ...(units.length > 0
        ? [resultsBlock({ ...input, groups })]
        : missing.length === 0
          ? [emptyText(year)]
          : []),
      ...groups.flatMap((group, index) =>
        groupBlock(group, nameOf, index === groups.length - 1 ? input : null),
      ),
    ],
  };
}

function subjectOf({ groups, year }: SummaryInput): string {
  const subjects = new Set(groups.map(({ set }) => vi(set.recognisedAs)));
  return [...subjects, `năm ${year}`].join(subjects.size > 1 ? '; ' : ' ');
}

/** What the list leaves out, so that nobody takes it for all there is. */
function missingTexts(
  missing: readonly string[],
  withoutSet: NonNullable<SummaryInput['withoutSet']>,
): readonly Content[] {
  const byReason = new Map<string, string[]>();
  const add = (reason: string, name: string) => byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  const unread = [...missing];
  for (const { name, id, version } of withoutSet) {
    unread.splice(unread.indexOf(name), 1);
    add(`máy này không có bộ tiêu chí “${id}” bản ${version}`, name);
  }
  for (const name of unread) add('tệp phiếu không đọc được', name);
  return [...byReason].map(([reason, names]) => missingText(reason, names));
}

function missingText(reason: string, names: readonly string[]): Content {
  return {
    text: [
      { text: `Không có trong danh sách vì ${reason}: `, bold: true },
      `${names.toSorted(vietnamese.compare).join('; ')}.`,
    ],
    fontSize: 11.5,
    margin: [0, 8, 0, 0],
  };
}

function emptyText(year: number): Content {
  return {
    text: `Không có đơn vị nào được đánh giá trong năm ${year}.`,
    alignment: 'center',
    margin: [0, 24, 0, 0],
  };
}

/** For the head of a table and its first rows. */
const roomForFirstRows = 120;

/** The list of one criteria set with its legend; the last one also carries the signatures, of `signed`. */
function groupBlock(
  { set, units }: SummaryInput['groups'][number],
  nameOf: (unit: Unit) => string,
  signed: SummaryInput | null,
): Content[] {
  const marks = new SourceMarks(set);
  const legend = listLegend(set, units, marks);
  const notes = provisionalLines(set, units, marks);
  const heading: Content = {
    text: [{ text: versionText(set), bold: true }, `, ${vi(set.legalBasis)}`],
    fontSize: 11.5,
    margin: [0, 12, 0, 0],
  };
  return [
    ...keptWithTitle(heading, unitTables(set, units, nameOf), roomForFirstRows),
    ...legend,
    ...closing(notes, signed),
  ];
}

/** Signatures never stand on a page of their own: the last notes stay with them. */
function closing(notes: readonly string[], signed: SummaryInput | null): Content[] {
  const lines = notes.map(
    (text): Content => ({ text, fontSize: legendSize, italics: true, margin: [0, 4, 0, 0] }),
  );
  if (signed === null) return lines;
  const { office } = signed;
  const signatories = [
    { capacity: ['Người lập biểu'], name: office.signatories.secretary.name },
    signing(office.signatories.head, ['Thủ trưởng đơn vị']),
  ];
  const names = office.recipients.summary.length > 0 ? office.recipients.summary : usualRecipients;
  const half = contentWidth / 2;
  const height =
    heightOf(
      notes.map((text) => ({ text, fontSize: legendSize, italics: true, above: 4 })),
      contentWidth,
    ) +
    spaceAboveSignatures +
    Math.max(
      recipientsHeight(names),
      ...signatories.map((signatory) => signatureHeight(signatory, half / signatories.length)),
    );
  const block: Content = {
    unbreakable: true,
    margin: [0, spaceAboveSignatures, 0, 0],
    columns: [
      { width: half, stack: [recipients(names)] },
      { width: half, stack: [signatures(signatories, half)] },
    ],
  };
  return height <= contentHeight ? [{ unbreakable: true, stack: [...lines, block] }] : [...lines, block];
}

const spaceAboveSignatures = 14;
const usualRecipients = ['Cơ quan cấp trên (để báo cáo)', 'Các đơn vị có tên trong danh sách', 'Lưu: VT'];
