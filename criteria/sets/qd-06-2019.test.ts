import { describe, expect, test } from 'vitest';
import { compareRate, parseThreshold } from '../rate.ts';
import type { CheckIndicator, Criterion, Indicator, RatioIndicator } from '../schema.ts';
import { bandsFor, score } from '../score.ts';
import { builtInSets, currentSetId } from './built-in.ts';

/**
 * A second reading of the law's table, typed from the table and not from the JSON. `C` is confirmed, `P` provisional.
 * A ratio's bands are read top down: "condition: points mark"; `zeroDenominator` is what a zero denominator gives.
 */
type Mark = 'C' | 'P';
type CheckRow = readonly [id: string, text: string, points: number, mark: Mark];
interface RatioRow {
  readonly id: string;
  readonly ratio: string;
  readonly base: RatioIndicator['base'];
  readonly zeroDenominator: 'full P' | 'zero P';
  readonly mark: Mark;
  readonly bands: string;
  readonly mountainBands?: string;
}
interface CriterionRow {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  readonly maxMark: Mark;
  readonly sector: string;
  readonly rows: readonly (CheckRow | RatioRow)[];
}

const facts: readonly (readonly [id: string, label: string])[] = [
  ['children', 'Tổng số trẻ em dưới 16 tuổi'],
  ['children_registered', 'Số trẻ em được đăng ký khai sinh đúng quy định'],
  ['children_abused', 'Số trẻ em bị xâm hại trong kỳ'],
  ['children_offending', 'Số trẻ em vi phạm pháp luật trong kỳ'],
  ['children_drugs', 'Số trẻ em nghiện ma túy'],
  ['children_injured', 'Số trẻ em bị tai nạn, thương tích trong kỳ'],
  ['children_injury_deaths', 'Số trẻ em tử vong do tai nạn, thương tích trong kỳ'],
  ['special', 'Số trẻ em có hoàn cảnh đặc biệt'],
  ['special_assisted', 'Số trẻ em có hoàn cảnh đặc biệt được trợ giúp'],
  ['cases', 'Số vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán'],
  ['cases_planned', 'Số vụ việc được Chủ tịch UBND cấp xã phê duyệt kế hoạch can thiệp, hỗ trợ kịp thời'],
  ['under1', 'Số trẻ em dưới 1 tuổi'],
  ['under1_immunised', 'Số trẻ em dưới 1 tuổi được tiêm chủng đầy đủ'],
  ['under5', 'Số trẻ em dưới 5 tuổi'],
  ['under5_underweight', 'Số trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân'],
  ['under5_stunted', 'Số trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi'],
  ['children_checked', 'Số trẻ em được khám sức khỏe định kỳ ít nhất 1 lần/năm'],
  ['preschool_age', 'Số trẻ em trong độ tuổi mầm non'],
  ['preschool_attending', 'Số trẻ em trong độ tuổi mầm non đến trường, lớp mầm non'],
  ['age5', 'Số trẻ em 5 tuổi'],
  ['age5_attending', 'Số trẻ em 5 tuổi đến trường, lớp mẫu giáo'],
  ['school_age', 'Số trẻ em trong độ tuổi tiểu học và trung học cơ sở'],
  ['school_attending', 'Số trẻ em trong độ tuổi tiểu học và trung học cơ sở đang đi học'],
  ['hamlets', 'Số thôn, tổ dân phố'],
  ['hamlets_playground', 'Số thôn, tổ dân phố có điểm vui chơi cho trẻ em'],
  ['surveyed_children', 'Số trẻ em được hỏi ý kiến'],
  ['surveyed_children_satisfied', 'Số trẻ em hài lòng'],
  ['surveyed_adults', 'Số người dân được hỏi ý kiến'],
  ['surveyed_adults_satisfied', 'Số người dân hài lòng'],
];

const classThresholds = { ward_central_city: 900, mountain_island_special: 800, other: 850 } as const;

// biome-ignore format: one line per row, as in the table.
const law: readonly CriterionRow[] = [
  { id: '1', name: 'Nguồn lực thực hiện quyền trẻ em', max: 100, maxMark: 'C', sector: 'UBND cấp xã', rows: [
    ['1.1', 'Có bố trí người làm công tác bảo vệ trẻ em cấp xã', 50, 'C'],
    ['1.2', 'Có cộng tác viên bảo vệ trẻ em tại thôn, làng, ấp, bản, tổ dân phố', 15, 'C'],
    ['1.3', 'Có Ban hoặc nhóm bảo vệ trẻ em cấp xã, duy trì giao ban, đánh giá định kỳ', 15, 'C'],
    ['1.4', 'Có kinh phí thực hiện quyền trẻ em', 20, 'P'],
  ] },
  { id: '2', name: 'Trẻ em được khai sinh đúng quy định', max: 50, maxMark: 'P', sector: 'Tư pháp', rows: [
    { id: '2.1', ratio: 'children_registered / children', base: 100, zeroDenominator: 'zero P', mark: 'P', bands: '>=98: 50 P; >=95: 40 P; >=90: 25 P; else: 0 P' },
  ] },
  { id: '3', name: 'Trẻ em bị xâm hại', max: 100, maxMark: 'P', sector: 'Công an', rows: [
    { id: '3.1', ratio: 'children_abused / children', base: 1_000, zeroDenominator: 'zero P', mark: 'P', bands: '=0: 100 P; <=0.5: 60 P; <=1: 30 P; else: 0 P' },
  ] },
  { id: '4', name: 'Trẻ em vi phạm pháp luật, nghiện ma túy', max: 75, maxMark: 'P', sector: 'Công an', rows: [
    { id: '4.1', ratio: 'children_offending / children', base: 1_000, zeroDenominator: 'zero P', mark: 'P', bands: '=0: 50 P; <=1: 30 P; <=2: 15 P; else: 0 P' },
    { id: '4.2', ratio: 'children_drugs / children', base: 1_000, zeroDenominator: 'zero P', mark: 'P', bands: '=0: 25 P; else: 0 P' },
  ] },
  { id: '5', name: 'Trẻ em bị tai nạn, thương tích', max: 75, maxMark: 'P', sector: 'Y tế', rows: [
    { id: '5.1', ratio: 'children_injured / children', base: 100_000, zeroDenominator: 'zero P', mark: 'P', bands: '<=500: 50 P; <=550: 40 P; <=600: 25 P; else: 0 P' },
    { id: '5.2', ratio: 'children_injury_deaths / children', base: 100_000, zeroDenominator: 'zero P', mark: 'P', bands: '<=15: 25 P; <=16: 20 P; else: 0 P' },
  ] },
  { id: '6', name: 'Trẻ em có hoàn cảnh đặc biệt được trợ giúp', max: 125, maxMark: 'C', sector: 'Bảo trợ xã hội', rows: [
    { id: '6.1', ratio: 'special_assisted / special', base: 100, zeroDenominator: 'full P', mark: 'C', bands: '>=95: 50 C; >=90: 35 P; >=80: 20 P; else: 0 P' },
    { id: '6.2', ratio: 'cases_planned / cases', base: 100, zeroDenominator: 'full P', mark: 'C', bands: '=100: 75 C; else: 0 P' },
  ] },
  { id: '7', name: 'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ', max: 50, maxMark: 'C', sector: 'Y tế', rows: [
    { id: '7.1', ratio: 'under1_immunised / under1', base: 100, zeroDenominator: 'full P', mark: 'C', bands: '>=98: 50 C; >=95: 40 P; >=90: 25 P; else: 0 P' },
  ] },
  { id: '8', name: 'Trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân và thấp còi', max: 50, maxMark: 'P', sector: 'Y tế', rows: [
    { id: '8.1', ratio: 'under5_underweight / under5', base: 100, zeroDenominator: 'full P', mark: 'P', bands: '<=8: 25 P; <=10: 20 P; <=12: 10 P; else: 0 P', mountainBands: '<=12: 25 P; <=14: 20 P; <=16: 10 P; else: 0 P' },
    { id: '8.2', ratio: 'under5_stunted / under5', base: 100, zeroDenominator: 'full P', mark: 'P', bands: '<=17: 25 P; <=19: 20 P; <=22: 10 P; else: 0 P', mountainBands: '<=22: 25 P; <=25: 20 P; <=28: 10 P; else: 0 P' },
  ] },
  { id: '9', name: 'Trẻ em được khám sức khỏe định kỳ', max: 50, maxMark: 'P', sector: 'Y tế', rows: [
    { id: '9.1', ratio: 'children_checked / children', base: 100, zeroDenominator: 'zero P', mark: 'P', bands: '>=80: 50 P; >=70: 40 P; >=60: 25 P; else: 0 P' },
  ] },
  { id: '10', name: 'Trẻ em đến trường, lớp mầm non', max: 75, maxMark: 'P', sector: 'Giáo dục', rows: [
    { id: '10.1', ratio: 'preschool_attending / preschool_age', base: 100, zeroDenominator: 'full P', mark: 'P', bands: '>=90: 30 P; >=80: 20 P; >=70: 10 P; else: 0 P' },
    { id: '10.2', ratio: 'age5_attending / age5', base: 100, zeroDenominator: 'full P', mark: 'P', bands: '>=99: 20 P; >=95: 15 P; >=90: 10 P; else: 0 P' },
    { id: '10.3', ratio: 'school_attending / school_age', base: 100, zeroDenominator: 'full P', mark: 'P', bands: '>=98: 25 P; >=95: 15 P; >=90: 10 P; else: 0 P' },
  ] },
  { id: '11', name: 'Trẻ em được thực hiện quyền tham gia', max: 100, maxMark: 'P', sector: 'Đoàn Thanh niên', rows: [
    ['11.1', 'Tổ chức diễn đàn trẻ em hoặc đối thoại với trẻ em trong kỳ', 40, 'P'],
    ['11.2', 'Lấy ý kiến trẻ em và có văn bản trả lời', 30, 'P'],
    ['11.3', 'Có ít nhất một mô hình thúc đẩy quyền tham gia của trẻ em', 30, 'P'],
  ] },
  { id: '12', name: 'Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao', max: 100, maxMark: 'P', sector: 'Văn hóa - Thể thao', rows: [
    ['12.1', 'Có cơ sở văn hóa, thể thao cấp xã trẻ em sử dụng được', 40, 'P'],
    { id: '12.2', ratio: 'hamlets_playground / hamlets', base: 100, zeroDenominator: 'zero P', mark: 'P', bands: '>=50: 30 P; >=30: 20 P; >=10: 10 P; else: 0 P' },
    ['12.3', 'Tổ chức hoạt động cho trẻ em ít nhất 2 lần/năm, có dạy bơi hoặc phòng chống đuối nước', 30, 'P'],
  ] },
  { id: '13', name: 'Mức độ hài lòng của trẻ em và người dân', max: 50, maxMark: 'P', sector: 'Mặt trận Tổ quốc', rows: [
    { id: '13.1', ratio: 'surveyed_children_satisfied / surveyed_children', base: 100, zeroDenominator: 'zero P', mark: 'P', bands: '>=80: 25 P; >=70: 15 P; >=60: 10 P; else: 0 P' },
    { id: '13.2', ratio: 'surveyed_adults_satisfied / surveyed_adults', base: 100, zeroDenominator: 'zero P', mark: 'P', bands: '>=80: 25 P; >=70: 15 P; >=60: 10 P; else: 0 P' },
  ] },
];

const isCheck = (row: CheckRow | RatioRow): row is CheckRow => Array.isArray(row);

function theSet() {
  const set = builtInSets.get(currentSetId);
  if (set === undefined) throw new Error(`no built-in set ${currentSetId}`);
  return set;
}
const set = theSet();

const mark = ({ status }: { status: 'confirmed' | 'provisional' }): Mark =>
  status === 'confirmed' ? 'C' : 'P';

/** The set's own bands, written as the table writes them. */
function bandsAsText(table: Pick<RatioIndicator, 'bands' | 'otherwise'>): string {
  return [
    ...table.bands.map((band) => `${band.op}${band.rate}: ${band.points} ${mark(band.provenance)}`),
    `else: ${table.otherwise.points} ${mark(table.otherwise.provenance)}`,
  ].join('; ');
}

function asRow(indicator: Indicator): CheckRow | RatioRow {
  if (indicator.kind === 'check')
    return [indicator.id, indicator.text.vi, indicator.points, mark(indicator.provenance)];
  const [mountain] = indicator.classBands;
  return {
    id: indicator.id,
    ratio: `${indicator.numerator} / ${indicator.denominator}`,
    base: indicator.base,
    zeroDenominator:
      `${indicator.zeroDenominator.gives} ${mark(indicator.zeroDenominator.provenance)}` as 'full P',
    mark: mark(indicator.provenance),
    bands: bandsAsText(indicator),
    ...(mountain && { mountainBands: bandsAsText(mountain) }),
  };
}

/** What the table gives for a rate, reckoned without any code of the scorer. */
function pointsByTheTable(row: RatioRow, unitClass: string, numerator: number, denominator: number): number {
  const bands = unitClass === 'mountain_island_special' ? (row.mountainBands ?? row.bands) : row.bands;
  if (denominator === 0) return row.zeroDenominator === 'full P' ? Number(/: (\d+)/.exec(bands)?.[1]) : 0;
  for (const band of bands.split('; ')) {
    const [, op, whole, tenth = '0', points] = /^(>=|<=|=|else)(\d*)\.?(\d)?: (\d+) [CP]$/.exec(band) ?? [];
    const rate = BigInt(numerator) * BigInt(row.base) * 10n;
    const limit = BigInt(`${whole || '0'}${tenth}`) * BigInt(denominator);
    const matches =
      op === 'else' ||
      (op === '>=' && rate >= limit) ||
      (op === '<=' && rate <= limit) ||
      (op === '=' && rate === limit);
    if (matches) return Number(points);
  }
  throw new Error(`no band of ${row.id} takes ${numerator} / ${denominator}`);
}

function pointsByTheScorer(
  indicator: RatioIndicator,
  unitClass: string,
  numerator: number,
  denominator: number,
): number | null | undefined {
  const answers = { [indicator.numerator]: numerator, [indicator.denominator]: denominator };
  return score(set, unitClass, answers)
    .criteria.flatMap((criterion) => criterion.indicators)
    .find(({ id }) => id === indicator.id)?.points;
}

/** Denominators on which a threshold is a whole number of children (up to the largest exact one), and some where it is not. */
function denominatorsFor(indicator: RatioIndicator, rate: string): number[] {
  const exact = indicator.base * parseThreshold(rate).scale;
  const largest = Math.floor(Number.MAX_SAFE_INTEGER / exact);
  return [...[1, 3, 1_000, largest].map((times) => exact * times), 1, 7, 997, 2_150, 104_729];
}

const ratios = set.criteria.flatMap(({ indicators }) => indicators.filter((i) => i.kind === 'ratio'));
const checks = set.criteria.flatMap(({ indicators }) => indicators.filter((i) => i.kind === 'check'));
const classes = set.unitClasses.map(({ id }) => id);
const rowOf = (id: string): RatioRow => {
  const row = law.flatMap(({ rows }) => rows).find((r) => !isCheck(r) && r.id === id);
  if (row === undefined || isCheck(row)) throw new Error(`the table has no ratio ${id}`);
  return row;
};
const everyRatioAndClass = ratios.flatMap((indicator) =>
  classes.map((unitClass) => ({ id: indicator.id, indicator, unitClass })),
);

describe('the criteria set of Decision 06/QĐ-TTg agrees with the table', () => {
  test('in its facts and their labels', () => {
    expect(set.facts.map(({ id, label }) => [id, label.vi])).toEqual(facts);
  });

  test('in its unit classes and their thresholds, all confirmed', () => {
    expect(Object.fromEntries(set.unitClasses.map(({ id, threshold }) => [id, threshold]))).toEqual(
      classThresholds,
    );
    expect(set.unitClasses.map(({ wording, provenance }) => [wording.vi, mark(provenance)])).toEqual([
      ['Phường thuộc quận, thị xã, thành phố của thành phố trực thuộc trung ương', 'C'],
      ['Xã, thị trấn thuộc miền núi, hải đảo; xã đặc biệt khó khăn', 'C'],
      ['Xã, phường, thị trấn còn lại', 'C'],
    ]);
  });

  test('in the rule of recognition', () => {
    expect(set.recognition.everyCriterionAboveZero).toBe(true);
    expect(mark(set.recognition.provenance)).toBe('C');
    expect(set.max).toBe(1_000);
    expect(law.reduce((sum, { max }) => sum + max, 0)).toBe(1_000);
  });

  test('in the months and years of assessment', () => {
    expect(set.calendar.month).toBe(11);
    expect(set.calendar.years).toEqual([2022, 2024, 2027, 2029]);
  });

  test('in the national targets', () => {
    expect(
      set.nationalTargets.map(({ byYear, percent, provenance }) => [byYear, percent, mark(provenance)]),
    ).toEqual([
      [2025, 65, 'C'],
      [2030, 75, 'C'],
    ]);
  });

  test('in having thirteen criteria, in this order', () => {
    expect(set.criteria.map(({ id }) => id)).toEqual(law.map(({ id }) => id));
    expect(law).toHaveLength(13);
  });

  test.each(set.criteria.map((criterion, index) => ({ id: criterion.id, criterion, row: law[index] })))(
    'in criterion $id: name, maximum, sector, every indicator and every mark',
    ({ criterion, row }: { criterion: Criterion; row: CriterionRow | undefined }) => {
      expect({
        id: criterion.id,
        name: criterion.name.vi,
        max: criterion.max,
        maxMark: mark(criterion.maxProvenance),
        sector: criterion.sector.vi,
        rows: criterion.indicators.map(asRow),
      }).toEqual(row);
      expect(mark(criterion.provenance), 'names and numbers are confirmed').toBe('C');
    },
  );

  test('in which indicators have bands for a class of their own', () => {
    const ofClass = ratios.flatMap(({ id, classBands }) => classBands.map((table) => [id, table.unitClass]));
    expect(ofClass).toEqual([
      ['8.1', 'mountain_island_special'],
      ['8.2', 'mountain_island_special'],
    ]);
  });

  test('in the direction that is better', () => {
    for (const indicator of ratios) {
      const lower = rowOf(indicator.id).bands.match(/<=|=0:/) !== null;
      expect(indicator.better, indicator.id).toBe(lower ? 'lower' : 'higher');
    }
  });
});

describe('every band edge gives the points of the table', () => {
  test.each(everyRatioAndClass)(
    '$id for $unitClass: at, one child above and one child below each threshold',
    ({ indicator, unitClass }) => {
      const row = rowOf(indicator.id);
      for (const { rate } of bandsFor(indicator, unitClass).bands) {
        for (const denominator of denominatorsFor(indicator, rate)) {
          const { units, scale } = parseThreshold(rate);
          const edge = Number((BigInt(units) * BigInt(denominator)) / BigInt(indicator.base * scale));
          for (const numerator of [edge - 1, edge, edge + 1, edge + 2]) {
            if (numerator < 0 || numerator > denominator) continue;
            expect(
              pointsByTheScorer(indicator, unitClass, numerator, denominator),
              `${numerator} / ${denominator}`,
            ).toBe(pointsByTheTable(row, unitClass, numerator, denominator));
          }
        }
      }
    },
  );

  test.each(everyRatioAndClass)(
    '$id for $unitClass: at a threshold the band is reached, one child on the worse side it is not',
    ({ indicator, unitClass }) => {
      const { bands, otherwise } = bandsFor(indicator, unitClass);
      for (const [index, band] of bands.entries()) {
        const threshold = parseThreshold(band.rate);
        const denominator = indicator.base * threshold.scale * 1_000_000;
        const edge = threshold.units * 1_000_000;
        const worse = indicator.better === 'higher' ? edge - 1 : edge + 1;
        expect(compareRate(edge, denominator, indicator.base, threshold)).toBe(0);
        expect(pointsByTheScorer(indicator, unitClass, edge, denominator)).toBe(band.points);
        expect(pointsByTheScorer(indicator, unitClass, worse, denominator)).toBe(
          (bands[index + 1] ?? otherwise).points,
        );
      }
    },
  );

  test.each(everyRatioAndClass)('$id for $unitClass: a zero denominator', ({ indicator, unitClass }) => {
    expect(pointsByTheScorer(indicator, unitClass, 0, 0)).toBe(
      pointsByTheTable(rowOf(indicator.id), unitClass, 0, 0),
    );
  });

  test.each(everyRatioAndClass)('$id for $unitClass: none and all of them', ({ indicator, unitClass }) => {
    for (const [numerator, denominator] of [
      [0, 1],
      [1, 1],
      [0, 2_150],
      [2_150, 2_150],
    ] as const) {
      expect(pointsByTheScorer(indicator, unitClass, numerator, denominator)).toBe(
        pointsByTheTable(rowOf(indicator.id), unitClass, numerator, denominator),
      );
    }
  });

  test.each(checks.map((check) => ({ id: check.id, check })))(
    '$id: yes gives all its points, no gives none',
    ({ check }: { check: CheckIndicator }) => {
      const row = law.flatMap(({ rows }) => rows).find((r) => isCheck(r) && r[0] === check.id);
      for (const unitClass of classes) {
        const pointsFor = (value: boolean) =>
          score(set, unitClass, { [check.id]: value })
            .criteria.flatMap(({ indicators }) => indicators)
            .find(({ id }) => id === check.id)?.points;
        expect(pointsFor(true)).toBe(row && isCheck(row) ? row[2] : undefined);
        expect(pointsFor(false)).toBe(0);
      }
    },
  );
});
