/** Giấy công nhận: the certificate of a unit that passed. Number, date and signature are left to the office. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { CriteriaSet, Provenance } from '../../../criteria/schema.ts';
import { numberText, vi } from '../../../criteria/wording.ts';
import type { CertificateInput } from '../document-input.ts';
import { heading, headingHeight, landscape, mm, sheet, signing, watermark } from '../page/decree-30.ts';
import {
  drawnPieces,
  fittingProportions,
  heightOf,
  type Piece,
  type Proportions,
} from '../page/one-sheet.ts';
import { placeByItself } from '../page/place.ts';
import { confirmedText, rulesCode } from '../page/rules-block.ts';
import { NotCertifiableError, whyNotCertifiable } from './certifiable.ts';
import { type Foot, footContent, footHeight } from './certificate-foot.ts';

const draftText = 'DỰ THẢO';
const mostConfirmers = 3;

/**
 * Landscape, because a certificate hangs on a wall: the heading and most names stand on one line each.
 * Throws NotCertifiableError unless the assessment is final and its verdict is `eligible`.
 */
export function certificateDocument(input: CertificateInput): TDocumentDefinitions {
  const { set, unit, year, scorecard, status } = input;
  const obstacle = whyNotCertifiable(status, scorecard);
  if (obstacle !== null) throw new NotCertifiableError(obstacle);

  const authority = authorityInForce(set, year);
  const recogniser =
    input.office.recogniser || (authority === undefined ? '………………………………' : vi(authority.title));
  const unitType = set.unitTypes.find(({ id }) => id === unit.type);
  const doubts = [
    ...(scorecard.provisional
      ? [`có điểm tạm tính theo quy định chưa đối chiếu được với ${vi(set.legalBasis)}`]
      : []),
    ...authorityDoubts(set, authority),
    ...unconfirmed(set, 'tháng đánh giá', set.calendar.provenance),
    ...(unitType === undefined ? [] : unconfirmed(set, 'loại đơn vị', unitType.provenance)),
  ];
  const wording: Wording = {
    input,
    recogniser,
    draft: doubts.length > 0,
    foot: {
      recipients: recipientNames(input),
      rules: `Bộ tiêu chí bản ${numberText(set.version)}, mã ${rulesCode(set, 'first')}. ${confirmedText(set, mostConfirmers)}.`,
      doubt: doubts.length > 0 ? `${draftText} vì ${doubts.join('; ')}.` : '',
      signatory: signing(input.office.signatories.head, [recogniser]),
    },
  };
  const { contentWidth, contentHeight } = landscape;
  const proportions = fittingProportions((candidate) => heightIn(wording, candidate), contentHeight);
  return {
    ...sheet(landscape, {
      title: `Giấy công nhận ${unit.name} năm ${year}`,
      subject: [unit.code, year, input.revision, input.sha256].filter(Boolean).join(' '),
      date: input.date,
    }),
    ...(wording.draft ? { watermark: watermark(draftText) } : {}),
    background: (_page, { width, height }) => frame(width, height),
    content: [
      heading(input.office, input.date.slice(0, 4), landscape, headingScale(proportions)),
      { stack: drawnPieces(bodyPieces(wording, proportions), contentWidth), alignment: 'center' },
      footContent(wording.foot, proportions),
    ],
  };
}

interface Wording {
  readonly input: CertificateInput;
  /** Who recognises, as a title. */
  readonly recogniser: string;
  readonly draft: boolean;
  readonly foot: Foot;
}

/** The heading keeps its size until all else is at half of its own. */
function headingScale({ scale }: Proportions): number {
  return Math.min(1, 2 * scale);
}

function heightIn({ input, ...wording }: Wording, proportions: Proportions): number {
  return (
    headingHeight(input.office, input.date.slice(0, 4), landscape, headingScale(proportions)) +
    heightOf(bodyPieces({ input, ...wording }, proportions), landscape.contentWidth) +
    footHeight(wording.foot, proportions)
  );
}

function bodyPieces(
  { input: { set, unit, year, scorecard }, recogniser, draft }: Wording,
  { nameSize, space, scale }: Proportions,
): Piece[] {
  const piece = (text: string, size: number, share: number, style: Partial<Piece> = {}): Piece => ({
    text,
    fontSize: size * scale,
    above: space * share,
    ...style,
  });
  return [
    piece('GIẤY CÔNG NHẬN', 28, 1, { bold: true }),
    ...(draft ? [piece(draftText, 14, 0, { bold: true })] : []),
    piece(recogniser.toLocaleUpperCase('vi'), 14, 0.5, { bold: true }),
    piece('công nhận', 14, 0.15),
    piece(unit.name.toLocaleUpperCase('vi'), 0, 0.4, { bold: true, fontSize: nameSize }),
    piece(placeByItself(unit), 14, 0.1),
    piece(`đạt tiêu chuẩn “${vi(set.recognisedAs)}” năm ${year}`, 16, 0.4),
    piece(
      `Tổng điểm: ${numberText(scorecard.total)}/${numberText(scorecard.max)} (mức tối thiểu ${numberText(scorecard.threshold)} điểm)`,
      14,
      0.25,
    ),
    piece(`Căn cứ ${vi(set.legalBasis)}.`, 13, 0.25, { italics: true }),
  ];
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

function recipientNames({ office }: CertificateInput): readonly string[] {
  const { certificate } = office.recipients;
  return certificate.length > 0 ? certificate : ['Đơn vị được công nhận', 'Lưu: VT'];
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
