import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packagedUnits } from '../catalogue/packaged-units.ts';
import { logLine, reportFault } from '../log/program-log.ts';
import { createProgram, type Program } from '../program.ts';
import { sampleDistrict } from '../sample/sample-district.ts';

let folder: string;
let program: Program;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'Nguyễn Văn An '));
  await mkdir(join(folder, 'data'));
  program = createProgram({
    host: 'browser',
    version: '9.8.7',
    dataFolder: join(folder, 'data'),
    lockNotice: 'Máy PHONG-HOP giữ thư mục',
  });
  await program.begin();
});
afterEach(async () => {
  await program.close();
  await rm(folder, { recursive: true });
});

test('the diagnosis counts and names versions, and names no person, no commune and no folder of a person', async () => {
  const { handlers } = program;
  await handlers['sample.load']({ year: 2026 });
  await handlers['assessors.choose']({ name: 'Trần Thị Bình' });
  await program.settled();
  const [first] = (await handlers['assessments.list']({ year: 2026 })).assessments;
  if (first === undefined) throw new Error('no sample');
  const { assessment } = await handlers['assessments.open']({ id: first.id });
  await handlers['assessments.save']({
    id: first.id,
    basedOn: assessment.saves,
    by: 'Trần Thị Bình',
    answers: {},
    notes: { '1.1': 'Ghi chú riêng' },
  });
  await writeFile(join(folder, 'data', 'assessments', 'Bản sao Kim Long.json'), '{}');
  reportFault('assessments.save', new Error(`${first.unit.name}: Tran Thi Binh 2150`));
  logLine(`not tidied in ${folder} of ${hostname()}`);
  const { text, versions, dataFolder, logFolder } = await handlers['app.diagnosis']({});

  expect(versions.program).toBe('9.8.7');
  expect(versions.parts).toContainEqual({ name: 'Node.js', version: process.versions.node });
  expect(dataFolder).toBe(join(folder, 'data'));
  expect(logFolder).toBe(join(folder, 'data', 'logs'));
  for (const part of [
    'program: 9.8.7, browser host',
    'criteria set: qd-06-2019, version',
    'assessments: draft 12',
    'assessments in trouble: damaged 1',
    'troubles: lock 1',
    'second folder: none',
    'error assessments.save: Error < ',
    'info started: version 9.8.7',
  ])
    expect(text).toContain(part);
  expect(text).toMatch(/disk: \d+ MB of \d+ MB free/);
  expect(text).toMatch(/files: \d+ backups, 0 evidence/);
  for (const secret of ['Tran Thi', 'Bình', 'Kim Long', 'Ghi chú', 'PHONG-HOP', hostname(), '2150', tmpdir()])
    expect(text).not.toContain(secret);
  expect(text).not.toContain(`${homedir()}/`);
  expect(text.normalize('NFC')).not.toMatch(/[À-ỹ]/);
  for (const { name } of [...packagedUnits(), ...sampleDistrict(2026).map(({ unit }) => unit)])
    if (text.includes(name)) expect.unreachable(`names ${name}`);
});

test('what cannot be told leaves the rest of the diagnosis', async () => {
  await rm(join(folder, 'data'), { recursive: true, force: true });
  await writeFile(join(folder, 'data'), 'a file in its place');
  const { text } = await program.handlers['app.diagnosis']({});
  expect(text).toContain('assessments: not known, Refusal storage_failed');
  expect(text).toContain('file version: ');
});
