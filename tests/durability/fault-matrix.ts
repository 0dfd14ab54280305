/**
 * The fault matrix: an operation is run once for every call that it makes to the disk and everything that can happen at
 * that call, and what is then found on the disk is judged. It answers what is wrong, so that it can itself be tested.
 */
import type { FileSystem } from '../../electron/store/file-system.ts';
import { type Protocol, rightProtocol } from './broken-protocols.ts';
import type { PowerCut } from './disk-tree.ts';
import { type DiskCall, errorCodes, type FaultPlan, type SimulatedDisk } from './simulated-disk.ts';

export interface Scenario {
  readonly name: string;
  prepare(): Promise<Prepared>;
}

export interface Prepared {
  /** The disk before the operation; every case starts from a copy. */
  readonly before: SimulatedDisk;
  /** What comes before the operation on the same disk, reached by the protocol. Nothing fails in it. */
  begin(files: FileSystem, disk: SimulatedDisk): Promise<Attempt>;
}

/** One run of an operation. It notes what was acknowledged as it goes, since it may never come to its end. */
export interface Attempt {
  /** Resolves when the program has nothing more to do; a failure that the user is told of is not an error of it. */
  run(): Promise<void>;
  /** What is wrong, in sentences, with the run itself once it came to its end. It may go on with the program. */
  faultsOfRun(plan: FaultPlan): Promise<readonly string[]>;
  /** What is wrong, in sentences, with the disk as found at the next start. It may be changed in finding out. */
  faultsOfDisk(disk: SimulatedDisk): Promise<readonly string[]>;
}

export interface MatrixResult {
  readonly cases: number;
  readonly calls: number;
  /** Each with the case in which it was found. */
  readonly violations: readonly string[];
}

/** `enough`: stop once so many violations are found. */
export async function faultMatrix(
  scenario: Scenario,
  protocol: Protocol = rightProtocol,
  enough = Infinity,
): Promise<MatrixResult> {
  const prepared = await scenario.prepare();
  const whole = await oneCase(scenario.name, prepared, protocol, {});
  const violations = [...whole.violations];
  let cases = whole.cases;
  for (const plan of plansFor(whole.calls)) {
    if (violations.length >= enough) break;
    const found = await oneCase(scenario.name, prepared, protocol, plan);
    cases += found.cases;
    violations.push(...found.violations);
  }
  return { cases, calls: whole.calls.length, violations };
}

async function oneCase(name: string, { before, begin }: Prepared, protocol: Protocol, plan: FaultPlan) {
  const disk = before.copy();
  const attempt = await begin(protocol(disk), disk);
  disk.strikeBy(plan);
  const violations: string[] = [];
  let cases = 0;
  const say = (fault: string, cut?: PowerCut) => {
    const then = cut === undefined ? '' : `, ${saidOfCut(cut)}`;
    violations.push(`${name}, ${saidOf(plan, disk.calls)}${then}: ${fault}`);
  };
  const examine = async () => {
    for (const cut of disk.powerCuts) {
      cases += 1;
      for (const fault of await attempt.faultsOfDisk(disk.afterPowerCut(cut))) say(fault, cut);
    }
  };
  const ended = await Promise.race([attempt.run().then(() => true), disk.stopped.then(() => false)]);
  const made = disk.calls.length;
  const calls = disk.calls.slice();
  await examine();
  if (ended) {
    for (const fault of await attempt.faultsOfRun(plan)) say(fault);
    if (disk.calls.length > made) await examine();
  }
  return { calls, violations, cases };
}

/** Everything that can happen at every call. */
function* plansFor(calls: readonly DiskCall[]): Generator<FaultPlan> {
  for (const [at, { name }] of calls.entries()) {
    yield { stopAt: at };
    for (const code of errorCodes)
      for (const forEver of [false, true]) {
        yield { failure: { at, code, forEver, effect: 'none' } };
        if (name === 'write') yield { failure: { at, code, forEver, effect: 'half' } };
      }
    // A drive that was pulled answers nothing, whatever it still did.
    if (name === 'rename' || name === 'syncFolder' || name === 'sync')
      for (const forEver of [false, true]) yield { failure: { at, code: 'EIO', forEver, effect: 'whole' } };
  }
}

function saidOf({ failure, stopAt }: FaultPlan, calls: readonly DiskCall[]): string {
  const at = failure?.at ?? stopAt;
  if (at === undefined) return 'with nothing wrong';
  const call = `call ${at} (${calls[at]?.name} ${calls[at]?.path})`;
  if (failure === undefined) return `stopped at ${call}`;
  const effect = { none: '', half: ' after half of it', whole: ' although it was done' }[failure.effect];
  return `${failure.code}${effect} at ${call}${failure.forEver ? ' and for ever' : ''}`;
}

function saidOfCut({ content, changes }: PowerCut): string {
  return `then power cut with unsynced bytes ${content} and ${changes} unsynced changes of folders`;
}
