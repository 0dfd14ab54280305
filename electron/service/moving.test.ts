import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { type ProgramOverFolder, programOverFolder } from '../../tests/program-over-folder.ts';

const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error('no current set');
const set = found;
const from = { id: set.id, version: set.version };
const to = { ...from, version: from.version + 1 };

let program: ProgramOverFolder;
beforeEach(async () => {
  program = await programOverFolder();
  await program.value('sample.load', { year: 2026 });
});
afterEach(() => program.close());

/** No total passes any more. */
const outOfReach = (one: CriteriaSet): CriteriaSet => ({
  ...one,
  unitClasses: one.unitClasses.map((klass) => ({ ...klass, threshold: one.max })),
});

async function corrected() {
  const { set: draft } = await program.value('setDrafts.begin', { from, as: null, by: null });
  await program.value('setDrafts.save', { id: set.id, basedOn: 0, set: outOfReach(draft), readIn: {} });
  await program.value('setDrafts.accept', { id: set.id, basedOn: 1, by: null, use: true });
}
const list = async () => (await program.value('assessments.list', { year: 2026 })).assessments;
async function passing() {
  const line = (await list()).find(({ verdict, total, max }) => verdict === 'eligible' && total < max);
  if (line === undefined) throw new Error('no commune passes');
  return line.id;
}
const read = async (id: string) => (await program.value('assessments.open', { id })).assessment;

describe('a corrected version', () => {
  test('shows what it would change before it is kept anywhere, those whose verdict flips first', async () => {
    const id = await passing();
    const args = { of: from, set: outOfReach(set) };
    const { lines, unknown } = await program.value('criteria.impact', args);
    expect(unknown).toEqual([]);
    expect(lines).toHaveLength((await list()).length);
    expect(lines.find((line) => line.id === id)).toMatchObject({
      effect: 'flips',
      before: { verdict: 'eligible' },
      after: { verdict: 'ineligible' },
    });
    const effects = lines.map(({ effect }) => effect);
    expect(effects.lastIndexOf('flips')).toBeLessThan(effects.indexOf('same'));
    expect(await program.value('criteria.impact', args)).toEqual({ lines, unknown });
    const assessment = await read(id);
    await program.value('assessments.save', {
      id,
      basedOn: assessment.saves,
      by: null,
      answers: Object.fromEntries(Object.keys(assessment.answers).map((answer) => [answer, null])),
      notes: {},
    });
    const after = await program.value('criteria.impact', args);
    expect(after.lines.find((line) => line.id === id)?.before.verdict).toBe('incomplete');
  });

  test('takes a draft over when it is told to, and gives it back', async () => {
    const id = await passing();
    const before = await read(id);
    await corrected();
    expect((await program.value('assessments.moves', { to })).lines).toHaveLength((await list()).length);
    const move = { id, basedOn: before.saves, to, by: 'Chị Lan' };
    const moved = await program.value('assessments.move', move);
    expect(moved).toMatchObject({ criteriaSet: to, answers: before.answers, saves: before.saves + 1 });
    expect(moved.log.at(-1)).toMatchObject({ event: 'moved', from, to, by: 'Chị Lan' });
    expect((await program.value('backups.list', { id })).map(({ reason }) => reason)).toContain('moving');
    expect((await list()).find((line) => line.id === id)).toMatchObject({
      criteriaSet: to,
      verdict: 'ineligible',
    });
    expect(await program.refused('assessments.move', move)).toMatchObject({ code: 'conflict' });
    await program.restart();
    expect(await read(id)).toEqual(moved);
    const back = await program.value('assessments.move', { ...move, basedOn: moved.saves, to: from });
    expect(back).toMatchObject({ criteriaSet: from, answers: before.answers });
    expect((await list()).find((line) => line.id === id)?.verdict).toBe('eligible');
  });

  test('takes no final assessment over before it is reopened, and keeps what was finalised', async () => {
    const id = await passing();
    const final = await program.value('assessments.finalise', { id, basedOn: 0, by: null });
    await corrected();
    const move = { id, basedOn: final.saves, to, by: null };
    expect(await program.refused('assessments.move', move)).toMatchObject({ code: 'final' });
    const open = await program.value('assessments.reopen', {
      id,
      basedOn: final.saves,
      by: null,
      reason: 'Quyết định đã sửa',
    });
    const moved = await program.value('assessments.move', { ...move, basedOn: open.saves });
    expect(moved.finalised).toEqual(final.finalised);
    const again = await program.value('assessments.finalise', { id, basedOn: moved.saves, by: null });
    expect(again.finalised.map(({ scorecard }) => scorecard.criteriaSet)).toEqual([from, to]);
    expect(again.finalised.map(({ scorecard }) => scorecard.verdict)).toEqual(['eligible', 'ineligible']);
  });

  test('that is not there, or does not know the unit, takes nothing over', async () => {
    const id = await passing();
    const { saves } = await read(id);
    const move = { id, basedOn: saves, by: null };
    expect(await program.refused('assessments.move', { ...move, to: { ...to, version: 9 } })).toMatchObject({
      code: 'unknown_criteria_set',
    });
    const example = await program.refused('assessments.move', { ...move, to: { id: 'vi-du', version: 1 } });
    expect(example).toMatchObject({ code: 'not_eligible' });
    expect(await read(id)).toMatchObject({ criteriaSet: from });
  });
});
