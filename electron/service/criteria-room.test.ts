import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostConfirmed, type RegisterEntry } from '../../criteria/rules/register.ts';
import { countRules, rulesOf } from '../../criteria/rules/rules.ts';
import { builtInSets, currentSetId, exampleSetId } from '../../criteria/sets/built-in.ts';
import { type ProgramOverFolder, programOverFolder } from '../../tests/program-over-folder.ts';
import { hashOfSet } from '../set-hash.ts';
import { setFileText } from './set-file-format.ts';

const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error('no current set');
const set = found;
const version = { id: set.id, version: set.version };
const provisional = rulesOf(set).filter(({ confirmed }) => !confirmed);
const [first, second] = provisional.map(({ key }) => key) as [string, string];
const attestation = { by: 'Chị Lan', on: '2026-11-10', in: 'Quyết định số 06/QĐ-TTg, Phụ lục' };
const all = rulesOf(set).map(({ key }) => key);

let program: ProgramOverFolder;
beforeEach(async () => {
  program = await programOverFolder();
});
afterEach(() => program.close());

const confirm = (rules: readonly string[], basedOn = 0) =>
  program.value('criteria.confirm', { ...version, basedOn, rules, ...attestation });

describe('confirming rules', () => {
  test('is kept, keeps the version and gives the set another hash', async () => {
    const opened = await confirm([first, second]);
    expect(opened).toMatchObject({ entries: 2, builtIn: true, published: { set: { version: set.version } } });
    expect(opened.hash).not.toBe(hashOfSet(set));
    expect(countRules(rulesOf(opened.set)).confirmed).toBe(countRules(rulesOf(set)).confirmed + 2);
    await program.restart();
    expect(await program.value('criteria.open', version)).toEqual(opened);
    expect(await program.value('criteria.get', version)).toEqual(opened.set);
    expect(await program.value('criteria.current', {})).toEqual(opened.set);
  });

  test('is refused from a state that is not the latest, for a rule that there is not, and for a day to come', async () => {
    await confirm([first]);
    const other = { ...version, rules: [second], ...attestation };
    expect(await program.refused('criteria.confirm', { ...other, basedOn: 0 })).toMatchObject({
      code: 'conflict',
    });
    expect(
      await program.refused('criteria.confirm', { ...other, basedOn: 1, rules: ['indicator/99.9'] }),
    ).toMatchObject({ code: 'invalid_input', path: 'rule' });
    // On the eleventh in Vietnam it is still the tenth in Greenwich.
    program.now = '2026-11-10T16:59:59.000Z';
    const tomorrow = { ...other, basedOn: 1, on: '2026-11-11' };
    expect(await program.refused('criteria.confirm', tomorrow)).toMatchObject({
      code: 'invalid_input',
      path: 'on',
    });
    program.now = '2026-11-10T17:00:00.000Z';
    expect(await program.value('criteria.confirm', tomorrow)).toMatchObject({ entries: 2 });
  });

  test('is noted once, however often it is said', async () => {
    const opened = await confirm([first, first]);
    expect(opened.entries).toBe(1);
    expect(await confirm([first], 1)).toEqual(opened);
    expect(await confirm([first, second], 1)).toMatchObject({ entries: 2 });
    const elsewhere = { ...version, basedOn: 2, rules: [first], ...attestation, in: 'Điều 5' };
    expect(await program.value('criteria.confirm', elsewhere)).toMatchObject({ entries: 3 });
  });

  test('is refused while there is still room to take back what was confirmed', async () => {
    const { published } = await confirm([first]);
    const [entry] = published.register as [RegisterEntry];
    const long = { ...published, register: Array.from({ length: mostConfirmed }, () => entry) };
    await program.close();
    program = await programOverFolder();
    const base64 = Buffer.from(setFileText(long)).toString('base64');
    await program.value('criteria.import', { base64, by: null });
    const more = { ...version, basedOn: mostConfirmed, rules: [second], ...attestation };
    expect(await program.refused('criteria.confirm', more)).toMatchObject({ code: 'invalid_input' });
    const withdrawal = { ...version, basedOn: mostConfirmed, rule: first, by: null, reason: '' };
    expect(await program.value('criteria.withdraw', withdrawal)).toMatchObject({
      entries: mostConfirmed + 1,
    });
  });

  test('goes on in memory and on the disk where all files of the version are gone', async () => {
    await confirm([first]);
    for (const folder of ['criteria-sets', join('backups', 'criteria-sets')])
      await rm(join(program.folder, folder), { recursive: true });
    const opened = await confirm([second], 1);
    expect(opened.entries).toBe(2);
    await program.restart();
    expect(await program.value('criteria.open', version)).toEqual(opened);
  });

  test('of two windows at once is done by one of them', async () => {
    const args = { ...version, basedOn: 0, ...attestation };
    const replies = await Promise.allSettled([
      program.value('criteria.confirm', { ...args, rules: [first] }),
      program.value('criteria.confirm', { ...args, rules: [second] }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await program.value('criteria.open', version)).toMatchObject({ entries: 1 });
  });

  test('can be taken back by whoever errs, once', async () => {
    await confirm([first]);
    const withdrawal = { ...version, basedOn: 1, rule: first, by: 'Chị Lan', reason: 'Đọc nhầm bản dự thảo' };
    const opened = await program.value('criteria.withdraw', withdrawal);
    expect(opened).toMatchObject({ entries: 2, hash: hashOfSet(set) });
    expect(await program.refused('criteria.withdraw', { ...withdrawal, basedOn: 2 })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await program.refused('criteria.withdraw', { ...withdrawal, basedOn: 1 })).toMatchObject({
      code: 'conflict',
    });
    await program.restart();
    expect(await program.value('criteria.open', version)).toEqual(opened);
  });

  test('of all rules takes every mark off drafts and final assessments, and changes no point and no code', async () => {
    await program.value('sample.load', { year: 2026 });
    const before = await program.value('assessments.list', { year: 2026 });
    const passed = before.assessments.find(({ verdict }) => verdict === 'eligible');
    if (passed === undefined) throw new Error('no commune passes');
    const { id } = passed;
    const final = await program.value('assessments.finalise', { id, basedOn: 0, by: null });
    expect(final.finalised[0]?.rules).toBe(hashOfSet(set));
    await confirm(all);
    const after = await program.value('assessments.list', { year: 2026 });
    expect(before.assessments.some((line) => line.provisional)).toBe(true);
    expect(after.assessments.some((line) => line.provisional)).toBe(false);
    const points = ({ assessments }: typeof after) =>
      assessments.map(({ id, total, verdict }) => [id, total, verdict]);
    expect(points(after)).toEqual(points(before));
    expect((await program.value('assessments.open', { id })).assessment).toEqual(final);
    await program.restart();
    expect((await program.value('assessments.list', { year: 2026 })).assessments).toEqual(after.assessments);
  });
});

describe('the list of sets', () => {
  test('names what came with the program, the one in use first and fictional ones last, with their assessments', async () => {
    await program.value('sample.load', { year: 2026 });
    const { inUse, sets, drafts, troubled } = await program.value('criteria.overview', {});
    expect(inUse).toEqual(version);
    expect(sets.map(({ id }) => id)).toEqual([currentSetId, exampleSetId]);
    expect(sets[0]).toMatchObject({
      ...version,
      builtIn: true,
      fictional: false,
      madeAt: null,
      rules: countRules(rulesOf(set)),
      hash: hashOfSet(set),
      finals: 0,
    });
    expect(sets[0]?.drafts).toBe(
      (await program.value('assessments.list', { year: 2026 })).assessments.length,
    );
    expect(sets[1]).toMatchObject({ fictional: true, drafts: 0 });
    expect({ drafts, troubled }).toEqual({ drafts: [], troubled: [] });
  });

  test('does not let a fictional set be used', async () => {
    expect(await program.refused('criteria.use', { id: exampleSetId, version: 1 })).toMatchObject({
      code: 'not_eligible',
    });
    expect(await program.refused('criteria.use', { id: 'khong-co', version: 1 })).toMatchObject({
      code: 'unknown_criteria_set',
    });
    expect((await program.value('criteria.overview', {})).inUse).toEqual(version);
  });
});
