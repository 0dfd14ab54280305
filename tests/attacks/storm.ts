/**
 * The program under a storm of calls, as a process that the system lets write nowhere else:
 * `node --permission … storm.ts <data folder> <allowed folder> <seed> <calls of each method> <electron|browser>`.
 * Prints a `StormReport` as one line of JSON.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { currentSetId } from '../../criteria/sets/built-in.ts';
import { argumentSchemas, type Method, methods, type Reply } from '../../electron/api.ts';
import { createProgram } from '../../electron/program.ts';
import { Refusal } from '../../electron/refusal.ts';
import type { Desktop } from '../../electron/service/desktop.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { aimedAtSets, learnOfSets, noSetsKnown } from './aimed-at-sets.ts';
import { allowed, spoiled } from './arguments-of.ts';
import { type Ask, fillDistrict, learn } from './known-values.ts';

export interface StormReport {
  readonly calls: number;
  /** By method, how many were given what the schema allows, and how many were answered. */
  readonly allowed: Readonly<Record<string, number>>;
  readonly answered: Readonly<Record<string, number>>;
  /** How many were refused with which code. */
  readonly refused: Readonly<Record<string, number>>;
  /** As sentences for whoever reads the failed test, each with its call. */
  readonly faults: readonly string[];
}

/** Of a hundred calls so many with arguments that the schema allows; the rest are spoiled. */
const usuallyAllowed = 50;
/** Of those that print, or read or write very much. */
const seldom = 8;
const allowedShare: Partial<Record<Method, number>> = {
  'documents.make': seldom,
  'documents.show': seldom,
  'batch.start': seldom,
  'batch.retry': seldom,
  'sheets.check': seldom,
  'sheets.import': seldom,
  'backups.copyAll': seldom,
  'recovery.overview': seldom,
  'sample.load': seldom,
};
/** Calls under way at one time: most of their time goes into waiting for the disk. */
const hands = 6;
/** The calls that are given a folder: where the system refuses it, that must come back as a sentence. */
const givenFolder: readonly Method[] = ['batch.start', 'batch.retry', 'backups.setSecondFolder'];

interface Call {
  readonly method: Method;
  readonly seed: number;
}

const faults: string[] = [];
const underWay = new AsyncLocalStorage<Call>();
function fault(what: string): void {
  const call = underWay.getStore();
  const where = call === undefined ? 'outside any call' : `${call.method} with seed ${call.seed}`;
  if (faults.length < 20) faults.push(`${where}: ${what}`);
}

function watchTheSystem(): void {
  subscribe('node:permission-model:fs', (message) => {
    const { permission, resource } = message as { permission: string; resource: string };
    const method = underWay.getStore()?.method;
    if (method === undefined || !givenFolder.includes(method)) fault(`${permission} of ${resource}`);
  });
  for (const door of [
    'node:permission-model:child',
    'tracing:net.server.listen:asyncStart',
    'net.client.socket',
    'udp.socket',
  ])
    subscribe(door, () => fault(door));
  process.on('uncaughtException', (error) => fault(`uncaught: ${error.stack}`));
  process.on('unhandledRejection', (reason) => fault(`unhandled: ${String(reason)}`));
}

const prototypes = [Object, Array, Function, String, Number, Promise, Map].map(({ prototype }) => prototype);
const shapes = () => JSON.stringify(prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String)));

/** Shows, chooses and saves nothing, or as little as a person could. */
const desktop: Desktop = {
  showDocument: async () => false,
  showFolder: async () => true,
  chooseFolder: async (purpose, from) => (purpose === 'printing' ? from : null),
  saveFile: async (name) => (name.length % 2 === 0 ? name : null),
};

function checkReply(reply: Reply<unknown>, args: unknown): void {
  const said = () => `was given ${textOf(args)} and answered ${textOf(reply)}`;
  // Both hosts hand the answer on: one as a structured clone, the other as JSON.
  structuredClone(reply);
  JSON.stringify(reply);
  if (reply.ok) return;
  const { code, message } = reply.error;
  if (code === 'internal') fault(said());
  if (message === '' || message.endsWith('.') || /undefined|\[object/.test(message)) fault(said());
}

function textOf(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 600);
  } catch {
    return String(value);
  }
}

const [dataFolder = '', allowedFolder = '', seed = '', callsOfEach = '', host = ''] = process.argv.slice(2);
const shapesBefore = shapes();
const program = createProgram({
  host: host === 'electron' ? host : 'browser',
  version: 'storm',
  dataFolder,
  documentFolder: join(allowedFolder, 'print'),
  ...(host === 'electron' ? { desktop } : {}),
});
/** A refused folder is reported, too, but is no fault of ours: the answer is a sentence. */
const reportFault = (method: Method, error: unknown) => {
  if (error instanceof Refusal) return;
  fault(`${method} failed: ${error instanceof Error ? error.stack : String(error)}`);
};
const ask: Ask = (method, args) => dispatch(program.handlers, method, args, reportFault);
await program.begin();
const known = await fillDistrict(ask, dataFolder, allowedFolder);
const saves = new Map<string, number>();
const knownSets = noSetsKnown();
watchTheSystem();

/** Mostly what belongs together: a backup with its assessment, a change with the latest state; and no more years than two. */
function aimed(method: Method, args: object, chance: number): object {
  if ('ids' in args) return { ...args, ids: [args.ids ?? []].flat().slice(0, 2) };
  if (method === 'sample.load') return { year: chance % 2 === 0 ? 2026 : 2027 };
  if (chance % 4 === 0) return args;
  const atSets = aimedAtSets(method, args, chance, knownSets);
  if (atSets !== null) return atSets;
  if ('undo' in args && chance % 4 > 1) return aimed(method, { ...args, undo: undefined, evidence: {} }, 1);
  if (method === 'assessments.move') {
    const id = String('id' in args ? args.id : '');
    return { ...args, basedOn: saves.get(id) ?? 0, to: { id: currentSetId, version: 1 + (chance % 2) } };
  }
  const [, id] = /^(.+?)_/.exec('file' in args ? String(args.file) : '') ?? [];
  const own = 'id' in args && id !== undefined ? { ...args, id } : args;
  return 'id' in own && 'basedOn' in own ? { ...own, basedOn: saves.get(String(own.id)) ?? 0 } : own;
}

const count = { calls: 0, allowed: {}, answered: {}, refused: {} } as {
  calls: number;
} & Record<'allowed' | 'answered' | 'refused', Record<string, number>>;
const one = (counted: Record<string, number>, name: string) => {
  counted[name] = (counted[name] ?? 0) + 1;
};

// NOTE: at the exit, so that it is also said where something stopped the storm.
process.on('exit', () => writeSync(1, `${JSON.stringify({ ...count, faults } satisfies StormReport)}\n`));

const argumentsOf = Object.fromEntries(
  methods.map((method) => {
    const honest = allowed(argumentSchemas[method], known);
    return [method, { honest, spoilt: spoiled(honest) }];
  }),
);

/** How often each method was called. */
const turns = new Map<Method, number>();

async function call(method: Method, callSeed: number): Promise<void> {
  const share = allowedShare[method] ?? usuallyAllowed;
  const turn = turns.get(method) ?? 0;
  turns.set(method, turn + 1);
  const isHonest = (turn * share) % 100 < share;
  const arbitrary = argumentsOf[method]?.[isHonest ? 'honest' : 'spoilt'] ?? fc.constant({});
  const [drawn] = fc.sample(arbitrary, { seed: callSeed, numRuns: 1 });
  const args = isHonest ? aimed(method, drawn as object, callSeed) : drawn;
  count.calls += 1;
  if (argumentSchemas[method].safeParse(args).success) one(count.allowed, method);
  try {
    const reply = await dispatch(program.handlers, method, args, reportFault);
    checkReply(reply, args);
    if (!reply.ok) return one(count.refused, reply.error.code);
    one(count.answered, method);
    learn(known, saves, reply.value);
    learnOfSets(knownSets, method, args as object, reply.value);
    if (method === 'assessments.save')
      learn(known, saves, { ...(args as object), ...(reply.value as object) });
  } catch (error) {
    fault(`threw ${error instanceof Error ? error.stack : String(error)} for ${textOf(args)}`);
  }
}

const rounds = Array.from({ length: Number(callsOfEach) }, () => methods).flat();
const [order = []] = fc.sample(fc.shuffledSubarray(rounds, { minLength: rounds.length }), {
  seed: Number(seed),
  numRuns: 1,
});
const waiting = order.entries();
const hand = async () => {
  // NOTE: all hands take from the same list.
  for (const [index, method] of waiting) {
    const callSeed = Number(seed) + index * 7919;
    await underWay.run({ method, seed: callSeed }, () => call(method, callSeed));
  }
};
await Promise.all(Array.from({ length: hands }, hand));
await program.close();
if (shapes() !== shapesBefore) fault('a built-in prototype was changed');
