/** The release itself: Playwright cannot drive it, which is one of the things to be shown. */
import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { access, cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Edition, fusesOf } from '../../build/fuses.ts';
import { statusOf } from './smoke-electron.ts';
import { type Check, until } from './smoke-program.ts';

export interface ReleasedProgram {
  readonly binary: string;
  /** Empty at first; everything that is written goes there. */
  readonly folder: string;
}

const inspectorPort = 9229;

/** In their order: each goes on with what the ones before have left. */
export function releaseChecks(): readonly Check<ReleasedProgram>[] {
  let running: ChildProcess | undefined;
  const data = ({ folder }: ReleasedProgram) => join(folder, 'dữ liệu');

  return [
    {
      says: 'the fuses in the binary are those that were decided on',
      run: ({ binary }) => assertFuses(binary, 'release'),
    },
    {
      says: 'the program starts although it is told to be Node, to load a script and to open its inspector, and does none',
      run: async (program) => {
        const [required, evaluated] = [join(program.folder, 'required'), join(program.folder, 'evaluated')];
        const script = join(program.folder, 'script.cjs');
        await writeFile(script, writes(required));
        running = spawn(
          program.binary,
          [`--inspect=127.0.0.1:${inspectorPort}`, '--eval', writes(evaluated)],
          {
            stdio: 'ignore',
            env: {
              ...process.env,
              CHILD_FRIENDLY_DATA: data(program),
              ELECTRON_RUN_AS_NODE: '1',
              NODE_OPTIONS: `--require "${script.replaceAll('\\', '/')}"`,
            },
          },
        );
        await until('the program to start', () => logOf(data(program), / info started: version /));
        await access(join(data(program), 'lock.json'));
        await pause(2_000);
        assert.equal(await listens(inspectorPort), false);
        const names = await readdir(program.folder);
        assert.deepEqual(
          names.filter((name) => [required, evaluated].map((path) => basename(path)).includes(name)),
          [],
        );
      },
    },
    {
      says: 'it ends in order when it is asked to: status 0, the lock given back, and the log says so',
      run: async (program) => {
        assert.ok(running, 'the program does not run');
        const ended = statusOf(running);
        await askToEnd(running);
        assert.equal(await ended, 0);
        assert.ok(await logOf(data(program), / info ended\n$/));
        assert.ok(!(await readdir(data(program))).includes('lock.json'));
      },
    },
    {
      says: 'a folder in the place of the archive is not run',
      run: async (program) => {
        const copy = await copyOf(program, 'folder-instead');
        const ran = join(program.folder, 'ran');
        const resources = join(dirname(copy), 'resources');
        await rename(join(resources, 'app.asar'), join(resources, 'app.away'));
        await mkdir(join(resources, 'app'));
        await writeFile(join(resources, 'app', 'package.json'), '{"main":"main.cjs"}');
        await writeFile(join(resources, 'app', 'main.cjs'), writes(ran));
        const child = spawn(copy, { stdio: 'ignore' });
        // It may end by itself, or stay with a message of Electron's own.
        await pause(10_000);
        child.kill('SIGKILL');
        await assert.rejects(access(ran));
      },
    },
    {
      says: 'an archive in which one byte was changed is not run',
      notHere:
        process.platform === 'win32'
          ? undefined
          : 'Electron validates the archive on Windows and macOS alone',
      run: async (program) => {
        const copy = await copyOf(program, 'changed-archive');
        const archive = join(dirname(copy), 'resources', 'app.asar');
        const bytes = await readFile(archive);
        // In a name that the program would run with just as well.
        const at = bytes.indexOf('"vn.child-friendly-communes"');
        assert.ok(at > 0);
        bytes.write('w', at + 1);
        await writeFile(archive, bytes);
        const other = join(program.folder, 'dữ liệu khác');
        const child = spawn(copy, {
          stdio: 'ignore',
          env: { ...process.env, CHILD_FRIENDLY_DATA: other },
        });
        assert.notEqual(await statusOf(child), 0);
        await assert.rejects(access(join(other, 'lock.json')));
      },
    },
  ];
}

/** Every fuse of the binary is as it was decided for this edition. */
export async function assertFuses(binary: string, edition: Edition): Promise<void> {
  const wire = await getCurrentFuseWire(binary);
  const decided = Object.entries(fusesOf(edition)).filter(([key]) => key in FuseV1Options);
  const name = (key: string) => FuseV1Options[Number(key)] ?? key;
  const found = Object.entries(wire).filter(([key]) => /^\d+$/.test(key));
  assert.deepEqual(
    Object.fromEntries(found.map(([key, state]) => [name(key), state === FuseState.ENABLE])),
    Object.fromEntries(decided.map(([key, on]) => [name(key), on])),
  );
}

/** A script that leaves a file where it was run. */
function writes(path: string): string {
  return `require('node:fs').writeFileSync(${JSON.stringify(path)}, '')`;
}

async function copyOf({ binary, folder }: ReleasedProgram, name: string): Promise<string> {
  const to = join(folder, name);
  await cp(dirname(binary), to, { recursive: true });
  return join(to, basename(binary));
}

async function logOf(dataFolder: string, pattern: RegExp): Promise<true | undefined> {
  const log = await readFile(join(dataFolder, 'logs', 'program.log'), 'utf8').catch(() => '');
  return pattern.test(log) || undefined;
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** As the system does. NOTE: on Windows a window is asked, and there may be none yet. */
async function askToEnd(child: ChildProcess): Promise<void> {
  if (process.platform !== 'win32') {
    child.kill('SIGTERM');
    return;
  }
  for (let tries = 0; tries < 20 && child.exitCode === null; tries += 1) {
    execFile('taskkill', ['/PID', String(child.pid)], () => undefined);
    await pause(1_000);
  }
}
