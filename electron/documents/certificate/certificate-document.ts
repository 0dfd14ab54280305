/** Giấy công nhận: the certificate of a unit that passed. Number, date and signature are left to the office. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Signatory } from '../../../criteria/office.ts';
import type { CriteriaSet, Provenance } from '../../../criteria/schema.ts';
import { placeText } from '../../../criteria/unit.ts';
import { numberText, vi } from '../../../criteria/wording.ts';
import type { CertificateInput } from '../document-input.ts';
import {
  heading,
  headingHeight,
  landscape,
  mm,
  recipients,
  recipientsHeight,
  sheet,
  signatureHeight,
  signatures,
  signing,
  watermark,
} from '../page/decree-30.ts';
import { fittingProportions, heightOf, type Piece, type Proportions } from '../page/one-sheet.ts';
import { NotCertifiableError, whyNotCertifiable } from './certifiable.ts';

const draftText = 'DỰ THẢO';

/**
 * Landscape, because a certificate hangs on a wall: the heading and most names stand on one line each.
 * Throws NotCertifiableError unless the assessment is final and its verdict is `eligible`.
 */
export function certificateDocument(input: CertificateInput): TDocumentDefinitions {
  const { set, unit, year, scorecard, status } = input;
  const obstacle = whyNotCertifiable(status, scorecard);
  if (obstacle !== null) throw new NotCertifiableError(obstacle);

  const authority = authorityInForce(set, year);
  const authorityTitle = authority === undefined ? '………………………………' : vi(authority.title);
  const head = signing(input.office.signatories.head, [authorityTitle]);
  const unitType = set.unitTypes.find(({ id }) => id === unit.type);
  const doubts = [
    ...(scorecard.provisional
      ? [`có điểm tạm tính theo quy định chưa đọc được trong ${vi(set.legalBasis)}`]
      : []),
    ...authorityDoubts(set, authority),
    ...(unitType === undefined ? [] : unconfirmed(set, 'loại đơn vị', unitType.provenance)),
  ];
  const wording = { input, authorityTitle, head, doubts };
  const { contentHeight } = landscape;
  const proportions = fittingProportions((candidate) => heightIn(wording, candidate), contentHeight);
  return {
    ...sheet(landscape, {
      title: `Giấy công nhận ${unit.name} năm ${year}`,
      subject: [unit.code, year, input.revision, input.sha256].filter(Boolean).join(' '),
      date: input.date,
    }),
    ...(doubts.length > 0 ? { watermark: watermark(draftText) } : {}),
    background: (_page, { width, height }) => frame(width, height),
    content: [
      heading(input.office, input.date.slice(0, 4), landscape),
      { stack: bodyPieces(wording, proportions).map(content), alignment: 'center' },
      foot(wording, proportions),
    ],
  };
}

interface Wording {
  readonly input: CertificateInput;
  readonly authorityTitle: string;
  /** Who signs. */
  readonly head: Signatory;
  /** Why it is a draft; none when it is not. */
  readonly doubts: readonly string[];
}

const half = landscape.contentWidth / 2;

function heightIn(wording: Wording, proportions: Proportions): number {
  const { input, head } = wording;
  return (
    headingHeight(input.office, input.date.slice(0, 4), landscape) +
    heightOf(bodyPieces(wording, proportions), landscape.contentWidth) +
    proportions.space +
    Math.max(
      recipientsHeight(recipientNames(input)) + heightOf(doubtPieces(wording, proportions), half),
      signatureHeight(head, half),
    )
  );
}

function bodyPieces(
  { input: { set, unit, year, scorecard }, authorityTitle, doubts }: Wording,
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
    ...(doubts.length > 0 ? [piece(draftText, 14, 0, { bold: true })] : []),
    piece(authorityTitle.toLocaleUpperCase('vi'), 14, 0.5, { bold: true }),
    piece('công nhận', 14, 0.15),
    piece(unit.name.toLocaleUpperCase('vi'), 0, 0.4, { bold: true, fontSize: nameSize }),
    piece(placeText(unit), 14, 0.1),
    piece(`đạt tiêu chuẩn “${vi(set.recognisedAs)}” năm ${year}`, 16, 0.4),
    piece(
      `Tổng điểm: ${numberText(scorecard.total)}/${numberText(scorecard.max)} (mức tối thiểu ${numberText(scorecard.threshold)} điểm)`,
      14,
      0.25,
    ),
    piece(`Căn cứ ${vi(set.legalBasis)}.`, 13, 0.25, { italics: true }),
  ];
}

function doubtPieces({ doubts }: Wording, { scale }: Proportions): Piece[] {
  if (doubts.length === 0) return [];
  const text = `${draftText} vì ${doubts.join('; ')}.`;
  return [{ text, fontSize: 11 * scale, italics: true, above: 10 * scale }];
}

function content({ above, ...piece }: Piece): Content {
  return { ...piece, margin: [0, above, 0, 0] };
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

function foot(wording: Wording, proportions: Proportions): Content {
  return {
    unbreakable: true,
    margin: [0, proportions.space, 0, 0],
    columns: [
      {
        width: half,
        stack: [recipients(recipientNames(wording.input)), ...doubtPieces(wording, proportions).map(content)],
      },
      { width: half, stack: [signatures([wording.head], half)] },
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
