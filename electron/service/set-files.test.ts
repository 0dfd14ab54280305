import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterEntry } from '../../criteria/rules/register.ts';
import { rulesOf } from '../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { builtInSets, currentSetId, exampleSetId } from '../../criteria/sets/built-in.ts';
import { type ProgramOverFolder, programOverFolder } from '../../tests/program-over-folder.ts';
import { hashOfSet } from '../set-hash.ts';
import { publishedFileName } from '../store/criteria-set-file.ts';
import { sha256OfJson } from '../store/sha256.ts';
import { setFileText } from './set-file-format.ts';

const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error('no current set');
const set = found;
const version = { id: set.id, version: set.version };
const [klass] = set.unitClasses as [CriteriaSet['unitClasses'][number]];
const [first, second] = rulesOf(set)
  .filter(({ confirmed }) => !confirmed)
  .map(({ key }) => key) as [string, string];
const attestation = { by: 'Chị Lan', on: '2026-11-10', in: 'Điều 4' };

/** Two offices, each with a machine of its own. */
let here: ProgramOverFolder;
let there: ProgramOverFolder;
beforeEach(async () => {
  here = await programOverFolder();
  there = await programOverFolder();
});
afterEach(async () => {
  await here.close();
  await there.close();
});

const base64Of = (text: string) => Buffer.from(text).toString('base64');
const textOf = (base64: string) => Buffer.from(base64, 'base64').toString();
const exported = async (from: ProgramOverFolder, of = version) =>
  (await from.value('criteria.export', of)).base64;
const confirm = (at: ProgramOverFolder, rules: readonly string[], basedOn = 0) =>
  at.value('criteria.confirm', { ...version, basedOn, rules, ...attestation });
const importInto = (into: ProgramOverFolder, base64: string) =>
  into.value('criteria.import', { base64, by: 'Anh Hùng' });

/** The version after the built-in one, with another threshold and the rule of it read. */
async function corrected(at: ProgramOverFolder, threshold = klass.threshold - 5) {
  const { set: draft } = await at.value('setDrafts.begin', { from: version, as: null, by: 'Chị Lan' });
  const unitClasses = draft.unitClasses.map((one) => (one.id === klass.id ? { ...one, threshold } : one));
  const readIn = { [`unit_class/${klass.id}`]: attestation };
  await at.value('setDrafts.save', { id: set.id, basedOn: 0, set: { ...draft, unitClasses }, readIn });
  return at.value('setDrafts.accept', { id: set.id, basedOn: 1, by: 'Chị Lan', use: true });
}
const next = { ...version, version: version.version + 1 };

async function faultsOf(text: string) {
  const check = await here.value('criteria.checkFile', { base64: base64Of(text) });
  if (check.state !== 'broken') throw new Error('the file is readable');
  const [fault] = check.faults;
  expect(await here.refused('criteria.import', { base64: base64Of(text), by: null })).toMatchObject({
    code: 'invalid_input',
    ...(fault?.path ? { path: fault.path } : {}),
  });
  return check.faults.map(({ path }) => path);
}

describe('a set that goes from one machine to another', () => {
  test('comes out of the other as the same bytes', async () => {
    await confirm(here, [first, second]);
    await corrected(here);
    for (const of of [version, next]) {
      const base64 = await exported(here, of);
      const opened = await importInto(there, base64);
      expect(opened.set).toEqual(await here.value('criteria.get', of));
      expect(await exported(there, of)).toBe(base64);
      await there.restart();
      expect(await exported(there, of)).toBe(base64);
      await here.restart();
      expect(await exported(here, of)).toBe(base64);
    }
    expect((await here.value('criteria.export', next)).fileName).toBe('bo-tieu-chi-qd-06-2019-ban-2.json');
    expect(textOf(await exported(here, next))).toMatch(
      /^\{\n {2}"format": "criteria-set-file",\n {2}"version": 1,/,
    );
  });

  test('is looked at before it is taken in: what is new, what it is compared with, what differs', async () => {
    await corrected(here);
    const base64 = await exported(here, next);
    const check = await there.value('criteria.checkFile', { base64 });
    expect(check).toMatchObject({
      state: 'readable',
      sealed: true,
      outlook: 'new',
      becomes: next,
      comparedWith: version,
      hash: hashOfSet(await here.value('criteria.get', next)),
    });
    if (check.state !== 'readable') throw new Error('broken');
    expect(
      check.differences.filter(({ path }) => !/rovenance/.test(path) && !path.startsWith('sources')),
    ).toEqual([
      {
        rule: `unit_class/${klass.id}`,
        path: 'unitClasses[0].threshold',
        before: String(klass.threshold),
        after: String(klass.threshold - 5),
      },
    ]);
    await importInto(there, base64);
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({
      outlook: 'known',
      differences: [],
    });
    expect((await there.value('criteria.overview', {})).inUse).toEqual(version);
  });

  test('brings the confirmations that are not there yet, and none twice', async () => {
    await confirm(here, [first]);
    const base64 = await exported(here);
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({
      outlook: 'confirmations',
      confirmations: 1,
      becomes: version,
    });
    there.now = '2026-11-10T05:00:00.000Z';
    await confirm(there, [second]);
    expect(await importInto(there, base64)).toMatchObject({ entries: 2 });
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({
      outlook: 'known',
      confirmations: 0,
    });
    expect(await importInto(there, base64)).toMatchObject({ entries: 2 });
  });

  test('does not take back what was confirmed here after it was taken back there', async () => {
    await confirm(here, [first]);
    await importInto(there, await exported(here));
    here.now = '2026-11-10T05:00:00.000Z';
    await here.value('criteria.withdraw', {
      ...version,
      basedOn: 1,
      rule: first,
      by: null,
      reason: 'Đọc nhầm',
    });
    there.now = '2026-11-10T06:00:00.000Z';
    const confirmed = await there.value('criteria.confirm', {
      ...version,
      basedOn: 1,
      rules: [first],
      ...attestation,
      in: 'Điều 5',
    });
    const base64 = await exported(here);
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({ outlook: 'known' });
    expect(await importInto(there, base64)).toEqual(confirmed);
  });

  test('brings what was taken back after its confirmations came, whatever the clocks say', async () => {
    there.now = '2026-11-10T20:00:00.000Z';
    const late = await there.value('criteria.confirm', {
      ...version,
      basedOn: 0,
      rules: [first],
      ...attestation,
    });
    await importInto(here, await exported(there));
    const { published } = await here.value('criteria.withdraw', {
      ...version,
      basedOn: 1,
      rule: first,
      by: null,
      reason: 'Đọc nhầm',
    });
    expect(published.register.map(({ at }) => at)).toEqual([there.now, '2026-11-10T20:00:00.001Z']);
    const base64 = await exported(here);
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({
      outlook: 'confirmations',
      confirmations: 0,
      withdrawals: 1,
    });
    expect((await importInto(there, base64)).published).toEqual(published);
    expect(late.entries).toBe(1);
  });

  test('goes on from what is here even with entries that are older by the clock', async () => {
    const { published } = await confirm(here, [first]);
    const [entry] = published.register as [RegisterEntry];
    const older = { ...entry, at: '2026-11-09T00:00:00.000Z', in: 'Điều 7' };
    const base64 = base64Of(setFileText({ ...published, register: [entry, older] }));
    expect(await importInto(here, base64)).toMatchObject({ entries: 2 });
  });

  test('is refused with confirmations of days to come', async () => {
    const { published } = await confirm(here, [first]);
    const [entry] = published.register as [RegisterEntry];
    const withEntry = (part: object) => setFileText({ ...published, register: [{ ...entry, ...part }] });
    expect(await faultsOf(withEntry({ on: '2026-11-11' }))).toEqual(['published.register[0].on']);
    expect(await faultsOf(withEntry({ at: '2026-11-12T00:00:00.000Z' }))).toEqual([
      'published.register[0].at',
    ]);
    expect(
      await there.value('criteria.checkFile', {
        base64: base64Of(withEntry({ at: '2026-11-11T00:00:00.000Z' })),
      }),
    ).toMatchObject({ state: 'readable' });
  });

  test.each(['bare', 'sealed'])(
    'is refused with rules that its text confirms on a day to come: %s',
    async (kind) => {
      const read = (on: string) => ({
        ...set,
        calendar: {
          ...set.calendar,
          provenance: {
            ...set.calendar.provenance,
            status: 'confirmed' as const,
            confirmedBy: 'Chị Lan',
            confirmedOn: on,
          },
        },
      });
      const { published } = await here.value('criteria.open', version);
      const text = (on: string) =>
        kind === 'bare' ? JSON.stringify(read(on)) : setFileText({ ...published, set: read(on) });
      const place = `${kind === 'bare' ? '' : 'published.set.'}calendar.provenance.confirmedOn`;
      expect(await faultsOf(text('2026-11-11'))).toEqual([place]);
      expect(await here.value('criteria.checkFile', { base64: base64Of(text('2026-11-10')) })).toMatchObject({
        state: 'readable',
      });
    },
  );

  test('is taken in from a file of the data folder or of its backups, but not from a damaged one', async () => {
    const { published } = await corrected(here);
    const name = publishedFileName(next);
    for (const folder of ['criteria-sets', 'backups/criteria-sets']) {
      const bytes = await readFile(join(here.folder, folder, name));
      expect(await there.value('criteria.checkFile', { base64: bytes.toString('base64') })).toMatchObject({
        state: 'readable',
        sealed: true,
      });
      expect(await faultsOf(bytes.toString().replace('Chị Lan', 'Chị Mai'))).toEqual(['checksum']);
      expect((await importInto(there, bytes.toString('base64'))).published).toEqual(published);
    }
  });

  test('gets the next number where another set has its own, and only once', async () => {
    await corrected(here, klass.threshold - 5);
    const own = await corrected(there, klass.threshold - 10);
    const base64 = await exported(here, next);
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({
      outlook: 'taken',
      becomes: { ...version, version: 3 },
    });
    const { set: taken } = await importInto(there, base64);
    expect(taken.version).toBe(3);
    expect(await there.value('criteria.open', next)).toEqual(own);
    expect(await there.value('criteria.checkFile', { base64 })).toMatchObject({
      outlook: 'known',
      becomes: { ...version, version: 3 },
    });
  });

  test('never takes the place of what came with the program', async () => {
    const other: CriteriaSet = { ...set, title: { vi: 'Bộ khác', en: 'Another set' } };
    const { set: taken } = await importInto(there, base64Of(JSON.stringify(other)));
    expect(taken).toMatchObject({ version: 2, title: other.title });
    expect(await there.value('criteria.get', version)).toEqual(set);
  });
});

describe('a version whose files are lost', () => {
  const folders = ['criteria-sets', join('backups', 'criteria-sets')];
  const forEachFile = async (at: ProgramOverFolder, work: (path: string) => Promise<void>) => {
    for (const folder of folders) await work(join(at.folder, folder, publishedFileName(next)));
  };
  const lineOf = async (id: string) =>
    (await here.value('assessments.list', { year: 2026 })).assessments.find((line) => line.id === id);
  /** One assessment is final by the version that is then lost, and new ones use another again. */
  async function losing(work: (path: string) => Promise<void>) {
    await here.value('sample.load', { year: 2026 });
    await corrected(here);
    const file = await exported(here, next);
    const { assessments } = await here.value('assessments.list', { year: 2026 });
    const { id } = assessments.find(({ answered, indicators }) => answered === indicators) ?? { id: '' };
    await here.value('assessments.move', { id, basedOn: 0, to: next, by: null });
    await here.value('assessments.finalise', { id, basedOn: 1, by: null });
    await here.value('criteria.use', version);
    const line = await lineOf(id);
    await here.restart();
    await forEachFile(here, work);
    await here.restart();
    return { file, id, line };
  }
  test('does not give its number to another one', async () => {
    const { file, id, line } = await losing((path) => rm(path));
    expect((await here.value('setDrafts.begin', { from: version, as: null, by: null })).set.version).toBe(3);
    await here.value('setDrafts.discard', { id: set.id, basedOn: 0 });
    expect((await corrected(here, klass.threshold - 10)).set.version).toBe(3);
    expect(await lineOf(id)).toBeUndefined();
    expect(await here.value('criteria.checkFile', { base64: file })).toMatchObject({
      outlook: 'new',
      becomes: next,
    });
    await importInto(here, file);
    expect(line).toMatchObject({ status: 'final', criteriaSet: next });
    expect(await lineOf(id)).toEqual(line);
  });

  test('is not taken from the file of another set that bears its number', async () => {
    const { file } = await losing((path) => rm(path));
    await corrected(there, klass.threshold - 10);
    const base64 = await exported(there, next);
    for (let times = 0; times < 2; times += 1) {
      expect(await here.value('criteria.checkFile', { base64 })).toMatchObject({
        outlook: times === 0 ? 'taken' : 'known',
        becomes: { ...version, version: 3 },
      });
      await importInto(here, base64);
    }
    expect((await importInto(here, file)).set.version).toBe(2);
  });

  test('comes back from its file where what lies there is damaged, which is kept', async () => {
    const { file, id } = await losing((path) => writeFile(path, 'hỏng'));
    const { troubled } = await here.value('criteria.overview', {});
    expect(troubled).toMatchObject([{ message: expect.stringContaining('Hãy nhập lại tệp') }]);
    expect((await here.value('setDrafts.begin', { from: version, as: null, by: null })).set.version).toBe(3);
    await importInto(here, file);
    expect(await lineOf(id)).toMatchObject({ status: 'final' });
    expect((await here.value('criteria.overview', {})).troubled).toEqual([]);
    expect(await readdir(join(here.folder, 'damaged'))).toEqual([
      expect.stringMatching(/^criteria-set_.*@2_/),
    ]);
    await here.restart();
    expect((await here.value('criteria.open', next)).set.version).toBe(2);
  });

  test('that came with the program gets its confirmations back from its file', async () => {
    const opened = await confirm(here, [first]);
    const base64 = await exported(here);
    await here.restart();
    for (const folder of folders)
      await writeFile(join(here.folder, folder, publishedFileName(version)), 'hỏng');
    await here.restart();
    expect(await here.value('criteria.open', version)).toMatchObject({ entries: 0 });
    expect(await importInto(here, base64)).toEqual(opened);
    await here.restart();
    expect(await here.value('criteria.open', version)).toEqual(opened);
  });
});

describe('a set that an author wrote', () => {
  const written = { $schema: '../criteria-set.schema.json', ...set, id: 'qd-moi' };

  test('is taken in with its schema named, a byte order mark and its own confirmations', async () => {
    const base64 = base64Of(`\uFEFF${JSON.stringify(written, null, '\t')}`);
    expect(await here.value('criteria.checkFile', { base64 })).toMatchObject({
      state: 'readable',
      sealed: false,
      outlook: 'new',
      comparedWith: null,
      differences: [],
    });
    const opened = await importInto(here, base64);
    expect(opened.published).toMatchObject({
      madeAt: here.now,
      madeBy: 'Anh Hùng',
      register: [],
      basedOn: null,
    });
    expect(opened.set).toEqual({ ...set, id: 'qd-moi' });
    await here.restart();
    expect(await here.value('criteria.open', { id: 'qd-moi', version: 1 })).toEqual(opened);
  });

  test('is not used where it is fictional', async () => {
    const example = builtInSets.get(exampleSetId);
    await importInto(here, base64Of(JSON.stringify({ ...example, id: 'vi-du-2' })));
    expect(await here.refused('criteria.use', { id: 'vi-du-2', version: 1 })).toMatchObject({
      code: 'not_eligible',
    });
  });

  test('is refused with every fault, each by its place', async () => {
    const broken = { ...written, max: written.max + 1, validFrom: 'hôm qua', version: 20_000 };
    expect(await faultsOf(JSON.stringify(broken))).toEqual(expect.arrayContaining(['max', 'validFrom']));
    expect(await faultsOf(JSON.stringify({ ...written, version: 20_000 }))).toEqual(['version']);
    expect(await faultsOf('{"format": "criteria-set",\n}')).toEqual(['']);
    const twice = JSON.stringify(written).replace('"max":', '"max":1,"max":');
    expect(await faultsOf(twice)).toEqual(['max']);
    for (const text of [
      '',
      'null',
      '[]',
      '"set"',
      '\u0000',
      '[[[[',
      '{"__proto__":{"format":"criteria-set"}}',
    ])
      expect((await faultsOf(text)).length).toBeGreaterThan(0);
  });

  test('is refused where its bytes are no text', async () => {
    const base64 = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64');
    expect(await here.value('criteria.checkFile', { base64 })).toMatchObject({
      state: 'broken',
      faults: [{ path: '', message: expect.stringContaining('UTF-8') }],
    });
  });
});

describe('a file of this program that was changed since', () => {
  test('is refused, whatever was changed, and says what an author is to do', async () => {
    await confirm(here, [first]);
    const text = textOf(await exported(here));
    const changes = [
      (one: string) => one.replace('Chị Lan', 'Chị Mai'),
      (one: string) => one.replace(`"max": ${set.max}`, `"max": ${set.max + 1}`),
      (one: string) =>
        one.replace(/"hash": "\w/, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
    ];
    for (const change of changes) {
      expect(change(text)).not.toBe(text);
      expect((await faultsOf(change(text)))[0]).toBe('checksum');
    }
    expect(await faultsOf(changes[1]?.(text) ?? '')).toEqual(['checksum', 'published.set.max']);
    expect(await faultsOf(text.replace(`"rule": "${first}"`, '"rule": "indicator/99.9"'))).toEqual([
      'checksum',
      'published.register[0].rule',
    ]);
    const check = await here.value('criteria.checkFile', {
      base64: base64Of(text.replace('Chị Lan', 'Chị Mai')),
    });
    expect(check).toMatchObject({ faults: [{ message: expect.stringContaining('chép riêng phần “set”') }] });
    const { published } = JSON.parse(text) as { published: { set: unknown } };
    expect(
      await here.value('criteria.checkFile', { base64: base64Of(JSON.stringify(published.set)) }),
    ).toMatchObject({
      state: 'readable',
      sealed: false,
      outlook: 'known',
    });
  });

  test('is refused with a checksum that was made anew over another hash, and of a later format', async () => {
    const { checksum: _old, ...rest } = JSON.parse(textOf(await exported(here))) as Record<string, unknown>;
    const sealed = (part: object) => {
      const file = { ...rest, ...part };
      return JSON.stringify({ ...file, checksum: sha256OfJson(file) });
    };
    expect(await faultsOf(sealed({ hash: 'a'.repeat(64) }))).toEqual(['hash']);
    expect(await faultsOf(sealed({ version: 2 }))).toEqual(['version']);
    expect(await faultsOf(sealed({ published: null }))).toEqual(expect.arrayContaining(['published.set']));
    expect(await faultsOf(sealed({ extra: 1 }))).toEqual(['extra']);
  });
});
