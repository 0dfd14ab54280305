import { describe, expect, test } from 'vitest';
import { emptyDraft, idOf, instantOf, openStore, typed } from './proof-store.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { same } from './store-attempt.ts';

const code = '00001';
const id = idOf(code);
const at = instantOf(0);
const open = (disk: SimulatedDisk) => openStore('/data', { files: disk, wait: async () => undefined });

async function diskWithDraft(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  const store = open(disk);
  await store.create(emptyDraft(code, at));
  await store.settled();
  return disk;
}

describe('a state that was acknowledged', () => {
  test('is backed up before what replaces it, though that waited behind it in one queue', async () => {
    const disk = await diskWithDraft();
    const store = open(disk);
    const [, second] = await Promise.all([
      store.change(id, 0, typed(1)),
      store.change(id, 1, typed(2)),
      store.change(id, 2, () => emptyDraft(code, at), 'restore'),
    ]);
    await store.settled();
    const backups = await Promise.all((await store.shelf.list(id)).map((backup) => store.shelf.open(backup)));
    expect(backups.some((backup) => same(backup, second))).toBe(true);
  });

  test('is backed up at the next start, when the machine stopped between the save and its backup', async () => {
    const disk = await diskWithDraft();
    const saved = await open(disk).change(id, 0, typed(1));
    const next = open(disk.afterPowerCut({ content: 'dropped', changes: 0 }));
    expect((await next.open(id)).assessment).toEqual(saved);
    await next.settled();
    const [newest] = await next.shelf.list(id);
    expect(newest?.saves).toBe(saved.saves);
  });
});
