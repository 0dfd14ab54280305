import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LogFile } from './log-file.ts';
import { ProgramLog } from './program-log.ts';

const clock = () => new Date('2026-11-02T08:00:00.000Z');
const personal = { home: '/home/lan', user: 'lan', machine: 'MAY-3' };
const ours = async () => true;

let folder: string;
let logs: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhật ký '));
  logs = join(folder, 'logs');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kept = () => readFile(join(logs, 'program.log'), 'utf8');

describe('the log', () => {
  test('keeps what was said, also before it was known where, and prints all of it', async () => {
    const printed: string[] = [];
    const log = new ProgramLog({ clock, personal, print: (text) => void printed.push(text) });
    log.say('warn', `lock taken in ${folder}`);
    log.keepIn(logs, folder, ours);
    log.fault('assessments.save', new RangeError('Xã Kim Long'));
    await log.close();
    const lines = (await kept()).split('\n');
    expect(lines[0]).toBe('2026-11-02T08:00:00.000Z warn lock taken in …');
    expect(lines[1]).toMatch(
      /^2026-11-02T08:00:00\.000Z error assessments\.save: RangeError < electron\/log\/program-log\.test\.ts:\d+:\d+/,
    );
    expect(lines.slice(2)).toEqual(['']);
    expect(printed.join('')).toMatch(/lock taken in (.|\n)*RangeError: Xã Kim Long/);
    expect(log.lastLines(40)).toEqual(lines.slice(0, 2));
  });

  test('goes on after a line that it could not keep', async () => {
    await mkdir(logs);
    await mkdir(join(logs, 'program.log'));
    const log = new ProgramLog({ clock, personal });
    log.keepIn(logs, folder, ours);
    log.say('info', 'begun');
    await new Promise((wait) => setTimeout(wait, 400));
    await rm(join(logs, 'program.log'), { recursive: true });
    log.say('info', 'ended');
    await log.close();
    expect(await kept()).toMatch(/info begun\n.*info ended\n$/);
  });

  test('writes nothing into a folder that is not ours, or that has gone', async () => {
    for (const holds of [async () => false, () => Promise.reject(new Error('gone'))]) {
      const log = new ProgramLog({ clock, personal });
      log.keepIn(logs, folder, holds);
      log.say('warn', 'tried');
      await log.close();
      expect(await readdir(folder)).toEqual([]);
    }
    const log = new ProgramLog({ clock, personal });
    log.keepIn(join(folder, 'gone', 'logs'), join(folder, 'gone'), ours);
    log.say('warn', 'tried');
    await log.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test('ends although the disk never answers', async () => {
    const log = new ProgramLog({ clock, personal });
    log.keepIn(logs, folder, () => new Promise(() => undefined));
    log.say('info', 'ended');
    await log.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'goes without a folder that takes nothing',
    async () => {
      await chmod(folder, 0o500);
      const log = new ProgramLog({ clock, personal });
      log.keepIn(logs, folder, ours);
      log.say('info', 'ended');
      await log.close();
      await chmod(folder, 0o700);
      expect(await readdir(folder)).toEqual([]);
    },
  );
});

describe('the log file', () => {
  test('is turned over when it is full, and four old ones stay', async () => {
    for (let n = 0; n < 8; n += 1) {
      const file = new LogFile({ folder: logs, holds: ours, size: '20B' });
      file.write(`line ${n} of more than twenty bytes`);
      await file.close();
    }
    expect((await readdir(logs)).sort()).toEqual([
      'program.log',
      'program.log.1',
      'program.log.2',
      'program.log.3',
      'program.log.4',
    ]);
    expect(await readFile(join(logs, 'program.log.1'), 'utf8')).toBe('line 7 of more than twenty bytes\n');
  });

  test('goes on where the run before ended', async () => {
    await mkdir(logs);
    await writeFile(join(logs, 'program.log'), 'before\n');
    const file = new LogFile({ folder: logs, holds: ours });
    file.write('after');
    await file.close();
    expect(await kept()).toBe('before\nafter\n');
  });
});
