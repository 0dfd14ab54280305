import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import { emptyDraft, idOf, openStore, typed } from './proof-store.ts';

const at = '2026-11-02T01:00:00.000Z';

const asked = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });

/** Runs `work` on a disk of its own of that many bytes, and takes it away again; says why where none can be had. */
async function onSmallDisk(
  size: number,
  work: (folder: string) => Promise<void>,
): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'a small disk can be mounted only on Linux';
  const folder = await mkdtemp(join(tmpdir(), 'small disk '));
  const { status, stderr, error } = asked('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  try {
    if (status !== 0) return `mounting a small disk is not allowed here: ${error?.message ?? stderr.trim()}`;
    try {
      await work(folder);
    } finally {
      asked('umount', '-l', folder);
    }
    return undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a full disk', () => {
  test('is said to be full, loses nothing that was saved, and is saved to again once there is room', async (context) => {
    const reason = await onSmallDisk(2 * 1024 * 1024, async (disk) => {
      const ballast = join(disk, 'ballast');
      await writeFile(ballast, new Uint8Array(1024 * 1024));
      const folder = join(disk, 'data');
      const store = openStore(folder);
      const saved = new Map<string, Assessment>();
      let refusal: unknown;
      for (let n = 1; refusal === undefined && n < 10_000; n += 1) {
        const code = String(n % 40).padStart(5, '0');
        const last = saved.get(code);
        try {
          if (last === undefined) {
            const draft = emptyDraft(code, at);
            await store.create(draft);
            saved.set(code, draft);
          } else saved.set(code, await store.change(idOf(code), last.saves, typed(n)));
          await store.settled();
        } catch (error) {
          refusal = error;
        }
      }
      expect(refusal).toMatchObject({
        name: 'Refusal',
        code: 'storage_failed',
        message: expect.stringContaining('Ổ đĩa đã đầy; hãy giải phóng dung lượng'),
      });
      expect(saved.size).toBeGreaterThan(5);

      const next = openStore(folder);
      const { lines, troubled } = await next.list();
      expect(troubled).toEqual([]);
      expect(await next.damaged.list()).toEqual([]);
      expect(lines.map(({ id }) => id).sort()).toEqual([...saved.values()].map(({ id }) => id).sort());
      for (const state of saved.values())
        expect((await openStore(folder).open(state.id)).assessment).toEqual(state);

      await rm(ballast);
      for (const state of saved.values()) {
        const next = await store.change(state.id, state.saves, typed(1));
        expect((await openStore(folder).open(state.id)).assessment).toEqual(next);
      }
      await store.settled();
      const left = await readdir(folder, { recursive: true });
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });
    if (reason === undefined) return;
    process.stdout.write(`full disk: skipped, ${reason}\n`);
    context.skip(reason);
  });
});
