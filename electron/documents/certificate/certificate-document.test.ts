import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsetOffice } from '../../../criteria/office.ts';
import { withRegister } from '../../../criteria/rules/register.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { numberText, vi } from '../../../criteria/wording.ts';
import { confirmations, confirmedBy, ruleKeys, unconfirmed } from '../../../tests/confirmed-rules.ts';
import {
  bestAnswers,
  currentSet,
  office,
  scorecardInput,
  unit,
} from '../../../tests/example-document-input.ts';
import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import type { CertificateInput } from '../document-input.ts';
import { renderPdf } from '../engine/pdf.ts';
import { printableText } from '../engine/printable-text.ts';
import { landscape } from '../page/decree-30.ts';
import { placeByItself } from '../page/place.ts';
import { NotCertifiableError } from './certifiable.ts';
import { certificateDocument } from './certificate-document.ts';

const set = currentSet();
const kindOf = (rule: string) => rule.split('/')[0];

const read = async (input: CertificateInput) => readPdf(await renderPdf([certificateDocument(input)]));

/** All upright text of sheets that stands outside their margins. */
function beyondMargins(pages: ReadPdf['pages']): string[] {
  const [left, top, right, bottom] = landscape.margins;
  return pages.flatMap(({ items, width, height }) =>
    items
      .filter(({ upright }) => upright)
      .filter(
        (item) =>
          item.x < left - 0.1 ||
          item.x + item.width > width - right + 0.1 ||
          item.y < bottom - 0.1 ||
          item.y + item.height > height - top + 4,
      )
      .map(({ text }) => text),
  );
}

/** The set as it would be once an office has confirmed every rule. */
function confirmed(set: CriteriaSet): CriteriaSet {
  return JSON.parse(JSON.stringify(set).replaceAll('"provisional"', '"confirmed"'));
}

describe('the certificate', () => {
  it('is refused while the assessment is a draft', () => {
    expect(() => certificateDocument(scorecardInput(undefined, { status: 'draft' }))).toThrow(
      NotCertifiableError,
    );
  });

  it('is refused when the unit did not pass, or figures are missing', () => {
    for (const answers of [{ ...bestAnswers(currentSet()), children_abused: 2000 }, {}])
      expect(() => certificateDocument(scorecardInput(answers))).toThrow(NotCertifiableError);
  });

  it('says who recognises whom as what, with points and legal basis, on one sheet', async () => {
    const input = scorecardInput();
    const pdf = await read(input);
    expect(pdf.pages).toHaveLength(1);
    for (const part of [
      'GIẤY CÔNG NHẬN',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN',
      unit.name.toLocaleUpperCase('vi'),
      'Huyện Châu Đức, tỉnh Bà Rịa - Vũng Tàu',
      `đạt tiêu chuẩn “${vi(input.set.recognisedAs)}” năm 2026`,
      `${numberText(input.scorecard.total)}/${numberText(input.scorecard.max)}`,
      vi(input.set.legalBasis),
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ])
      expect(pdf.text).toContain(part);
  });

  it('is signed by the authority over dotted lines, or by whom the office names, and sent to its recipients', async () => {
    const unset = await read(scorecardInput());
    expect(unset.text).toMatch(
      /^…+ …+ CỘNG HÒA .* CHỦ TỊCH ỦY BAN NHÂN DÂN \(Ký, ghi rõ họ tên\) …+ DỰ THẢO$/,
    );
    expect(unset.text).toContain('Nơi nhận: - Đơn vị được công nhận; - Lưu: VT.');
    const { text } = await read(scorecardInput(undefined, { office }));
    expect(text).toContain(`${office.superior} ${office.body} CỘNG HÒA`.toLocaleUpperCase('vi'));
    expect(text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CHÂU ĐỨC công nhận');
    expect(text).toContain(`${office.place}, ngày …… tháng …… năm 2026`);
    expect(text).toContain('Nơi nhận: - Như trên; - Sở Y tế; - Lưu: VT.');
    expect(text).toMatch(
      /TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH \(Ký tên\) Nguyễn Thị Hoàng Yến DỰ THẢO$/,
    );
  });

  it('names who recognises as the office says it, above its text and where it is signed', async () => {
    const recogniser = 'Giám đốc Sở Y tế tỉnh Bà Rịa - Vũng Tàu';
    const { text } = await read(scorecardInput(undefined, { office: { ...unsetOffice, recogniser } }));
    expect(text.split(recogniser.toLocaleUpperCase('vi'))).toHaveLength(3);
    expect(text).not.toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN');
    expect(text).toContain('thẩm quyền công nhận chưa được xác nhận');
  });

  it('is a draft, and says why, while a rule or the authority is provisional', async () => {
    const pdf = await read(scorecardInput());
    expect(pdf.pages[0]?.items.some(({ text, upright }) => text === 'DỰ THẢO' && !upright)).toBe(true);
    expect(pdf.pages[0]?.items.filter(({ text, upright }) => text === 'DỰ THẢO' && upright)).toHaveLength(1);
    expect(pdf.text).toContain('DỰ THẢO vì có điểm tạm tính theo quy định chưa đối chiếu được với');
    expect(pdf.text).toContain(vi(currentSet().sources['reform-2025'] ?? { vi: '', en: '' }));
  });

  it('names the authority of the year, and doubts only the one that is provisional', async () => {
    const pdf = await read(scorecardInput(undefined, { year: 2024 }));
    expect(pdf.text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN CẤP HUYỆN');
    expect(pdf.text).not.toContain('thẩm quyền công nhận chưa được xác nhận');
  });

  it('is a draft for a type of unit that nothing confirms', async () => {
    const type = set.unitTypes.find(({ provenance }) => provenance.status === 'provisional');
    if (type?.id !== 'dac_khu') throw new Error('the set has a provisional type of unit');
    const pdf = await read(scorecardInput(undefined, { year: 2024, unit: { ...unit, type: type.id } }));
    expect(pdf.text).toContain('loại đơn vị chưa được xác nhận');
  });

  it('is a draft for a year without any authority', async () => {
    const pdf = await read(scorecardInput(undefined, { set: confirmed(currentSet()), year: 2018 }));
    expect(pdf.text).toContain('DỰ THẢO vì bộ tiêu chí không ghi thẩm quyền');
  });

  it('is a draft for each of the rules that it rests on, and for no other', async () => {
    const keys = ruleKeys(set);
    const month = `${2026}-${String(set.calendar.month).padStart(2, '0')}`;
    const authority = set.authorities.find(({ from, to }) => from <= month && (to === null || month < to));
    const rests = (key: string) =>
      /^(recognition|calendar|criterion\/.*|indicator\/.*)$/.test(key) ||
      [`unit_type/${unit.type}`, `unit_class/${unit.class}`, `authority/${authority?.from}`].includes(key);
    const draftWithout = async (open: string) => {
      const register = confirmations(keys.filter((key) => key !== open));
      const pdf = await read(scorecardInput(undefined, { set: withRegister(unconfirmed(set), register) }));
      return pdf.text.includes('DỰ THẢO');
    };
    // NOTE: criteria and indicators count alike, so the first of each is enough.
    const first = keys.filter((key, index) => keys.findIndex((one) => kindOf(one) === kindOf(key)) === index);
    const others = keys.filter((key) => !/^(criterion|indicator)/.test(key));
    for (const key of new Set([...first, ...others]))
      expect([key, await draftWithout(key)]).toEqual([key, rests(key)]);
  });

  it('is no draft once everything is confirmed', async () => {
    const pdf = await read(scorecardInput(undefined, { set: confirmed(currentSet()) }));
    expect(pdf.text).not.toContain('DỰ THẢO');
  });

  it('fits one sheet within its margins whatever the unit is called and wherever it is', async () => {
    const long = `Huyện ${'Rất Dài '.repeat(25)}`.slice(0, 200).trim();
    const places = [
      { district: 'Huyện Châu Đức', province: 'Tỉnh Bà Rịa - Vũng Tàu' },
      { district: long, province: long },
      { district: 'W'.repeat(200), province: 'W'.repeat(200) },
    ];
    const names = [20, 40, 60, 90, 200].map((length) =>
      `Đặc khu ${'Bạch Long Vĩ '.repeat(16)}`.slice(0, length).trim(),
    );
    for (const type of ['xa', 'dac_khu'] as const)
      for (const place of places)
        for (const name of [...names, 'W'.repeat(200), '😀'.repeat(100)]) {
          const input = scorecardInput(undefined, { unit: { ...unit, ...place, type, name } });
          const { pages, solidText } = await read(input);
          expect(pages, `${type} ${name} ${place.district}`).toHaveLength(1);
          for (const text of [name.toLocaleUpperCase('vi'), placeByItself(place)])
            expect(solidText).toContain(printableText(text).replace(/\s/g, ''));
          expect(pages[0]?.items.some(({ text, x }) => /^…+$/.test(text) && x > 500)).toBe(true);
          expect(beyondMargins(pages)).toEqual([]);
        }
  });

  it('sets three long recipients in their usual size, on one sheet', async () => {
    const name = 'Ủy ban nhân dân, Phòng Văn hóa - Xã hội và các đơn vị phối hợp công tác trẻ em tại địa bàn';
    expect(name).toHaveLength(90);
    const certificate = [1, 2, 3].map(() => name);
    const { pages } = await read(
      scorecardInput(undefined, { office: { ...office, recipients: { ...office.recipients, certificate } } }),
    );
    expect(pages).toHaveLength(1);
    expect(
      pages[0]?.items.filter(({ text }) => text.startsWith('- Ủy ban')).map(({ height }) => height),
    ).toEqual([11, 11, 11]);
  });

  it('is one sheet for whatever an office and a unit may be called, and prints all of it', async () => {
    const text = (max: number) =>
      fc
        .tuple(
          fc.constantFrom('Rất Dài ', 'Bạch Long Vĩ ', 'W', 'ữ', 'ví dụ '),
          fc.nat(max),
          fc.constantFrom(0, 40, 60),
        )
        .map(([part, length, unbroken]) =>
          `A ${part.repeat(length)}`
            .slice(0, max - unbroken)
            .trim()
            .concat('W'.repeat(unbroken)),
        );
    const named = fc.record({
      rules: fc.nat({ max: 2 }),
      name: text(200),
      province: text(200),
      superior: text(200),
      body: text(200),
      place: text(100),
      recogniser: text(200),
      head: fc.record({ capacity: fc.array(text(100), { maxLength: 4 }), name: text(100) }),
      certificate: fc.array(text(200), { maxLength: 10 }),
    });
    const confirmers = [1, 2, 3, 4].map((number) =>
      `${'Nguyễn Phúc Công '.repeat(7)}`.slice(0, 99).concat(`${number}`),
    );
    const unbroken = [1, 2, 3, 4].map((number) => 'W'.repeat(99).concat(`${number}`));
    const sets = [set, confirmedBy(set, confirmers), confirmedBy(set, unbroken)];
    const longest = (part: string) => {
      const of = (max: number) => part.repeat(max).slice(0, max).trim();
      return {
        rules: part === 'W' ? 2 : 1,
        name: of(200),
        province: of(200),
        superior: of(200),
        body: of(200),
        place: of(100),
        recogniser: of(200),
        head: { capacity: [1, 2, 3, 4].map(() => of(100)), name: of(100) },
        certificate: Array.from({ length: 10 }, () => of(200)),
      };
    };
    await fc.assert(
      fc.asyncProperty(named, async ({ rules, name, province, head, certificate, ...texts }) => {
        const { pages, solidText } = await read(
          scorecardInput(undefined, {
            set: sets[rules] ?? set,
            unit: { ...unit, name, province },
            office: {
              ...texts,
              signatories: { ...office.signatories, head },
              recipients: { ...office.recipients, certificate },
            },
          }),
        );
        expect(pages).toHaveLength(1);
        expect(beyondMargins(pages)).toEqual([]);
        const capitals = [name, texts.superior, texts.body, texts.recogniser, ...head.capacity];
        for (const whole of [...capitals.map((one) => one.toLocaleUpperCase('vi')), ...certificate])
          expect(solidText).toContain(printableText(whole).replace(/\s/g, ''));
      }),
      { numRuns: 40, examples: ['Rất Dài ', 'W', `${'W'.repeat(60)} `, '😀'].map((part) => [longest(part)]) },
    );
  });

  it('sets ordinary names large, and makes only the name smaller before all else', async () => {
    const sizes = async (replaced: Partial<typeof unit>) => {
      const { pages } = await read(scorecardInput(undefined, { unit: { ...unit, ...replaced } }));
      const sizeOf = (start: string) => pages[0]?.items.find(({ text }) => text.startsWith(start))?.height;
      return [sizeOf('GIẤY CÔNG NHẬN'), sizeOf('XÃ')];
    };
    expect(await sizes({})).toEqual([28, 26]);
    const [title, name] = await sizes({ name: `Xã ${'Rất Dài '.repeat(24)}`.trim() });
    expect(title).toBe(28);
    expect(name).toBeLessThan(26);
  });

  it('is the same bytes for the same input, today and tomorrow', async () => {
    const bytes = await renderPdf([certificateDocument(scorecardInput(undefined, { office }))]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'f1f5a48f296ee50d7181bccf619eec38861c58a986052bb101966f58fec890dc',
    );
  });
});
