/**
 * `npm run smoke -- --app PATH [--edition test|release]`: looks whether the packaged program, in real Electron, does what is
 * promised. Needs the program's file as `npm run package` leaves it unpacked, and a display. The test build is driven, the
 * release only started, because it lets nobody drive it. Screenshots, traces and documents stay in `artefacts/smoke`.
 */
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect, parseArgs } from 'node:util';
import { pageChecks } from './smoke-checks.ts';
import { ElectronProgram } from './smoke-electron.ts';
import { electronChecks } from './smoke-electron-checks.ts';
import { type Check, picture } from './smoke-program.ts';
import { releaseChecks } from './smoke-release.ts';

const { values } = parseArgs({ options: { app: { type: 'string' }, edition: { type: 'string' } } });
if (values.app === undefined) throw new Error('--app names the file of the packaged program');
const binary = resolve(values.app);
await access(binary);
const edition = values.edition ?? (/-test(\.exe)?$/.test(basename(binary)) ? 'test' : 'release');
if (edition !== 'test' && edition !== 'release') throw new Error('--edition is test or release');

/** How long a check may take, in milliseconds. */
const limit = 180_000;
const counts = { passed: 0, failed: 0 };

async function check<P>(
  checks: readonly Check<P>[],
  program: P,
  afterFailure?: () => Promise<void>,
): Promise<void> {
  for (const { says, notHere, run } of checks) {
    if (notHere !== undefined) {
      process.stdout.write(`not here  ${says} (${notHere})\n`);
      continue;
    }
    const late = new AbortController();
    try {
      const tooLate = pause(limit, undefined, { signal: late.signal }).then(() => {
        throw new Error('took too long');
      });
      tooLate.catch(() => undefined);
      await Promise.race([run(program), tooLate]);
      counts.passed += 1;
      process.stdout.write(`passed    ${says}\n`);
    } catch (fault) {
      counts.failed += 1;
      process.stdout.write(`FAILED    ${says}\n${inspect(fault)}\n`);
      await afterFailure?.().catch(() => undefined);
    } finally {
      late.abort();
    }
  }
}

const folder = await mkdtemp(join(tmpdir(), 'smoke-'));
const artefacts = resolve('artefacts', 'smoke');
await mkdir(artefacts, { recursive: true });
process.stdout.write(`${edition}: ${binary}\n`);
if (edition === 'test') {
  const program = new ElectronProgram(binary, folder, artefacts);
  const keepWhatIsSeen = () => picture(program, `failed-${counts.failed}`);
  await check(pageChecks(), program, keepWhatIsSeen);
  await program.stop();
  await check(electronChecks(), program, keepWhatIsSeen);
  await program.stop();
} else {
  await check(releaseChecks(), { binary, folder });
}
// NOTE: on Windows a process that was just ended may hold a file for a moment.
await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 500 }).catch(() => undefined);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
process.exit(counts.failed === 0 ? 0 : 1);
