import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, type ClientRequest, request as httpRequest } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunningProgram, type StartOptions, startProgram, startToItsEnd } from './running-program.ts';

let parent: string;
let folder: string;
let programs: RunningProgram[];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'one-writer-'));
  folder = join(parent, 'Dữ liệu của huyện');
  programs = [];
});
afterEach(async () => {
  for (const program of programs) await program.stop();
  await rm(parent, { recursive: true });
});

async function start(options?: StartOptions): Promise<RunningProgram> {
  const program = await startProgram(folder, options);
  programs.push(program);
  return program;
}

const lock = () => readFile(join(folder, 'lock.json'), 'utf8').then(JSON.parse, () => undefined);
const savedChildren = async () =>
  JSON.parse(await readFile(join(folder, 'assessments', '2026-vd-01.json'), 'utf8')).data.answers.children
    .value;

/** A page of the program: it has brought the token, and calls over one connection that it keeps open. */
async function openPage({ address }: RunningProgram) {
  const { origin } = new URL(address);
  const signedIn = await fetch(address, { redirect: 'manual' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  function begin(method: string, size: number): ClientRequest {
    return httpRequest(`${origin}/api/${method}`, {
      method: 'POST',
      agent,
      headers: { cookie, origin, 'content-type': 'application/json', 'content-length': size },
    });
  }
  function answerTo(request: ClientRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      request.on('response', (response) => text(response).then(JSON.parse).then(resolve, reject));
      request.on('error', reject);
    });
  }
  return {
    begin,
    answerTo,
    call(method: string, args: unknown): Promise<unknown> {
      const body = JSON.stringify(args);
      const request = begin(method, Buffer.byteLength(body));
      request.end(body);
      return answerTo(request);
    },
  };
}

const save = { id: '2026-vd-01', basedOn: 0, by: null, answers: { children: 1491 }, notes: {} };

/** Somebody else's lock, whose holder does not answer. */
async function leaveLock(host: string): Promise<void> {
  await mkdir(folder);
  const holder = {
    program: 'electron',
    pid: 4321,
    host,
    started: '2026-11-02T01:02:03.000Z',
    nonce: '00000000-0000-4000-8000-000000000000',
    channel: '/tmp/cfc-nobody/channel',
  };
  await writeFile(join(folder, 'lock.json'), JSON.stringify(holder));
}

describe('a second start on the same data folder', () => {
  test('says where the program runs and ends well, and the first prints a fresh address', async () => {
    const first = await start();
    const { origin } = new URL(first.address);
    await fetch(first.address, { redirect: 'manual' });
    const { pid } = await lock();

    const second = await startToItsEnd(folder);
    expect(second.status).toBe(0);
    expect(second.output).toContain(`bản mở bằng trình duyệt, tiến trình ${pid}, từ `);
    expect(second.output).toContain(`tại ${origin}.`);
    expect(second.output).not.toContain('token');
    expect(second.output.trim().split('\n')).toHaveLength(2);

    await expect.poll(first.output, { timeout: 30_000 }).toContain('Địa chỉ mới: ');
    const fresh = /Địa chỉ mới: (\S+)/.exec(first.output())?.[1] ?? '';
    expect((await fetch(fresh, { redirect: 'manual' })).status).toBe(303);
    expect(await lock()).toMatchObject({ pid });
  });

  test.skipIf(process.platform !== 'linux')(
    'opens the browser again where the first was to open one',
    async () => {
      const opened = join(parent, 'opened');
      const browser = join(parent, 'browser');
      await writeFile(browser, `#!/bin/sh\necho "$1" >> '${opened}'\n`);
      await chmod(browser, 0o755);
      // NOTE: xdg-open asks the desktop for its browser first; without a desktop it takes the one named here.
      const noDesktop = { XDG_DATA_HOME: parent, XDG_DATA_DIRS: parent, XDG_CONFIG_HOME: parent };
      await start({ args: [], environment: { ...noDesktop, DISPLAY: ':99', BROWSER: browser } });
      const addresses = async () => (await readFile(opened, 'utf8').catch(() => '')).trim().split('\n');
      await expect.poll(async () => (await addresses())[0], { timeout: 30_000 }).toMatch(/token=/);
      await startToItsEnd(folder);
      await expect.poll(async () => (await addresses()).length, { timeout: 30_000 }).toBe(2);
    },
  );

  test('is a first one again once the first has ended', async () => {
    const first = await start();
    expect(await first.stop()).toBe(0);
    expect(await lock()).toBeUndefined();
    const second = await start();
    expect(second.output()).not.toMatch(/khóa/);
  });

  test('after a program that was killed takes over, and says so in one line', async () => {
    const first = await start();
    const { pid } = await lock();
    process.kill(pid, 'SIGKILL');
    await first.stop();
    expect(await lock()).toMatchObject({ pid });

    const second = await start();
    const notices = second.output().match(/^.*không được đóng bình thường.*$/gm);
    expect(notices).toEqual([expect.stringContaining(`tiến trình ${pid}, từ `)]);
    expect((await lock()).pid).not.toBe(pid);
  });
});

describe('a data folder that another machine holds', () => {
  test('is left alone, and the person is told by whom, since when, and what to do', async () => {
    await leaveLock('may-cua-xa');
    const { status, output } = await startToItsEnd(folder);
    expect(status).toBe(1);
    expect(output).toContain('“may-cua-xa”');
    expect(output).toContain('2026');
    expect(output).toContain('--take-over');
    expect(await lock()).toMatchObject({ host: 'may-cua-xa' });
  });

  test('is opened with --take-over', async () => {
    await leaveLock('may-cua-xa');
    await start({ args: ['--no-open', '--take-over'] });
    expect(await lock()).toMatchObject({ host: hostname() });
  });
});

test('a data folder that takes no lock opens all the same, and nothing is written before it does', async () => {
  await writeFile(folder, 'a file in its place');
  const program = await start();
  expect(program.output().match(/^Chưa khóa được thư mục dữ liệu.*$/gm)).toHaveLength(1);
  const page = await openPage(program);
  expect(await page.call('sample.load', { year: 2026 })).toMatchObject({
    ok: false,
    error: { code: 'storage_failed' },
  });

  await rm(folder);
  expect(await page.call('sample.load', { year: 2026 })).toMatchObject({ ok: true });
  expect(await lock()).toMatchObject({ program: 'browser' });
});

test('once another machine has taken the folder nothing more is written here', async () => {
  const program = await start();
  const page = await openPage(program);
  await page.call('sample.load', { year: 2026 });
  await writeFile(
    join(folder, 'lock.json'),
    JSON.stringify({
      ...(await lock()),
      host: 'may-cua-xa',
      nonce: '00000000-0000-4000-8000-000000000000',
    }),
  );
  expect(await page.call('assessments.save', save)).toMatchObject({
    ok: false,
    error: { code: 'storage_failed' },
  });
  expect(await savedChildren()).not.toBe(1491);
});

describe.skipIf(process.platform === 'win32')('a program that is ended', () => {
  test('answers and keeps the save whose last part comes after SIGTERM', async () => {
    const program = await start();
    const page = await openPage(program);
    await page.call('sample.load', { year: 2026 });
    const body = JSON.stringify(save);
    const request = page.begin('assessments.save', Buffer.byteLength(body));
    const saving = page.answerTo(request);
    await new Promise<void>((resolve) => {
      request.write(body.slice(0, 20), () => resolve());
    });
    await expect.poll(() => request.socket?.bytesWritten).toBeGreaterThan(0);

    const stopped = program.stop();
    await new Promise((wait) => setTimeout(wait, 900));
    request.end(body.slice(20));
    expect(await saving).toMatchObject({ ok: true });
    expect(await stopped).toBe(0);
    expect(await savedChildren()).toBe(1491);
    expect(await lock()).toBeUndefined();
  });

  test('answers and keeps the save that a closing tab sends just after SIGTERM', async () => {
    const program = await start();
    const page = await openPage(program);
    await page.call('sample.load', { year: 2026 });
    const { pid } = await lock();
    process.kill(pid, 'SIGTERM');
    await new Promise((wait) => setTimeout(wait, 50));
    expect(await page.call('assessments.save', save)).toMatchObject({ ok: true });
    expect(await program.stop()).toBe(0);
    expect(await savedChildren()).toBe(1491);
  });
});
