/**
 * The shape of a criteria set: one JSON file per legal text, which drives form, scoring, explanations and documents.
 * Shape only; what holds between its parts (sums, ids, bands) is in `set-faults.ts`. The descriptions are what an editor
 * shows to whoever writes a set by hand, through the JSON Schema that is made from this one.
 */
import { z } from 'zod';
import { idForm, rateForm } from './faults/shapes.ts';

// NOTE: answers, notes and evidence are kept by id in plain objects, each of which has a `constructor` of its own.
const id = z.string().regex(/^(?!constructor$)[a-z0-9][a-z0-9._-]{0,63}$/, idForm);
const isoDate = z.iso.date();
const points = z.int().min(0).max(100_000);

const text = (max: number) => z.string().trim().min(1).max(max);
/** As the register of a version takes it. */
const oneLine = (max: number) => text(max).regex(/^[^\n\r]*$/);
const inBothLanguages = (max: number) => z.strictObject({ vi: text(max), en: text(max) });

/** A text in both languages of the interface. Vietnamese is the text of record. */
const localised = inBothLanguages(300);
/** As it stands in the legal text, which can be a long sentence. */
const longText = inBothLanguages(1_000);

/**
 * Where a rule comes from. A provisional rule is a stand-in and must be shown as such wherever it counts;
 * an office that holds the decision turns it into a confirmed one by saying who read it, when, and in which article.
 */
const provenance = z
  .strictObject({
    status: z
      .enum(['confirmed', 'provisional'])
      .describe(
        'confirmed: read in the legal text; provisional: a stand-in. / confirmed: đã đối chiếu; provisional: tạm tính.',
      ),
    sources: z
      .array(id)
      .min(1)
      .max(20)
      .describe('Keys of "sources" below the title. / Mã các nguồn ghi ở mục "sources".'),
    confirmedBy: oneLine(100).optional().describe('Who read it there. / Người đối chiếu.'),
    confirmedOn: isoDate.optional().describe('On which day. / Ngày đối chiếu.'),
    confirmedIn: oneLine(300).optional().describe('In which article. / Điều khoản đã đọc.'),
  })
  .describe('Where the rule comes from. / Nguồn gốc của quy tắc.');

/** From when and until when something of the set is in force, both days included; always where nothing is said. */
const inForce = {
  from: isoDate
    .optional()
    .describe('First day in force; always so far if absent. / Ngày bắt đầu có hiệu lực.'),
  to: isoDate.optional().describe('Last day in force; open if absent. / Ngày cuối cùng có hiệu lực.'),
};

/** A rate as an exact decimal text, so that no threshold ever passes through a float. */
const decimalRate = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, rateForm)
  .describe(
    'The rate, in quotes with a dot: "98", "0.5". / Tỷ lệ, viết trong dấu nháy với dấu chấm thập phân.',
  );

const band = z
  .strictObject({
    op: z
      .enum(['>=', '<=', '='])
      .describe(
        '">=" where higher is better, "<=" where lower is; "=" only for the best rate there is. / Dấu so sánh.',
      ),
    rate: decimalRate,
    points: points.describe(
      'Fewer from band to band; the first gives all points. / Điểm của mức, giảm dần từ mức đầu.',
    ),
    provenance,
  })
  .describe(
    'Read from the top; the first band that holds counts. / Đọc từ trên xuống, lấy mức đầu tiên đạt.',
  );
const bands = z.array(band).min(1).max(20);
const otherwise = z
  .strictObject({ points, provenance })
  .describe('What is given when no band holds. / Điểm khi không đạt mức nào.');

const indicatorId = id.describe(
  'Unique among indicators and facts. / Mã, không trùng chỉ tiêu hay số liệu nào.',
);

const checkIndicator = z.strictObject({
  id: indicatorId,
  kind: z.literal('check').describe('Answered with yes or no. / Trả lời có hoặc không.'),
  text: longText,
  points: points.min(1),
  provenance,
});

const ratioIndicator = z.strictObject({
  id: indicatorId,
  kind: z.literal('ratio').describe('Worked out from two facts. / Tính từ hai số liệu.'),
  text: longText,
  numerator: id.describe('The id of a fact. / Mã số liệu làm tử số.'),
  denominator: id.describe('The id of a fact. / Mã số liệu làm mẫu số.'),
  base: z
    .literal([100, 1_000, 10_000, 100_000])
    .describe('The rate is numerator / denominator x base. / Tính trên bao nhiêu (100 là phần trăm).'),
  better: z.enum(['higher', 'lower']).describe('Which rate is the better one. / Cao hay thấp thì tốt hơn.'),
  /** A hint of ours and no rule: it has no provenance. */
  zeroNeedsNote: z
    .boolean()
    .optional()
    .describe(
      'Whether a numerator of zero is rare enough to ask for a note. / Có nhắc ghi chú khi tử số bằng 0 không.',
    ),
  points: points.min(1),
  zeroDenominator: z
    .strictObject({ gives: z.enum(['full', 'zero']), provenance })
    .describe('What a denominator of zero gives. / Điểm khi mẫu số bằng 0.'),
  bands,
  otherwise,
  classBands: z
    .array(z.strictObject({ unitClass: id, bands, otherwise }))
    .max(50)
    .describe('Tables of their own for some unit classes. / Bảng mức điểm riêng của một số loại đơn vị.'),
  provenance,
});

const criterion = z.strictObject({
  id: id.describe('Unique among criteria. / Mã tiêu chí.'),
  name: localised,
  max: points.min(1).describe('The sum of its indicators. / Bằng tổng điểm các chỉ tiêu của tiêu chí.'),
  sector: localised.describe('Who usually holds the figures. / Ngành thường giữ số liệu.'),
  provenance,
  maxProvenance: provenance,
  indicators: z
    .array(z.discriminatedUnion('kind', [checkIndicator, ratioIndicator]))
    .min(1)
    .max(30),
});

/** Of criteria sets. */
export const setIdSchema = id;

/** Each version of a set gives the next one its number, so that no file may use them up. */
export const greatestVersion = 9_999;

const unitType = z.strictObject({ id, label: localised, ...inForce, provenance });

const unitClass = z.strictObject({
  id,
  label: localised.describe('Short, to choose from. / Tên ngắn để chọn.'),
  wording: longText.describe('As the legal text says it. / Câu chữ của văn bản.'),
  unitTypes: z.array(id).min(1).max(50).describe('Ids of unit types. / Mã các loại hình được xếp vào đây.'),
  threshold: points.describe('The least total that passes. / Tổng điểm tối thiểu để đạt.'),
  ...inForce,
  provenance,
});

const authority = z.strictObject({
  from: isoDate,
  to: isoDate.nullable().describe('null for the one in force; the next begins the day after. / null là còn.'),
  title: localised,
  provenance,
});

const year = z.int().min(2000).max(2100);

export const criteriaSetSchema = z.strictObject({
  format: z.literal('criteria-set'),
  id: id.describe('Names the set; a later version keeps it. / Mã bộ tiêu chí.'),
  version: z
    .int()
    .min(1)
    .max(greatestVersion)
    .describe('Counts corrected versions from 1. / Phiên bản, từ 1.'),
  fictional: z
    .boolean()
    .optional()
    .describe(
      'True for a made-up set to learn and test with: nothing may be assessed by it. / Bộ tự đặt ra để học và thử.',
    ),
  title: localised,
  legalBasis: longText,
  recognisedAs: localised.describe('What a unit is recognised as. / Danh hiệu được công nhận.'),
  validFrom: isoDate,
  max: points.min(1).describe('The sum of the criteria. / Bằng tổng điểm các tiêu chí.'),
  sources: z
    .record(id, longText.extend({ kind: z.enum(['text', 'stand_in']) }))
    .describe(
      'Where rules come from: the text itself, or something that stands in for it. / Các nguồn: chính văn bản (text) hoặc số tạm (stand_in).',
    ),
  unitTypes: z.array(unitType).min(1).max(50).describe('Xã, phường ... / Loại hình đơn vị.'),
  unitClasses: z
    .array(unitClass)
    .min(1)
    .max(50)
    .describe('Classes with thresholds. / Loại đơn vị và ngưỡng.'),
  recognition: z.strictObject({
    everyCriterionAboveZero: z
      .boolean()
      .describe('Whether a criterion at zero fails the unit. / Có tiêu chí 0 điểm thì không đạt.'),
    provenance,
  }),
  authorities: z
    .array(authority)
    .min(1)
    .max(100)
    .describe('Who recognises, and when. / Thẩm quyền công nhận.'),
  calendar: z.strictObject({ month: z.int().min(1).max(12), years: z.array(year).max(100), provenance }),
  nationalTargets: z
    .array(z.strictObject({ byYear: year, percent: z.int().min(0).max(100), provenance }))
    .max(100)
    .describe(
      'The share of all units that is to be recognised by the end of a year, in whole percent. / Mục tiêu cả nước.',
    ),
  facts: z
    .array(z.strictObject({ id: indicatorId, label: localised, noun: localised }))
    .max(300)
    .describe(
      'Raw figures, asked once however many indicators use them. / Số liệu, mỗi số liệu hỏi một lần.',
    ),
  criteria: z.array(criterion).min(1).max(60),
});

export type CriteriaSet = z.infer<typeof criteriaSetSchema>;
export type Localised = z.infer<typeof localised>;
export type Provenance = z.infer<typeof provenance>;
export type NationalTarget = CriteriaSet['nationalTargets'][number];
export type Fact = CriteriaSet['facts'][number];
export type Criterion = CriteriaSet['criteria'][number];
export type Indicator = Criterion['indicators'][number];
export type CheckIndicator = Extract<Indicator, { kind: 'check' }>;
export type RatioIndicator = Extract<Indicator, { kind: 'ratio' }>;
export type Band = RatioIndicator['bands'][number];
