/** The lock on the data folder with what it needs of this machine: what a host takes before it opens the folder. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { fileFailure } from '../store/file-failure.ts';
import { nodeFileSystem } from '../store/file-system.ts';
import { patientFileSystem } from '../store/patient-file-system.ts';
import { type Channel, knock, openChannel } from './channel.ts';
import type { Doubtful } from './examine-lock.ts';
import { type Acquired, FolderLock } from './folder-lock.ts';
import type { LockRecord } from './lock-record.ts';
import { elsewhereSentence, notTakenSentence, shownSentence, tookOverSentence } from './sentences.ts';

export interface OneWriterOptions {
  readonly dataFolder: string;
  readonly program: LockRecord['program'];
  /** Takes a lock in doubt: the person knows that its holder does not run. */
  readonly takeOver?: boolean;
  /** Where a browser finds this program, once it serves one. */
  readonly origin?: () => string | undefined;
  /** Somebody started the program a second time: show this one. */
  readonly secondStart: () => void;
  /** Called with what whoever looks after the program should know. */
  readonly log: (line: string) => void;
}

export interface OneWriter {
  readonly kind: 'first';
  /** What the person should know about how the lock was taken, in Vietnamese. */
  readonly notice?: string;
  /** The same, where somebody before had not given the lock back: it stays true for as long as the program runs. */
  readonly tookOver?: string;
  /**
   * Whether this program may write now; a Refusal (`storage_failed`) where the folder is gone or takes no lock. Where
   * the lock could not be taken at the start, it is tried again here.
   */
  holds(): Promise<boolean>;
  /** Last of all, once nothing is written any more. */
  release(): Promise<void>;
}

export type Start =
  | OneWriter
  /** The program that was started first has been told, and shows itself. `sentences` say where it runs. */
  | { readonly kind: 'elsewhere'; readonly sentences: readonly string[] }
  | Doubtful;

type Notices = Pick<OneWriter, 'notice' | 'tookOver'>;

interface OpenedLock {
  readonly lock: FolderLock;
  readonly channel: Channel;
}

export async function startAsOneWriter(options: OneWriterOptions): Promise<Start> {
  let opened: Promise<OpenedLock> | undefined;
  const open = () => {
    opened ??= openLock(options).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const writer = (notices: Notices) => oneWriter(open, () => opened, notices);

  let acquired: Acquired;
  try {
    const { lock } = await open();
    acquired = await lock.acquire({ takeOver: options.takeOver ?? false });
  } catch (error) {
    // A program that does not start could not show what is wrong; nothing is written before the lock is taken.
    return writer({ notice: notTakenSentence(error) });
  }
  if (acquired.kind === 'held') {
    if (acquired.tookOver === undefined) return writer({});
    const tookOver = tookOverSentence(acquired.tookOver);
    return writer({ notice: tookOver, tookOver });
  }

  await (await open()).channel.close();
  if (acquired.kind === 'doubtful') return acquired;
  const { holder } = acquired;
  const answer = await knock(holder, true);
  return answer.kind === 'answered'
    ? { kind: 'elsewhere', sentences: [elsewhereSentence(holder, answer.origin), shownSentence(holder)] }
    : { kind: 'elsewhere', sentences: [elsewhereSentence(holder)] };
}

async function openLock({
  dataFolder,
  program,
  secondStart,
  log,
  origin = () => undefined,
}: OneWriterOptions): Promise<OpenedLock> {
  const nonce = randomUUID();
  const channel = await openChannel({ nonce, secondStart, origin });
  const lock = new FolderLock({
    files: patientFileSystem(nodeFileSystem, { wait: setTimeout, log }),
    folder: dataFolder,
    self: {
      program,
      pid: process.pid,
      host: hostname(),
      started: new Date().toISOString(),
      nonce,
      channel: channel.address,
    },
    knock: (record) => knock(record, false),
    wait: setTimeout,
    elapsed: () => performance.now(),
  });
  return { lock, channel };
}

function oneWriter(
  open: () => Promise<OpenedLock>,
  opened: () => Promise<OpenedLock> | undefined,
  notices: Notices,
): OneWriter {
  let released = false;
  return {
    kind: 'first',
    ...notices,
    async holds() {
      if (released) return false;
      try {
        return await (await open()).lock.holds();
      } catch (error) {
        throw new Refusal('storage_failed', `Không ghi được vào thư mục dữ liệu. ${fileFailure(error)}`, {
          cause: error,
        });
      }
    },
    async release() {
      released = true;
      const ours = await opened()?.catch(() => undefined);
      // NOTE: in this order: a lock whose holder does not answer would be taken for that of a crashed program.
      await ours?.lock.release();
      await ours?.channel.close();
    },
  };
}
