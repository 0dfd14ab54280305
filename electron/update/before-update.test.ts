import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgram, type Program } from '../program.ts';

let folder: string;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cập nhật '));
});
afterEach(async () => {
  await program?.close();
  await rm(folder, { recursive: true });
});

async function run(version: string, holdsLock = async () => true): Promise<Program['handlers']> {
  await program?.close();
  program = createProgram({ host: 'browser', version, dataFolder: folder, holdsLock });
  await program.begin();
  return program.handlers;
}

const copies = async () => (await readdir(join(folder, 'updates')).catch(() => [])).sort();
const bytesIn = async (inside: string) => {
  const names = (await readdir(join(folder, inside, 'assessments'))).sort();
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, inside, 'assessments', name))]),
  );
};

test('the first version copies nothing, and neither does its next start', async () => {
  const first = await run('1.0.0');
  await first['sample.load']({ year: 2026 });
  await run('1.0.0');
  expect(await copies()).toEqual([]);
});

test('another version finds the data as the one before left it, copied byte for byte', async () => {
  await (await run('1.0.0'))['sample.load']({ year: 2026 });
  await program?.settled();
  const before = await bytesIn('.');
  await writeFile(join(folder, 'settings.json'), 'cài đặt hỏng');
  const { 'recovery.overview': overview } = await run('1.1.0');
  const [copy = ''] = await copies();
  expect(copy).toMatch(/Z_1\.0\.0-to-1\.1\.0$/);
  expect(await bytesIn(join('updates', copy))).toEqual(before);
  expect(await readFile(join(folder, 'updates', copy, 'settings.json'), 'utf8')).toBe('cài đặt hỏng');
  expect(await bytesIn('.')).toEqual(before);
  expect((await overview({})).troubles.map(({ about }) => about)).not.toContain('update');
});

test('criteria sets and drafts of them are copied too, also where nothing has been assessed', async () => {
  await run('1.0.0');
  const sets = join(folder, 'criteria-sets');
  await mkdir(join(sets, 'drafts'), { recursive: true });
  await mkdir(join(sets, 'past-drafts'));
  const files = ['bo-moi@1.json', join('drafts', 'bo-moi.json')];
  for (const file of files) await writeFile(join(sets, file), `nội dung của ${file}`);
  await run('1.1.0');
  const [copy = ''] = await copies();
  for (const file of files)
    expect(await readFile(join(folder, 'updates', copy, 'criteria-sets', file), 'utf8')).toBe(
      `nội dung của ${file}`,
    );
  for (const version of ['1.2.0', '1.3.0', '1.4.0']) await run(version);
  expect(await pairs()).toEqual(['1.1.0-to-1.2.0', '1.2.0-to-1.3.0', '1.3.0-to-1.4.0']);
});

const pairs = async () => (await copies()).map((name) => name.split('_')[1]);

test('two versions used in turn push out neither the copy before the first update nor the last one', async () => {
  await (await run('1.0.0'))['sample.load']({ year: 2026 });
  await run('1.1.0');
  const [first = ''] = await copies();
  const before = await bytesIn(join('updates', first));
  for (let turn = 0; turn < 3; turn += 1) {
    await (await run('1.0.0'))['sample.load']({ year: 2027 + turn });
    await run('1.1.0');
  }
  expect(await pairs()).toEqual(['1.0.0-to-1.1.0', '1.1.0-to-1.0.0', '1.1.0-to-1.0.0', '1.0.0-to-1.1.0']);
  expect((await copies())[0]).toBe(first);
  expect(await bytesIn(join('updates', first))).toEqual(before);
  expect((await bytesIn(join('updates', (await copies()).at(-1) ?? ''))).length).toBe(before.length * 4);
});

test('copies of the newest three pairs of versions stay, whichever way the versions went', async () => {
  await (await run('1.0.0'))['sample.load']({ year: 2026 });
  for (const version of ['1.1.0', '1.0.0', '1.2.0', '2.0.0']) await run(version);
  expect(await pairs()).toEqual(['1.1.0-to-1.0.0', '1.0.0-to-1.2.0', '1.2.0-to-2.0.0']);
});

test('a copy that cannot be made is told, stops nothing, and is made at the next start', async () => {
  await (await run('1.0.0'))['sample.load']({ year: 2026 });
  await writeFile(join(folder, 'updates'), 'a file in its place');
  const told = await run('1.1.0');
  const { troubles } = await told['recovery.overview']({});
  expect(troubles).toContainEqual({
    about: 'update',
    message: expect.stringMatching(
      /^Chưa chép được dữ liệu trước khi dùng phiên bản 1\.1\.0 của chương trình\. Chỗ của/,
    ),
  });
  expect((await told['assessments.list']({ year: 2026 })).assessments).toHaveLength(12);
  await rm(join(folder, 'updates'));
  await run('1.1.0');
  expect(await copies()).toHaveLength(1);
});

test('where the folder is not ours at the start, the copy comes before the first write', async () => {
  await (await run('1.0.0'))['sample.load']({ year: 2026 });
  await mkdir(join(folder, 'updates'));
  let ours = false;
  const handlers = await run('1.1.0', async () => ours);
  expect(await copies()).toEqual([]);
  ours = true;
  await handlers['sample.load']({ year: 2027 });
  const [copy = ''] = await copies();
  expect((await bytesIn(join('updates', copy))).every(([name]) => String(name).startsWith('2026-'))).toBe(
    true,
  );
});
