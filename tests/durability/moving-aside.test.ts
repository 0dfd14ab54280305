import { describe, expect, test } from 'vitest';
import { DamagedFolder } from '../../electron/store/damaged-folder.ts';
import { SimulatedDisk } from './simulated-disk.ts';

const path = '/data/assessments/2026-00001.json';
const at = new Date('2026-11-02T01:00:00.000Z');

describe('a file that is moved aside', () => {
  test('is there for good, and gone from its place for good', async () => {
    const disk = new SimulatedDisk();
    await disk.makeFolder('/data/assessments');
    disk.place(path, 'hỏng');
    await new DamagedFolder('/data', disk).moveAside(path, '2026-00001', at);
    for (const cut of disk.powerCuts)
      expect([...disk.afterPowerCut(cut).contents().keys()]).toEqual([
        '/data/damaged/2026-00001_2026-11-02T01-00-00.000Z.json',
      ]);
  });

  test('is in one place or the other, whenever the machine stops', async () => {
    for (let stopAt = 0; stopAt < 6; stopAt += 1) {
      const disk = new SimulatedDisk();
      await disk.makeFolder('/data/assessments');
      disk.place(path, 'hỏng');
      disk.strikeBy({ stopAt });
      const moved = new DamagedFolder('/data', disk).moveAside(path, '2026-00001', at);
      await Promise.race([moved, disk.stopped]);
      for (const cut of disk.powerCuts) expect(disk.afterPowerCut(cut).contents().size).toBeGreaterThan(0);
    }
  });
});
