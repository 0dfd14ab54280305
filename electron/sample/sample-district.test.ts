import { describe, expect, test } from 'vitest';
import { noteLimit } from '../../criteria/assessment.ts';
import { fold } from '../../criteria/fold.ts';
import { type Scorecard, score } from '../../criteria/score.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { packagedUnits } from '../catalogue/packaged-units.ts';
import { partUnitName } from '../catalogue/unit-name.ts';
import file from './sample-district.json' with { type: 'json' };
import { type SampleCommune, sampleDistrict } from './sample-district.ts';

const set = builtInSets.get(currentSetId);
if (set === undefined) throw new Error('no current criteria set');

const communes = sampleDistrict(2026);
const scored = communes.map((commune) => ({
  ...commune,
  scorecard: score(set, commune.unit.class, commune.answers),
}));
const matching = (fits: (scorecard: Scorecard) => boolean) =>
  scored.filter((commune) => fits(commune.scorecard));
const indicatorsOf = (scorecard: Scorecard) => scorecard.criteria.flatMap(({ indicators }) => indicators);
const zeroCriteria = ({ reasons }: Scorecard) => reasons.filter(({ code }) => code === 'criterion_at_zero');

describe('the communes', () => {
  test('are scored by the set that new assessments use', () => {
    expect(file.criteriaSet).toBe(currentSetId);
  });

  test('are twelve, with codes in order', () => {
    expect(communes.map(({ unit }) => unit.code)).toEqual(
      Array.from({ length: 12 }, (_, index) => `vd-${String(index + 1).padStart(2, '0')}`),
    );
  });

  test('say in their names that they are examples, and in their provinces and districts that they are fiction', () => {
    for (const { unit } of communes) {
      expect(unit.name).toMatch(/ \(ví dụ\)$/);
      expect(`${unit.province} ${unit.district ?? ''}`).toMatch(/\(hư cấu\)/);
      if (unit.district !== undefined) expect(unit.district).toMatch(/ \(hư cấu\)$/);
    }
  });

  test('bear the name of no unit in force', () => {
    const real = new Set(packagedUnits().map(({ name }) => fold(partUnitName(name)?.own ?? name)));
    const own = communes.map(({ unit }) => partUnitName(unit.name.replace(/ \(ví dụ\)$/, ''))?.own ?? '');
    expect(own.filter((name) => name === '' || real.has(fold(name)))).toEqual([]);
  });

  test('are of every type and class, each type as its name says and in a class that allows it', () => {
    expect(new Set(communes.map(({ unit }) => unit.type))).toEqual(
      new Set(set.unitTypes.map(({ id }) => id)),
    );
    expect(new Set(communes.map(({ unit }) => unit.class))).toEqual(
      new Set(set.unitClasses.map(({ id }) => id)),
    );
    for (const { unit } of communes) {
      expect(partUnitName(unit.name)?.type).toBe(unit.type);
      expect(set.unitClasses.find(({ id }) => id === unit.class)?.unitTypes).toContain(unit.type);
    }
  });

  test('lie in a district or in none', () => {
    expect(new Set(communes.map(({ unit }) => unit.district === undefined))).toEqual(new Set([true, false]));
  });
});

describe('among the scorecards', () => {
  test('at least four are eligible', () => {
    expect(matching(({ verdict }) => verdict === 'eligible').length).toBeGreaterThanOrEqual(4);
  });

  test('one is exactly at its threshold, and passes', () => {
    const at = matching(({ complete, total, threshold }) => complete && total === threshold);
    expect(at.map(({ scorecard }) => scorecard.verdict)).toEqual(['eligible']);
  });

  test('one misses its threshold by a single band', () => {
    const missing = matching(
      (scorecard) =>
        scorecard.verdict === 'ineligible' &&
        zeroCriteria(scorecard).length === 0 &&
        indicatorsOf(scorecard).some(
          (indicator) =>
            indicator.state === 'scored' &&
            indicator.explanation.kind === 'ratio' &&
            indicator.explanation.next !== null &&
            scorecard.total + indicator.explanation.next.points - indicator.points >= scorecard.threshold,
        ),
    );
    expect(missing).toHaveLength(1);
  });

  test('one has a total that would pass and a criterion at zero', () => {
    const stopped = matching(
      (scorecard) => scorecard.total >= scorecard.threshold && zeroCriteria(scorecard).length > 0,
    );
    expect(stopped.map(({ scorecard }) => scorecard.verdict)).toEqual(['ineligible']);
  });

  test('one fails on both grounds', () => {
    expect(
      matching(
        (scorecard) => new Set(scorecard.reasons.map(({ code }) => code)).size === 2 && scorecard.complete,
      ),
    ).toHaveLength(1);
  });

  test('one has no child in special circumstances, so that a ratio has no denominator', () => {
    const without = scored.filter(({ answers }) => answers.special === 0);
    expect(without).toHaveLength(1);
    const bands = without.flatMap(({ scorecard }) =>
      indicatorsOf(scorecard).flatMap((indicator) =>
        indicator.state === 'scored' && indicator.explanation.kind === 'ratio'
          ? [indicator.explanation.band.kind]
          : [],
      ),
    );
    expect(bands.filter((kind) => kind === 'zero_denominator')).toHaveLength(2);
  });

  test('two are incomplete: one barely begun, one short of a single figure', () => {
    const unanswered = matching(({ complete }) => !complete).map(({ scorecard }) =>
      indicatorsOf(scorecard).flatMap((indicator) =>
        indicator.state === 'unanswered' ? indicator.missing : [],
      ),
    );
    expect(unanswered.map(({ length }) => length).sort((a, b) => a - b)).toEqual([1, expect.any(Number)]);
    expect(Math.max(...unanswered.map(({ length }) => length))).toBeGreaterThan(30);
  });
});

describe('the figures', () => {
  const smallerFirst: readonly (readonly [string, string])[] = [
    ['under1', 'under5'],
    ['under5', 'children'],
    ['age5', 'preschool_age'],
    ['age5_attending', 'preschool_attending'],
    ['preschool_age', 'children'],
    ['school_age', 'children'],
    ['special', 'children'],
    ['children_injury_deaths', 'children_injured'],
  ];
  const figure = ({ answers }: SampleCommune, id: string) => {
    const value = answers[id];
    return typeof value === 'number' ? value : undefined;
  };

  test.each(smallerFirst)('%s is no more than %s', (part, whole) => {
    for (const commune of communes) {
      const [small, large] = [figure(commune, part), figure(commune, whole)];
      if (small !== undefined && large !== undefined)
        expect(small, commune.unit.name).toBeLessThanOrEqual(large);
    }
  });

  test('children of 3 to 5 years and of school age leave room for the others', () => {
    for (const commune of communes) {
      const [preschool, school, all] = ['preschool_age', 'school_age', 'children'].map((id) =>
        figure(commune, id),
      );
      if (preschool !== undefined && school !== undefined) expect(preschool + school).toBeLessThan(all ?? 0);
    }
  });

  test('are of the size of the published province: about 1,525 children a commune, 2 % in special circumstances', () => {
    const sum = (of: readonly SampleCommune[], id: string) =>
      of.reduce((total, commune) => total + (figure(commune, id) ?? 0), 0);
    const average = sum(communes, 'children') / communes.length;
    expect(Math.abs(average / (230_280 / 151) - 1)).toBeLessThan(0.05);
    const counted = communes.filter((commune) => figure(commune, 'special') !== undefined);
    expect(Math.abs(sum(counted, 'special') / sum(counted, 'children') - 4_620 / 230_280)).toBeLessThan(
      0.001,
    );
    for (const commune of communes) {
      expect(figure(commune, 'children')).toBeGreaterThanOrEqual(600);
      expect(figure(commune, 'children')).toBeLessThanOrEqual(3_500);
    }
  });
});

describe('the notes', () => {
  const texts = file.communes.flatMap(({ notes }) => Object.values(notes));

  test('are NFC as they stand in the file', () => {
    expect(JSON.stringify(file).normalize('NFC')).toBe(JSON.stringify(file));
  });

  test('are several, one of them nearly as long as a note may be, and fewer than one for ten indicators', () => {
    expect(texts.length).toBeGreaterThanOrEqual(8);
    const longest = Math.max(...texts.map(({ length }) => length));
    expect(longest).toBeGreaterThan(noteLimit - 100);
    expect(longest).toBeLessThanOrEqual(noteLimit);
    const indicators = set.criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0);
    expect(texts.length).toBeLessThan((communes.length * indicators) / 10);
  });
});

test('a year that no assessment can have is refused', () => {
  expect(() => sampleDistrict(1999)).toThrow('communes[0].year');
});
