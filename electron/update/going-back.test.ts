/** Going back to the version before, by the steps of docs/releasing.md, with the real store and two versions. */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgram, type Program } from '../program.ts';

const id = '2026-vd-07';
let folder: string;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quay lại '));
});
afterEach(async () => {
  await end();
  await rm(folder, { recursive: true });
});

async function run(version: string): Promise<Program['handlers']> {
  program = createProgram({ host: 'browser', version, dataFolder: folder, holdsLock: async () => true });
  await program.begin();
  return program.handlers;
}

async function end(): Promise<void> {
  await program?.close();
  program = undefined;
}

async function children(handlers: Program['handlers']): Promise<unknown> {
  const { assessment } = await handlers['assessments.open']({ id });
  return assessment.answers.children?.value;
}

async function type(handlers: Program['handlers'], figure: number): Promise<void> {
  const { assessment } = await handlers['assessments.open']({ id });
  const change = { id, basedOn: assessment.saves, by: null, answers: { children: figure }, notes: {} };
  await handlers['assessments.save'](change);
}

/** The old version left 11_111, the new one 22_222. */
async function updated(secondFolder: string | null = null): Promise<void> {
  const old = await run('1.0.0');
  await old['backups.setSecondFolder']({ folder: secondFolder });
  await old['evidence.add']({ base64: btoa('%PDF-1.4'), name: 'Biên bản.pdf', printCopy: null });
  await old['sample.load']({ year: 2026 });
  await type(old, 11_111);
  await end();
  await type(await run('1.1.0'), 22_222);
  await end();
}

test('where both versions write alike, the old one goes on with what the new one wrote', async () => {
  await updated();
  expect(await children(await run('1.0.0'))).toBe(22_222);
});

test('with the copy from before the update in a new data folder, the old version finds what it had left, and goes on', async () => {
  const usb = `${folder} usb`;
  const aside = `${folder} of the new version`;
  const backups = join(usb, 'child-friendly-communes-backups');
  try {
    await mkdir(usb);
    await updated(usb);
    await rename(folder, aside);
    // NOTE: its newer backups would win as well.
    await rename(backups, `${backups} of the new version`);
    await mkdir(folder);
    const [copy = ''] = await readdir(join(aside, 'updates'));
    await cp(join(aside, 'updates', copy), folder, { recursive: true });
    await cp(join(aside, 'evidence'), join(folder, 'evidence'), { recursive: true });

    const old = await run('1.0.0');
    expect(await children(old)).toBe(11_111);
    expect((await old['assessments.list']({ year: 2026 })).assessments).toHaveLength(12);
    await old['backups.setSecondFolder']({ folder: usb });
    const { recovered, troubles, troubled } = await old['recovery.overview']({});
    expect({ recovered, troubles, troubled }).toEqual({ recovered: [], troubles: [], troubled: [] });
    await type(old, 33_333);
    await end();
    expect(await children(await run('1.0.0'))).toBe(33_333);
    expect(await readFile(join(aside, 'assessments', `${id}.json`), 'utf8')).toContain('22222');
  } finally {
    for (const other of [usb, aside]) await rm(other, { recursive: true, force: true });
  }
});

test('the copy laid over the present files is taken for old files, which give way to the newest backups', async () => {
  await updated();
  const [copy = ''] = await readdir(join(folder, 'updates'));
  await cp(join(folder, 'updates', copy), folder, { recursive: true });
  const old = await run('1.0.0');
  expect(await children(old)).toBe(22_222);
  const { recovered } = await old['recovery.overview']({});
  expect(recovered.map((file) => [file.id, file.because])).toContainEqual([id, 'outdated']);
});
