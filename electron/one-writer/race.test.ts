/** Many real processes that find the same lock at the same moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimPath, type LockRecord, lockPath } from './lock-record.ts';

const contenders = 6;
const rounds = 25;

/** Takes each folder it is told, says how that went, and gives it back at the next line. */
const contender = `
import { createInterface } from 'node:readline';
import { startAsOneWriter } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'one-writer.ts')).href)};
let start;
console.log('ready');
for await (const dataFolder of createInterface({ input: process.stdin })) {
  if (dataFolder === '') { await start.release?.(); console.log('ready'); continue; }
  start = await startAsOneWriter({ dataFolder, program: 'browser', secondStart: () => undefined, log: () => undefined });
  console.log(start.kind + ' ' + (await start.holds?.() ?? ''));
}`;

interface Contender {
  readonly child: ChildProcess;
  send(line: string): void;
  answer(): Promise<string>;
}

let parent: string;
let running: Contender[];
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'race-'));
  running = Array.from({ length: contenders }, startContender);
  await Promise.all(running.map(({ answer }) => answer()));
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await rm(parent, { recursive: true });
});

function startContender(): Contender {
  const child = spawn(process.execPath, ['--input-type=module', '-e', contender], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    send: (line) => void child.stdin.write(`${line}\n`),
    async answer() {
      const { value, done } = await lines.next();
      if (done) throw new Error('a contender ended');
      return value;
    },
  };
}

function deadHolder(nonce: string): LockRecord {
  return {
    program: 'electron',
    pid: process.pid,
    host: hostname(),
    started: '2026-11-02T01:02:03.000Z',
    nonce,
    channel: '/tmp/cfc-nobody/channel',
  };
}

const dead = '00000000-0000-4000-8000-000000000001';
const deadToo = '00000000-0000-4000-8000-000000000002';

test.each<[string, number, (folder: string) => Promise<void>]>([
  ['no lock', rounds, async () => undefined],
  ['a stale lock', rounds, (folder) => writeFile(lockPath(folder), JSON.stringify(deadHolder(dead)))],
  [
    'a stale lock and a claim on it whose maker died',
    rounds,
    async (folder) => {
      await writeFile(lockPath(folder), JSON.stringify(deadHolder(dead)));
      await writeFile(claimPath(folder, dead), JSON.stringify(deadHolder(deadToo)));
    },
  ],
  ['an empty lock', 3, (folder) => writeFile(lockPath(folder), '')],
])('of many processes that find %s at once exactly one wins, each time', async (_what, times, prepare) => {
  for (let round = 0; round < times; round += 1) {
    const folder = join(parent, String(round));
    await mkdir(folder);
    await prepare(folder);
    for (const { send } of running) send(folder);
    const results = await Promise.all(running.map(({ answer }) => answer()));
    const won = results.map((result) => result === 'first true');
    expect(results.toSorted()).toEqual([...Array(contenders - 1).fill('elsewhere '), 'first true']);
    expect(JSON.parse(await readFile(lockPath(folder), 'utf8')).pid).toBe(
      running[won.indexOf(true)]?.child.pid,
    );
    for (const { send } of running) send('');
    await Promise.all(running.map(({ answer }) => answer()));
    expect(await readdir(folder)).toEqual([]);
  }
});
