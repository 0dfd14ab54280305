import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rulesOf } from '../../criteria/rules/rules.ts';
import { type CriteriaSet, greatestVersion } from '../../criteria/schema.ts';
import { builtInSets, currentSetId, exampleSetId } from '../../criteria/sets/built-in.ts';
import { type ProgramOverFolder, programOverFolder } from '../../tests/program-over-folder.ts';

const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error('no current set');
const set = found;
const version = { id: set.id, version: set.version };
const next = { id: set.id, version: set.version + 1 };
const [klass] = set.unitClasses as [CriteriaSet['unitClasses'][number]];
const rule = `unit_class/${klass.id}`;
const attestation = { by: 'Chị Lan', on: '2026-11-10', in: 'Điều 4' };

let program: ProgramOverFolder;
beforeEach(async () => {
  program = await programOverFolder();
});
afterEach(() => program.close());

const begin = (as: string | null = null, from = version) =>
  program.value('setDrafts.begin', { from, as, by: 'Chị Lan' });
const withThreshold = (one: CriteriaSet, threshold: number): CriteriaSet => ({
  ...one,
  unitClasses: one.unitClasses.map((other) => (other.id === klass.id ? { ...other, threshold } : other)),
});
/** A draft in which the first class has another threshold, saved once. */
async function corrected(threshold = klass.threshold - 5) {
  const draft = await begin();
  const changed = { set: withThreshold(draft.set, threshold), readIn: {} };
  await program.value('setDrafts.save', { id: set.id, basedOn: 0, ...changed });
  return changed.set;
}
const accept = (basedOn = 1, use = true) => ({ id: set.id, basedOn, by: 'Chị Lan', use });

describe('a draft of a set', () => {
  test('is saved with its faults and read back by the next start of the program', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ saves: 0, by: 'Chị Lan', set: next, basedOn: version });
    const broken = { ...draft.set, max: draft.set.max + 1 };
    const saved = await program.value('setDrafts.save', {
      id: set.id,
      basedOn: 0,
      set: broken,
      readIn: { [rule]: attestation },
    });
    expect(saved.saves).toBe(1);
    await program.restart();
    const opened = await program.value('setDrafts.open', { id: set.id });
    expect(opened).toMatchObject({ saves: 1, readIn: { [rule]: attestation } });
    expect(opened.set).toEqual(broken);
    const { drafts } = await program.value('criteria.overview', {});
    expect(drafts).toMatchObject([{ ...next, basedOn: version, changed: 0 }]);
  });

  test('is refused from a state that is not the latest, under another name, and twice', async () => {
    const { set: changed } = await begin();
    const save = { id: set.id, basedOn: 0, set: changed, readIn: {} };
    await program.value('setDrafts.save', save);
    expect(await program.refused('setDrafts.save', save)).toMatchObject({ code: 'conflict' });
    for (const other of [{ id: 'khac' }, { version: 9 }])
      expect(
        await program.refused('setDrafts.save', { ...save, basedOn: 1, set: { ...changed, ...other } }),
      ).toMatchObject({ code: 'invalid_input' });
    const again = { from: version, as: null, by: null };
    expect(await program.refused('setDrafts.begin', again)).toMatchObject({ code: 'already_exists' });
    expect(await program.refused('setDrafts.open', { id: 'khong-co' })).toMatchObject({ code: 'not_found' });
  });

  test('is given up without a trace in the list, and can be begun anew', async () => {
    await corrected();
    const discard = { id: set.id, basedOn: 0 };
    expect(await program.refused('setDrafts.discard', discard)).toMatchObject({ code: 'conflict' });
    const { drafts } = await program.value('setDrafts.discard', { ...discard, basedOn: 1 });
    expect(drafts).toEqual([]);
    await program.restart();
    expect(await program.refused('setDrafts.open', { id: set.id })).toMatchObject({ code: 'not_found' });
    expect(await begin()).toMatchObject({ saves: 0, set: next });
  });
});

describe('accepting a draft', () => {
  test('makes the next version, which new assessments use, and leaves those that are there as they are', async () => {
    await program.value('sample.load', { year: 2026 });
    const before = await program.value('assessments.list', { year: 2026 });
    const changed = await corrected();
    const opened = await program.value('setDrafts.accept', accept());
    expect(opened).toMatchObject({ builtIn: false, published: { madeBy: 'Chị Lan', basedOn: version } });
    expect(opened.set.unitClasses).toEqual(
      changed.unitClasses.map((one) =>
        one.id === klass.id ? { ...one, provenance: expect.anything() } : one,
      ),
    );
    const { inUse, sets, drafts } = await program.value('criteria.overview', {});
    expect({ inUse, drafts }).toEqual({ inUse: next, drafts: [] });
    expect(sets.slice(0, 2).map(({ version }) => version)).toEqual([2, 1]);
    expect(await program.value('assessments.list', { year: 2026 })).toEqual(before);
    await program.restart();
    expect(await program.value('criteria.current', {})).toEqual(opened.set);
    expect(await program.value('criteria.open', next)).toEqual(opened);
  });

  test('leaves new assessments at the version in use where that is wished', async () => {
    await corrected();
    await program.value('setDrafts.accept', accept(1, false));
    expect((await program.value('criteria.overview', {})).inUse).toEqual(version);
    await program.restart();
    expect(await program.value('criteria.current', {})).toEqual(set);
  });

  test('is refused with a fault, naming its place, and with nothing changed', async () => {
    const draft = await begin();
    expect(await program.refused('setDrafts.accept', accept(0))).toMatchObject({ code: 'invalid_input' });
    const broken = {
      ...draft.set,
      max: draft.set.max + 1,
      facts: [...draft.set.facts, ...draft.set.facts.slice(0, 1)],
    };
    await program.value('setDrafts.save', { id: set.id, basedOn: 0, set: broken, readIn: {} });
    const refusal = await program.refused('setDrafts.accept', accept());
    expect(refusal).toMatchObject({
      code: 'invalid_input',
      path: expect.stringMatching(/^(max|facts\[\d+\]\.id)$/),
    });
    expect(refusal.message).toMatch(/còn 2 lỗi/);
    expect((await program.value('criteria.overview', {})).inUse).toEqual(version);
  });

  test('is refused where a rule is said to have been read on a day to come', async () => {
    const draft = await begin();
    await program.value('setDrafts.save', {
      id: set.id,
      basedOn: 0,
      set: withThreshold(draft.set, klass.threshold - 5),
      readIn: { [rule]: { ...attestation, on: '2027-01-01' } },
    });
    expect(await program.refused('setDrafts.accept', accept())).toMatchObject({
      code: 'invalid_input',
      path: `readIn.${rule}.on`,
    });
  });

  test('of a fictional set makes a version that nothing can use', async () => {
    const example = { id: exampleSetId, version: 1 };
    const draft = await begin(null, example);
    const title = { vi: 'Bộ tiêu chí ví dụ khác', en: 'Another example set' };
    await program.value('setDrafts.save', {
      id: exampleSetId,
      basedOn: 0,
      set: { ...draft.set, title },
      readIn: {},
    });
    const args = { id: exampleSetId, basedOn: 1, by: null };
    expect(await program.refused('setDrafts.accept', { ...args, use: true })).toMatchObject({
      code: 'not_eligible',
    });
    expect(await program.value('setDrafts.accept', { ...args, use: false })).toMatchObject({
      set: { title },
    });
  });

  test('that broke off before the draft was put away is known for what it was at the next start', async () => {
    await corrected();
    const folder = join(program.folder, 'criteria-sets');
    await cp(folder, join(program.folder, 'aside'), { recursive: true });
    await program.value('setDrafts.accept', accept(1, false));
    await cp(join(program.folder, 'aside', 'drafts'), join(folder, 'drafts'), { recursive: true });
    await rm(join(folder, 'past-drafts'), { recursive: true });
    await program.restart();
    const { drafts, sets } = await program.value('criteria.overview', {});
    expect(drafts).toEqual([]);
    expect(sets.filter(({ id }) => id === set.id).map(({ version }) => version)).toEqual([2, 1]);
    expect(await begin(null, next)).toMatchObject({ set: { version: 3 } });
  });
});

describe('a draft of two windows', () => {
  test('is saved and given up one after the other, so that it does not come back', async () => {
    const draft = await begin();
    const save = { id: set.id, basedOn: 0, set: withThreshold(draft.set, klass.threshold - 5), readIn: {} };
    const replies = await Promise.allSettled([
      program.value('setDrafts.discard', { id: set.id, basedOn: 0 }),
      program.value('setDrafts.save', save),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await program.value('criteria.overview', {})).drafts).toEqual([]);
    expect(await program.refused('setDrafts.open', { id: set.id })).toMatchObject({ code: 'not_found' });
  });

  test('is not given up from before a save that is under way', async () => {
    const draft = await begin();
    const save = { id: set.id, basedOn: 0, set: withThreshold(draft.set, klass.threshold - 5), readIn: {} };
    const replies = await Promise.allSettled([
      program.value('setDrafts.save', save),
      program.value('setDrafts.discard', { id: set.id, basedOn: 0 }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await program.value('setDrafts.open', { id: set.id })).saves).toBe(1);
  });
});

describe('a version that could not be put to use', () => {
  test('is told to be there, and is put to use by accepting once more', async () => {
    await corrected();
    const settings = join(program.folder, 'settings.json');
    await mkdir(settings);
    const error = await program.refused('setDrafts.accept', accept());
    expect(error.message).toContain(`Đã ban hành bản ${next.version} nhưng chưa đưa vào sử dụng được`);
    expect((await program.value('criteria.overview', {})).inUse).toEqual(version);
    await rm(settings, { recursive: true });
    expect((await program.value('setDrafts.accept', accept())).published.set.version).toBe(next.version);
    const { inUse, sets } = await program.value('criteria.overview', {});
    expect([inUse, sets.filter(({ id }) => id === set.id).length]).toEqual([next, 2]);
    await program.restart();
    const gone = await program.refused('setDrafts.accept', accept());
    expect(gone).toMatchObject({ code: 'not_found', message: expect.stringContaining('vừa được ban hành') });
    await expect(program.close()).rejects.toThrow('the program reported faults');
    program = await programOverFolder();
  });
});

describe('the numbers of versions', () => {
  test('come to an end, and it is said what to do', async () => {
    const last = { ...set, version: greatestVersion, title: { vi: 'Cuối', en: 'Last' } };
    const base64 = Buffer.from(JSON.stringify(last)).toString('base64');
    await program.value('criteria.import', { base64, by: null });
    const error = await program.refused('setDrafts.begin', { from: version, as: null, by: null });
    expect(error).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('đã dùng hết các số bản'),
    });
    const { id } = set;
    expect(await program.refused('criteria.open', { id, version: greatestVersion + 1 })).toMatchObject({
      code: 'invalid_request',
    });
  });
});

describe('a new set', () => {
  test('is made from a copy, with nothing confirmed, under an id that no set has', async () => {
    await program.value('criteria.confirm', {
      ...version,
      basedOn: 0,
      rules: rulesOf(set).map(({ key }) => key),
      ...attestation,
    });
    const draft = await begin('qd-moi');
    expect(draft).toMatchObject({ set: { id: 'qd-moi', version: 1 } });
    for (const as of [exampleSetId, currentSetId, 'qd-moi'])
      expect(await program.refused('setDrafts.begin', { from: version, as, by: null })).toMatchObject({
        code: 'already_exists',
      });
    const opened = await program.value('setDrafts.accept', { id: 'qd-moi', basedOn: 0, by: null, use: true });
    expect(rulesOf(opened.set).some(({ confirmed }) => confirmed)).toBe(false);
    await program.restart();
    expect((await program.value('criteria.overview', {})).inUse).toEqual({ id: 'qd-moi', version: 1 });
    const sample = await program.refused('assessments.create', {
      unit: { code: '1', name: 'Xã Mẫu', type: 'lang', class: klass.id, province: 'Tỉnh Mẫu' },
      year: 2026,
      by: null,
    });
    expect(sample).toMatchObject({ code: 'invalid_input', path: 'unit.type' });
  });
});
