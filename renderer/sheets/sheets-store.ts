/** The files that were checked in this window. Outlives the screen, so that the way back leads to the same result. */
import { create } from 'zustand';
import type { ImportUse } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { whoWorks } from '../assessors/working.ts';
import { base64Of } from '../base64.ts';
import { forgetSession, settleSession, unsavedAssessments } from '../session/open-sessions.ts';
import {
  type Checking,
  checkSheet,
  type Importing,
  importSheet,
  type PossibleImport,
  type Sheet,
} from './sheet-check.ts';

export interface ImportRun {
  readonly as: ImportUse;
  /** Null while it is under way. */
  readonly outcome: Importing | null;
}

export interface CheckedFile {
  readonly key: number;
  readonly sheet: Sheet;
  /** Null while it waits or is being checked. */
  readonly checking: Checking | null;
  /** The import that was asked for last. */
  readonly run: ImportRun | null;
}

interface SheetsState {
  /** In the order in which they were chosen. */
  readonly files: readonly CheckedFile[];
  /** The key of the file whose result is shown. */
  readonly shown: number | null;
  /** Whether that result takes the focus, because it follows from what the person did. */
  readonly announced: boolean;
}

export const useSheets = create<SheetsState>(() => ({ files: [], shown: null, announced: false }));

let lastKey = 0;
let queue: Promise<unknown> = Promise.resolve();

/** Checks files one after the other, and shows the first of them. */
export function addFiles(chosen: readonly File[]): void {
  const added = chosen.map((file): CheckedFile => {
    lastKey += 1;
    const sheet = { name: file.name, size: file.size, read: () => base64Of(file) };
    return { key: lastKey, sheet, checking: null, run: null };
  });
  const [first] = added;
  if (first === undefined) return;
  useSheets.setState(({ files }) => ({ files: [...files, ...added], shown: first.key, announced: true }));
  for (const { key, sheet } of added) void check(key, sheet);
}

export function showFile(key: number): void {
  useSheets.setState({ shown: key, announced: true });
  renew();
}

/** Checks the file that is shown once more, because what it is compared with on this machine may have changed. */
export function renew(): void {
  const { files, shown } = useSheets.getState();
  const file = files.find(({ key }) => key === shown);
  if (file !== undefined && file.checking !== null) void renewed(file.key, file.sheet);
}

/** The screen was left: what was told need not be told again on the way back. */
export function forgetTold(): void {
  useSheets.setState(({ files }) => ({
    announced: false,
    // An import that is still under way is told then.
    files: files.map((file) => (file.run?.outcome ? { ...file, run: null } : file)),
  }));
}

/** Checks a file, after those that wait before it; until the answer is there, an earlier one stays. */
export async function check(key: number, sheet: Sheet): Promise<void> {
  change(key, { checking: await inTurn(sheet) });
}

/** The same for a file that was checked before and may be gone by now: what was found then is not given up for that. */
async function renewed(key: number, sheet: Sheet): Promise<void> {
  const checking = await inTurn(sheet);
  if (checking.kind === 'checked') change(key, { checking });
}

function inTurn(sheet: Sheet): Promise<Checking> {
  const settleAll = () => Promise.all(unsavedAssessments().map(({ id }) => settleSession(id)));
  const turn = queue.then(() => checkSheet({ call: callApi, settleAll }, sheet));
  queue = turn;
  return turn;
}

/** What became of an earlier import has been seen, and another is thought about. */
export function forgetRun(key: number): void {
  change(key, { run: null });
}

/** Never rejects: what happened is in the run. What may have changed meanwhile is checked again. */
export async function importFrom(file: CheckedFile, as: ImportUse, outlook: PossibleImport): Promise<void> {
  const { key, sheet } = file;
  change(key, { run: { as, outcome: null } });
  const tools = { call: callApi, settle: settleSession, forget: forgetSession, by: whoWorks };
  const outcome = await importSheet(tools, sheet, as, outlook);
  if (outcome.kind === 'conflict' || outcome.kind === 'unknown') await renewed(key, sheet);
  change(key, { run: { as, outcome } });
}

function change(key: number, part: Partial<CheckedFile>): void {
  useSheets.setState(({ files }) => ({
    files: files.map((file) => (file.key === key ? { ...file, ...part } : file)),
  }));
}
