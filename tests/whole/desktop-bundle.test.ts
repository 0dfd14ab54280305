import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { methods } from '../../electron/api.ts';

const root = resolve(import.meta.dirname, '../..');
const built = (name: string) => readFile(join(root, 'dist/app/electron', name), 'utf8');

describe('what Electron is given to run', () => {
  test('the built main process starts, serves the page, and finds catalogue, fonts and sample, prints and checks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    try {
      const out = execFileSync(process.execPath, [join(import.meta.dirname, 'run-desktop-bundle.ts')], {
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production', CHILD_FRIENDLY_DATA: folder },
      });
      expect(JSON.parse(out)).toMatchObject({
        info: { ok: true, value: { host: 'electron', dataFolder: folder } },
        sample: { ok: true, value: { created: 12 } },
        units: { ok: true, value: [{ name: 'Phường Hà Đông' }] },
        document: { ok: true, value: { fileName: expect.stringMatching(/\.pdf$/) } },
        sheet: { ok: true, value: { verdict: 'genuine' } },
        page: 200,
      });
      expect(await readdir(folder)).not.toContain('lock.json');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'])(
    'the built main process finishes the save under way and gives the folder back at %s',
    async (signal) => {
      const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
      try {
        execFileSync(process.execPath, [join(import.meta.dirname, 'run-desktop-bundle.ts'), signal], {
          env: { ...process.env, NODE_ENV: 'production', CHILD_FRIENDLY_DATA: folder },
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        const saved = JSON.parse(await readFile(join(folder, 'assessments', '2026-vd-01.json'), 'utf8'));
        expect(saved.data.answers.children.value).toBe(1491);
        expect(await readdir(folder)).not.toContain('lock.json');
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  test('what was built needs nothing but Electron and Node', async () => {
    const scripts = (await readdir(join(root, 'dist/app/electron'))).filter((name) => name.endsWith('.js'));
    expect(scripts).toEqual(expect.arrayContaining(['main.js', 'press-worker.js']));
    const imported = await Promise.all(
      scripts.map(async (name) => parseSync(name, await built(name)).module.staticImports),
    );
    const packages = imported
      .flat()
      .map(({ moduleRequest }) => moduleRequest.value)
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && name !== 'electron')
      .filter((name) => !builtinModules.includes(name));
    expect(packages).toEqual([]);
  });

  test('the built preload is one script that a sandbox can load, and bridges every call', async () => {
    const exposed = new Map<string, object>();
    const required: string[] = [];
    runInNewContext(await built('preload.cjs'), {
      exports: {},
      module: { exports: {} },
      require: (name: string) => {
        required.push(name);
        return {
          contextBridge: { exposeInMainWorld: (key: string, api: object) => exposed.set(key, api) },
          ipcRenderer: { invoke: () => undefined },
        };
      },
    });
    expect(required).toEqual(['electron']);
    expect(Object.keys(exposed.get('desktop') ?? {}).sort()).toEqual([...methods].sort());
  });
});
