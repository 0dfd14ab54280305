import { expect, test } from 'vitest';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { heldFigures, type Printed } from './held-figures.ts';

const idOf = (part: string, year = 2026) => draftAssessment({}, { id: `${year}-${part}`, year });
const saves = idOf('1');
const refused = idOf('2');
const nextYear = idOf('3', 2027);

/** A window in which only the first can be saved. */
function window() {
  const settled: string[] = [];
  const open = new Set([saves, refused, nextYear]);
  const sessions = {
    unsaved: () => [...open],
    settle: (id: string) => {
      settled.push(id);
      if (id === saves.id) open.delete(saves);
      return Promise.resolve(id === saves.id);
    },
  };
  return { sessions, settled };
}

const everything: Printed = { year: 2026, ids: null, kinds: ['scorecard'], summary: false };

test('what waits is saved, and what cannot be is held, time after time', async () => {
  const { sessions, settled } = window();
  expect(await heldFigures(everything, sessions)).toEqual([refused]);
  expect(settled).toEqual([saves.id, refused.id]);
  expect(await heldFigures(everything, sessions)).toEqual([refused]);
});

test('only what is printed is asked about', async () => {
  const held = (part: Partial<Printed>) => heldFigures({ ...everything, ...part }, window().sessions);
  expect(await held({ ids: [saves.id] })).toEqual([]);
  expect(await held({ ids: [refused.id] })).toEqual([refused]);
  expect(await held({ kinds: ['checklist'] })).toEqual([]);
  expect(await held({ year: 2027 })).toEqual([nextYear]);
});

test('the summary shows the figures of every unit, whichever are chosen', async () => {
  const summary = { ...everything, ids: [saves.id], kinds: [], summary: true };
  expect(await heldFigures(summary, window().sessions)).toEqual([refused]);
});
