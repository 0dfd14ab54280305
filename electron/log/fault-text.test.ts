import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { faultText, faultWithFrames } from './fault-text.ts';

const caught = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('the text of a fault', () => {
  test('names what the system said and the place, if the program named it', async () => {
    const ours = await caught(() => fs.readFile('/nowhere/assessments/2026-24769.json'));
    expect(faultText(ours)).toBe('Error ENOENT open assessments/2026-24769.json');
    const theirs = await caught(() => fs.rename('/nowhere/Xã Kim Long/a.pdf', '/nowhere/settings.json'));
    expect(faultText(theirs)).toBe('Error ENOENT rename <elsewhere> to settings.json');
  });

  test('quotes nothing that was typed', async () => {
    const typed = { name: 'Nguyen Van An', note: 'Kim Long', children: 2150 };
    const faults = [
      await caught(() => JSON.parse(`{"name":${typed.name}}`)),
      await caught(() => z.strictObject({ name: z.literal('x') }).parse(typed)),
      await caught(() => fs.readFile(Symbol.for(typed.name) as unknown as string)),
      await caught(() => new URL(`:${typed.name}`)),
      await caught(() => fs.readFile(join('/nowhere', typed.note, 'assessments', `${typed.name}.json`))),
      new Error(`no place for ${typed.name}`, { cause: typed.note }),
      new Refusal('storage_failed', `Tệp “${typed.name}”`, { cause: new Error(typed.note) }),
      Object.assign(new Error('x'), { name: typed.name, code: typed.note }),
      typed.name,
      typed,
    ];
    for (const fault of faults) {
      const text = faultWithFrames(fault);
      expect(text).not.toMatch(/Nguyen|An\b|Kim|Long|2150/);
      expect(text).toMatch(/^\w+/);
    }
  });

  test('keeps what the language says of a mistake in the code, and where it was made', async () => {
    const fault = await caught(() => (undefined as unknown as { points: number }).points);
    expect(faultWithFrames(fault)).toMatch(
      /^TypeError \(Cannot read properties of undefined \(reading 'points'\)\) < electron\/log\/fault-text\.test\.ts:\d+:\d+/,
    );
  });

  test('takes frames from below the message only', () => {
    const fault = new Error('x\n    at Kim Long (/a/electron/b.ts:1:2)');
    expect(faultWithFrames(fault)).not.toContain('Kim');
  });

  test('names every cause', () => {
    const cause = Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' });
    expect(faultText(new Refusal('storage_failed', 'x', { cause }))).toBe(
      'Refusal storage_failed because of Error ENOSPC write',
    );
  });
});
