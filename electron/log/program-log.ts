/**
 * What the program notes of itself, for whoever helps to find a fault: `time level text`, in English, one line each.
 *
 * A line may hold: versions, the system, what was done and how often, ids of assessments (a year and the
 * official code of a unit, no person), places in the data folder by names that the program gave, kinds and codes of faults, and where in our code
 * they arose. It holds no name of a person, a commune or an office, no figure, no note, no file name that a person gave,
 * no other folder, no name of the machine, and no message of a fault, which may quote any of these.
 *
 * Warnings and faults also go to the terminal, there with all that is known of them, for whoever works on the program. Once the data
 * folder is ours all lines go to its log file. That it cannot be written stops and slows nothing.
 */
import { homedir, hostname, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { faultWithFrames } from './fault-text.ts';
import { LogFile } from './log-file.ts';
import { seldom } from './seldom.ts';
import { type Personal, withoutPersonalData } from './without-personal-data.ts';

export type Level = 'info' | 'warn' | 'error';

/** How many of the last lines are remembered. */
const remembered = 200;

export interface ProgramLogOptions {
  readonly clock?: () => Date;
  /** Of the terminal. */
  readonly print?: (text: string) => void;
  readonly personal?: Omit<Personal, 'dataFolder'>;
}

export class ProgramLog {
  readonly #clock: () => Date;
  readonly #print: (text: string) => void;
  #personal: Personal;
  #last: string[] = [];
  #file: LogFile | undefined;

  constructor(options: ProgramLogOptions = {}) {
    this.#clock = options.clock ?? (() => new Date());
    this.#print = options.print ?? (() => undefined);
    this.#personal = { ...(options.personal ?? thisMachine()), dataFolder: '' };
  }

  /** The last lines, oldest first, as they are kept. */
  lastLines(count: number): readonly string[] {
    return this.#last.slice(-count);
  }

  /** From now on lines are kept in `folder`, with those from before. */
  keepIn(folder: string, dataFolder: string, holds: () => Promise<boolean>): void {
    this.#personal = { ...this.#personal, dataFolder: resolve(dataFolder) };
    const file = new LogFile({ folder, holds });
    for (const line of this.#last) file.write(this.#sifted(line));
    this.#file = file;
  }

  say(level: Level, text: string): void {
    this.#keep(level, text);
    if (level !== 'info') this.#print(`${this.#now()} ${text}\n`);
  }

  /** A fault of ours; the person at the screen gets a sentence of its own. */
  fault(what: string, fault: unknown): void {
    this.#keep('error', `${what}: ${faultWithFrames(fault)}`);
    this.#print(`${what}: ${inspect(fault)}\n`);
  }

  /** Resolves when everything is in the log file, or cannot be. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  #keep(level: Level, text: string): void {
    const line = `${this.#now()} ${level} ${this.#sifted(text)}`;
    this.#last = [...this.#last, line].slice(-remembered);
    this.#file?.write(line);
  }

  #sifted(text: string): string {
    return withoutPersonalData(text, this.#personal);
  }

  #now(): string {
    return this.#clock().toISOString();
  }
}

function thisMachine(): Omit<Personal, 'dataFolder'> {
  return { home: homedir(), user: userName(), machine: hostname() };
}

/** NOTE: a system without an entry for its user has no name to give away. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** The one of this process. */
export const programLog = new ProgramLog({ print: (text) => void process.stderr.write(text) });

/** What was tried again, what could not be tidied. */
export const logLine = (line: string): void => programLog.say('warn', line);

/** A fault of a call, once a minute. */
export const reportFault = seldom((what, fault) => programLog.fault(what, fault));
