/** Giấy công nhận: the certificate of a unit that passed. Number, date and signature are left to the office. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { CriteriaSet, Provenance } from '../../criteria/schema.ts';
import { numberText, verdictText, vi } from '../../criteria/wording.ts';
import { heading, landscape, mm, recipients, sheet, signatures, watermark } from './decree-30.ts';
import type { CertificateDocumentInput } from './document-input.ts';

/** Thrown instead of making a certificate for an assessment that is not final, or that did not pass. */
export class NotCertifiableError extends Error {
  override readonly name = 'NotCertifiableError';
}

const draftText = 'DỰ THẢO';

/**
 * Landscape, because a certificate hangs on a wall: the heading and most names stand on one line each.
 * Throws NotCertifiableError unless the assessment is final and its verdict is `eligible`.
 */
export function certificateDocument(input: CertificateDocumentInput): TDocumentDefinitions {
  const { set, unit, year, scorecard, status } = input;
  if (status !== 'final') throw new NotCertifiableError('Phiếu chưa chốt nên chưa thể in giấy công nhận');
  if (scorecard.verdict !== 'eligible')
    throw new NotCertifiableError(
      `Không thể in giấy công nhận: kết luận của phiếu là “${verdictText[scorecard.verdict]}”`,
    );

  const authority = authorityInForce(set, year);
  const authorityTitle = authority === undefined ? '………………………………' : vi(authority.title);
  const unitType = set.unitTypes.find(({ id }) => id === unit.type);
  const doubts = [
    ...(scorecard.provisional
      ? [`có điểm tạm tính theo quy định chưa đọc được trong ${vi(set.legalBasis)}`]
      : []),
    ...authorityDoubts(set, authority),
    ...(unitType === undefined ? [] : unconfirmed(set, 'loại đơn vị', unitType.provenance)),
  ];
  const where = [unit.district, unit.province].filter((place) => place !== undefined).join(', ');

  const { nameSize, space } = proportions(unit.name);
  return {
    ...sheet(landscape, {
      title: `Giấy công nhận ${unit.name} năm ${year}`,
      subject: [unit.code, year, input.revision, input.sha256].filter(Boolean).join(' '),
      date: input.date,
    }),
    ...(doubts.length > 0 ? { watermark: watermark(draftText) } : {}),
    background: (_page, { width, height }) => frame(width, height),
    content: [
      heading(input.issuer, input.date.slice(0, 4), landscape),
      {
        alignment: 'center',
        margin: [0, space, 0, 0],
        stack: [
          { text: 'GIẤY CÔNG NHẬN', bold: true, fontSize: 28 },
          ...(doubts.length > 0 ? [{ text: draftText, bold: true, fontSize: 14 }] : []),
          { text: authorityTitle.toLocaleUpperCase('vi'), bold: true, fontSize: 14, margin: [0, 14, 0, 0] },
          { text: 'công nhận', fontSize: 14, margin: [0, 4, 0, 0] },
          {
            text: unit.name.toLocaleUpperCase('vi'),
            bold: true,
            fontSize: nameSize,
            margin: [0, 10, 0, 0],
          },
          { text: where, fontSize: 14, margin: [0, 2, 0, 0] },
          {
            text: `đạt tiêu chuẩn “${vi(set.recognisedAs)}” năm ${year}`,
            fontSize: 16,
            margin: [0, 10, 0, 0],
          },
          {
            text: `Tổng điểm: ${numberText(scorecard.total)}/${numberText(scorecard.max)} (mức tối thiểu ${numberText(scorecard.threshold)} điểm)`,
            fontSize: 14,
            margin: [0, 6, 0, 0],
          },
          { text: `Căn cứ ${vi(set.legalBasis)}.`, italics: true, margin: [0, 6, 0, 0] },
        ],
      },
      foot(authorityTitle, doubts, space),
    ],
  };
}

/** A long name steps down in size, and the parts move together, so that any name fits on the sheet. */
function proportions(name: string): { readonly nameSize: number; readonly space: number } {
  if (name.length <= 40) return { nameSize: 26, space: 26 };
  return name.length <= 90 ? { nameSize: 20, space: 22 } : { nameSize: 13, space: 12 };
}

/** The authority in force in the month of assessment; dated data, because the law changed in the middle of a year. */
function authorityInForce({ authorities, calendar }: CriteriaSet, year: number): Authority | undefined {
  const month = `${year}-${String(calendar.month).padStart(2, '0')}-01`;
  return authorities.find(({ from, to }) => from <= month && (to === null || month <= to));
}

type Authority = CriteriaSet['authorities'][number];

function authorityDoubts(set: CriteriaSet, authority: Authority | undefined): string[] {
  return authority === undefined
    ? ['bộ tiêu chí không ghi thẩm quyền công nhận cho năm này']
    : unconfirmed(set, 'thẩm quyền công nhận', authority.provenance);
}

function unconfirmed(set: CriteriaSet, what: string, { status, sources }: Provenance): string[] {
  if (status === 'confirmed') return [];
  const texts = sources.map((id) => set.sources[id]).filter((text) => text !== undefined);
  return [`${what} chưa được xác nhận (${texts.map(vi).join('; ')})`];
}

function foot(authorityTitle: string, doubts: readonly string[], space: number): Content {
  const half = landscape.contentWidth / 2;
  return {
    unbreakable: true,
    margin: [0, space, 0, 0],
    columns: [
      {
        width: half,
        stack: [
          recipients(['Đơn vị được công nhận', 'Lưu: VT']),
          ...(doubts.length > 0
            ? [
                {
                  text: `${draftText} vì ${doubts.join('; ')}.`,
                  italics: true,
                  fontSize: 11,
                  margin: [0, 10, 0, 0] as [number, number, number, number],
                },
              ]
            : []),
        ],
      },
      { width: half, stack: [signatures([{ capacity: [authorityTitle] }], half)] },
    ],
  };
}

/** A double rule around the sheet, outside the margins of the text. */
function frame(width: number, height: number): Content {
  const rule = (inset: number, lineWidth: number) => ({
    type: 'rect' as const,
    x: inset,
    y: inset,
    w: width - 2 * inset,
    h: height - 2 * inset,
    lineWidth,
  });
  return { canvas: [rule(mm(12), 1.6), rule(mm(13.4), 0.5)] };
}
