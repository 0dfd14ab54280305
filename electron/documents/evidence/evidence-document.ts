/** Phụ lục minh chứng: what proves the figures of a scorecard, indicator by indicator, and the photos among it. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { evidenceKey } from '../../../criteria/evidence.ts';
import { shortCode } from '../../../criteria/short-code.ts';
import { lowerFirst, numberText, vi } from '../../../criteria/wording.ts';
import type { EvidenceInput } from '../document-input.ts';
import { heading, pageNumber, portrait, sheet, sheetFooter, title } from '../page/decree-30.ts';
import { draftWarning, draftWatermark } from '../page/draft.ts';
import { placeInSentence } from '../page/place.ts';
import { confirmedText, rulesCode, versionText } from '../page/rules-block.ts';
import { nameInSentence } from '../page/running-names.ts';
import { unitFooter } from '../page/unit-footer.ts';
import { evidenceList } from './evidence-list.ts';
import { listedEvidence } from './listed-evidence.ts';
import { photoPages } from './photo-pages.ts';

export function evidenceDocument(input: EvidenceInput): TDocumentDefinitions {
  const { set, unit, year, status, office } = input;
  const listed = listedEvidence(input);
  return {
    ...sheet(portrait, {
      title: `Phụ lục minh chứng ${unit.name} năm ${year}`,
      subject: [unit.code, year, status, input.revision, input.sha256].join(' '),
      date: input.date,
    }),
    ...draftWatermark(status),
    header: pageNumber,
    footer: (current, pages) =>
      sheetFooter(portrait, unitFooter('Phụ lục minh chứng', input), current, pages),
    content: [
      heading(office, null, portrait),
      title('Phụ lục minh chứng', `Đánh giá ${lowerFirst(vi(set.recognisedAs))} năm ${year}`),
      ...draftWarning(status),
      ...opening(input),
      ...evidenceList(listed),
      ...photoPages(listed),
    ],
  };
}

const mostConfirmers = 3;

function opening(input: EvidenceInput): Content[] {
  const { set, unit, evidence, sha256 } = input;
  const all = Object.values(evidence).flat();
  const items = [...new Map(all.map((item) => [evidenceKey(item), item])).values()];
  const files = items.filter(({ kind }) => kind === 'file').length;
  const about: Content = {
    alignment: 'justify',
    margin: [0, 12, 0, 4],
    text: [
      `Kèm theo phiếu chấm điểm của ${nameInSentence(unit.name)}, ${placeInSentence(unit)}, mã kiểm tra `,
      { text: shortCode(sha256), bold: true },
      `. Có ${numberText(items.length)} minh chứng: ${numberText(files)} tệp lưu trong chương trình và ${numberText(items.length - files)} giấy tờ lưu tại cơ quan. Mã của một tệp là 16 chữ số đầu của SHA-256 tính từ nội dung tệp; tệp bị sửa thì mã khác đi.`,
    ],
  };
  return [
    about,
    {
      text: `Các chỉ tiêu theo ${lowerFirst(versionText(set))}, ${vi(set.legalBasis)}, mã ${rulesCode(set, 'first')}. ${confirmedText(set, mostConfirmers)}.`,
      fontSize: 11,
      margin: [0, 2, 0, 0],
    },
  ];
}
