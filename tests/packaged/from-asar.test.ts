import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { examineSheet } from '../../electron/sheets/examine.ts';
import { knownRules } from '../example-sheet.ts';
import { packagedProgram } from './packaged-program.ts';

const packaged = packagedProgram({ edition: 'release' });

async function runFromArchive(dataFolder: string, ...args: string[]): Promise<string> {
  const readThrough = pathToFileURL(join(import.meta.dirname, 'asar-in-node.ts')).href;
  const script = resolve(import.meta.dirname, '../whole/run-desktop-bundle.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', readThrough, script, ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CHILD_FRIENDLY_DATA: dataFolder,
      APP_PATH: packaged().archive,
    },
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

test('from inside its archive the program starts, serves its page, finds catalogue and sample, prints, checks and quits', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'from-asar-'));
  try {
    const answers = JSON.parse(await runFromArchive(folder));
    expect(answers).toMatchObject({
      info: { ok: true, value: { host: 'electron', dataFolder: folder } },
      sample: { ok: true, value: { created: 12 } },
      units: { ok: true, value: [{ name: 'Phường Hà Đông' }] },
      sheet: { ok: true, value: { verdict: 'genuine' } },
      page: 200,
    });
    // What the bundle prints is, page by page, what the sources print.
    const printed = Buffer.from(answers.document.value.base64, 'base64');
    expect(await examineSheet(printed, knownRules)).toMatchObject({ verdict: 'genuine' });
    expect(await readdir(join(folder, 'assessments'))).toContain('2026-vd-01.json');
    expect(await readdir(folder)).not.toContain('lock.json');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(process.platform === 'win32')(
  'from inside its archive the program finishes the save under way when it is asked to end',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'from-asar-'));
    try {
      await runFromArchive(folder, 'SIGTERM');
      const saved = JSON.parse(await readFile(join(folder, 'assessments', '2026-vd-01.json'), 'utf8'));
      expect(saved.data.answers.children.value).toBe(1491);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
