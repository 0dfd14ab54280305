/**
 * A disk in memory that forgets what was not synced, as real ones do. A file has the bytes that programs see and those
 * on the medium; so has a folder its names. A fault plan fails a chosen call or stops the machine at it.
 */
import type { FileStatus, FileSystem, WritableFile } from '../../electron/store/file-system.ts';
import { DiskTree, type FileNode, fileError, type PowerCut } from './disk-tree.ts';

export type CallName =
  | 'makeFolder'
  | 'listFolder'
  | 'status'
  | 'readFile'
  | 'createFile'
  | 'write'
  | 'sync'
  | 'close'
  | 'rename'
  | 'remove'
  | 'removeFolder'
  | 'syncFolder';

export interface DiskCall {
  readonly name: CallName;
  readonly path: string;
}

export const errorCodes = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EACCES'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * What a failing call does all the same: nothing, half of its bytes (a write), or everything (a rename or sync whose
 * answer was lost).
 */
export type Effect = 'none' | 'half' | 'whole';

export interface Failure {
  /** Index of the call, from 0. */
  readonly at: number;
  readonly code: ErrorCode;
  readonly effect: Effect;
  /** Whether every call from there on fails too. */
  readonly forEver: boolean;
}

export interface FaultPlan {
  readonly failure?: Failure;
  /** Index of the call before which the machine stops. */
  readonly stopAt?: number;
}

/** Milliseconds since 1970; read whenever a file is written. */
export type Clock = () => number;

/** A clock that moves on by a millisecond at every look. */
export function steadyClock(start = Date.UTC(2026, 10, 2)): Clock {
  let now = start;
  return () => {
    now += 1;
    return now;
  };
}

export class SimulatedDisk implements FileSystem {
  /** Every call since the fault plan was set, by index. */
  readonly calls: DiskCall[] = [];
  /** Resolves when the machine has stopped by the plan. */
  readonly stopped: Promise<void>;
  readonly #tree: DiskTree;
  readonly #clock: Clock;
  #plan: FaultPlan;
  #markStopped: () => void = () => undefined;

  constructor(clock: Clock = steadyClock(), plan: FaultPlan = {}, tree = new DiskTree()) {
    this.#tree = tree;
    this.#clock = clock;
    this.#plan = plan;
    this.stopped = new Promise((resolve) => {
      this.#markStopped = resolve;
    });
  }

  /** Sets another fault plan, whose calls count from here. */
  strikeBy(plan: FaultPlan): void {
    this.#plan = plan;
    this.calls.length = 0;
  }

  /** The ways in which a power cut can leave the disk now. */
  get powerCuts(): readonly PowerCut[] {
    return this.#tree.powerCuts();
  }

  /** The disk as found at the next start; this one is left as it is. */
  afterPowerCut(cut: PowerCut, plan: FaultPlan = {}): SimulatedDisk {
    return new SimulatedDisk(this.#clock, plan, this.#tree.afterPowerCut(cut));
  }

  /** A disk with the same content, all of it on the medium. */
  copy(plan: FaultPlan = {}): SimulatedDisk {
    return this.afterPowerCut({ content: 'kept', changes: 'all' }, plan);
  }

  /** Every file with its bytes as programs see them now, by path. Not a call. */
  contents(): ReadonlyMap<string, Uint8Array> {
    return this.#tree.contents();
  }

  /** Puts a file there, synced, as another program would. Not a call. */
  place(path: string, bytes: Uint8Array | string): void {
    this.#tree.place(
      path,
      typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
      this.#clock(),
    );
  }

  /** Takes a file or folder away, synced, as another program would. Not a call. */
  takeAway(path: string): void {
    this.#tree.takeAway(path);
  }

  makeFolder(path: string): Promise<void> {
    return this.#call('makeFolder', path, () => this.#tree.makeFolder(path));
  }

  listFolder(path: string): Promise<readonly string[]> {
    return this.#call('listFolder', path, () => [...this.#tree.folder(path).names.keys()]);
  }

  status(path: string): Promise<FileStatus> {
    return this.#call('status', path, () => {
      const node = this.#tree.find(path);
      return node.kind === 'file'
        ? { size: node.bytes.length, modified: node.modified }
        : { size: 0, modified: 0 };
    });
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#call('readFile', path, () => this.#tree.file(path).bytes.slice());
  }

  createFile(path: string): Promise<WritableFile> {
    return this.#call('createFile', path, () => this.#writable(path, this.#tree.create(path, this.#clock())));
  }

  /** What createFile is not: opens the file that may be there, empties it and shares it with whoever has it open. */
  openEmptied(path: string): Promise<WritableFile> {
    return this.#call('createFile', path, () => {
      if (!this.#tree.has(path)) return this.#writable(path, this.#tree.create(path, this.#clock()));
      const file = this.#tree.file(path);
      file.bytes = new Uint8Array();
      return this.#writable(path, file);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call('rename', from, () => this.#tree.rename(from, to));
  }

  remove(path: string): Promise<void> {
    return this.#call('remove', path, () => this.#tree.remove(path));
  }

  removeFolder(path: string): Promise<void> {
    return this.#call('removeFolder', path, () => this.#tree.removeFolder(path));
  }

  syncFolder(path: string): Promise<void> {
    return this.#call('syncFolder', path, () => this.#tree.syncFolder(path));
  }

  #writable(path: string, file: FileNode): WritableFile {
    let at = 0;
    const put = (bytes: Uint8Array) => {
      const grown = new Uint8Array(Math.max(file.bytes.length, at + bytes.length));
      grown.set(file.bytes);
      grown.set(bytes, at);
      at += bytes.length;
      file.bytes = grown;
      file.modified = this.#clock();
    };
    return {
      write: (bytes) =>
        this.#call(
          'write',
          path,
          () => put(bytes),
          () => put(bytes.subarray(0, bytes.length >> 1)),
        ),
      sync: () =>
        this.#call('sync', path, () => {
          file.synced = file.bytes;
        }),
      close: () => this.#call('close', path, () => undefined),
    };
  }

  /** NOTE: a call takes effect a turn after it was made, so that one nobody waits for can be overtaken. */
  async #call<T>(name: CallName, path: string, effect: () => T, half?: () => void): Promise<T> {
    const index = this.calls.length;
    this.calls.push({ name, path });
    const { failure, stopAt } = this.#plan;
    if (stopAt !== undefined && index >= stopAt) {
      this.#markStopped();
      return new Promise<never>(() => undefined);
    }
    await Promise.resolve();
    if (failure !== undefined && (failure.forEver ? index >= failure.at : index === failure.at)) {
      if (failure.effect === 'whole') effect();
      if (failure.effect === 'half') half?.();
      throw fileError(failure.code, name, path);
    }
    return effect();
  }
}
