/** The whole program over a data folder, as both hosts serve it, with calls that are answered or refused. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiError, Args, Method, Value } from '../electron/api.ts';
import { createProgram, type Program } from '../electron/program.ts';
import { dispatch } from '../electron/service/dispatch.ts';

export interface ProgramOverFolder {
  readonly folder: string;
  /** Of the calls that follow. */
  now: string;
  /** Rejects when the call is refused. */
  value<M extends Method>(method: M, args: Args<M>): Promise<Value<M>>;
  refused<M extends Method>(method: M, args: Args<M>): Promise<ApiError>;
  /** A new start of the program on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function programOverFolder(): Promise<ProgramOverFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'program-'));
  const faults: unknown[] = [];
  const begin = (): Program =>
    createProgram({ host: 'browser', version: '1', dataFolder: folder, clock: () => new Date(over.now) });
  const call = <M extends Method>(method: M, args: Args<M>) =>
    dispatch(program, method, args, (_method, fault) => faults.push(fault));
  const over: ProgramOverFolder = {
    folder,
    now: '2026-11-10T02:03:04.000Z',
    value: async (method, args) => {
      const reply = await call(method, args);
      if (reply.ok) return reply.value;
      throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
    },
    refused: async (method, args) => {
      const reply = await call(method, args);
      if (reply.ok) throw new Error(`${method} was not refused`);
      return reply.error;
    },
    restart: async () => {
      await running.settled();
      running = begin();
      program = running.handlers;
    },
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true });
      if (faults.length > 0) throw new AggregateError(faults, 'the program reported faults');
    },
  };
  let running = begin();
  let program = running.handlers;
  return over;
}
