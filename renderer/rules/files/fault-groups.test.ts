import { expect, test } from 'vitest';
import { faultGroups, faultsText } from './fault-groups.ts';

const of = (...paths: readonly string[]) => paths.map((path) => ({ path, message: `lỗi ở ${path}` }));

test('faults stand by criterion, under its number and name in the file, after those of the rest', () => {
  const json = { criteria: [{ id: '7', name: { vi: 'Tiêm chủng' } }, { id: 8 }] };
  const faults = of('criteria[1].max', 'max', 'criteria[0].id', '', 'criteria[0].indicators[3].points');
  const groups = faultGroups(faults, json);
  expect(groups.map(({ part }) => part)).toEqual([
    'whole',
    'general',
    { criterion: '7', name: 'Tiêm chủng' },
    // What the file does not say rightly is counted instead.
    { criterion: '2', name: null },
  ]);
  expect(groups[2]?.faults.map(({ path }) => path)).toEqual([
    'criteria[0].id',
    'criteria[0].indicators[3].points',
  ]);
});

test('in a file that the program exported the criteria are found within its envelope', () => {
  const json = { published: { set: { criteria: [{ id: '7', name: { vi: 'Tiêm chủng' } }] } } };
  expect(faultGroups(of('published.set.criteria[0].max', 'checksum'), json)).toMatchObject([
    { part: 'general' },
    { part: { criterion: '7', name: 'Tiêm chủng' } },
  ]);
});

test('no fault is lost, and all of them can be had as text', () => {
  const faults = of('max', '', 'criteria[12].max');
  expect(faultGroups(faults, undefined).flatMap((group) => group.faults)).toHaveLength(3);
  expect(faultsText(faults, ({ message }) => `${message}.`)).toBe(
    'max: lỗi ở max.\nlỗi ở .\ncriteria[12].max: lỗi ở criteria[12].max.',
  );
});
