/** A made-up year of assessments to print, and a press and a disk whose every call can be tapped. */
import type { Assessment } from '../criteria/assessment.ts';
import { unsetOffice } from '../criteria/office.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import type { UnitDocumentKind } from '../electron/api.ts';
import type { PrintOrder } from '../electron/documents/document-input.ts';
import { type PrintedDocument, printDocument, printMerged } from '../electron/documents/print.ts';
import type { BatchPress } from '../electron/printing/batch.ts';
import { Refusal } from '../electron/refusal.ts';
import { finalised } from '../electron/service/assessments.ts';
import type { BatchReaders } from '../electron/service/batches.ts';
import { CriteriaSets } from '../electron/service/criteria-sets.ts';
import { orderOf } from '../electron/service/documents.ts';
import { type FileSystem, nodeFileSystem } from '../electron/store/file-system.ts';
import { currentSet, draftAssessment, savedAt } from './example-assessment.ts';
import { bestAnswers } from './example-document-input.ts';

const sets = new CriteriaSets(builtInSets, currentSetId);

/** Final and eligible in 2026; any part can be replaced. */
export function finalAssessment(code: string, name: string): Assessment {
  return finalised(currentSet, draftOf(code, name, bestAnswers(currentSet)), { at: savedAt, by: null });
}

export function draftOf(
  code: string,
  name: string,
  answers: Record<string, number | boolean> = {},
): Assessment {
  return draftAssessment(answers, {
    id: `2026-${code}`,
    unit: { code, name, type: 'xa', class: 'other', province: 'Tỉnh Mẫu' },
  });
}

/** Reads them as the program does, in the order given. */
export function readersOf(
  assessments: readonly Assessment[],
  damaged: readonly { readonly id: string; readonly unitName: string | null }[] = [],
): BatchReaders {
  const found = (id: string) => {
    const assessment = assessments.find((one) => one.id === id);
    if (assessment !== undefined) return assessment;
    if (damaged.some((one) => one.id === id)) throw new Refusal('damaged', `Tệp của phiếu ${id} bị hỏng`);
    throw new Refusal('not_found', `Không có phiếu ${id}`);
  };
  return {
    list: async (year) => ({
      assessments: assessments.filter((one) => one.year === year).map((one) => sets.lineOf(one)),
      troubled: damaged.map(({ id, unitName }) => ({
        file: `${id}.json`,
        kind: 'damaged',
        message: 'Tệp bị hỏng',
        id,
        writtenAt: null,
        size: 0,
        unitName,
        viewable: false,
      })),
    }),
    order: async (id: string, kind: UnitDocumentKind) =>
      orderOf(kind, currentSet, found(id), unsetOffice, '0.1.0'),
    summary: async (year) => ({
      kind: 'summary',
      input: { year, date: `${year}-11-22`, office: unsetOffice, groups: [], missing: [] },
    }),
  };
}

/** Told of every call twice, before and after it happens; what it throws is what the call fails with. */
export type Tap = (call: string) => void;

const untapped: Tap = () => undefined;

async function tapped<T>(tap: Tap, call: string, work: () => Promise<T>): Promise<T> {
  tap(call);
  const result = await work();
  tap(call);
  return result;
}

export function tappedFiles(tap: Tap): FileSystem {
  return {
    ...nodeFileSystem,
    createFile: async (path) => {
      tap('create');
      const file = await nodeFileSystem.createFile(path);
      try {
        tap('create');
      } catch (error) {
        await file.close();
        throw error;
      }
      return {
        write: (bytes) => tapped(tap, 'write', () => file.write(bytes)),
        sync: () => tapped(tap, 'sync', () => file.sync()),
        // NOTE: closed before it is told, so that a failure leaves nothing open.
        close: () => file.close().then(() => tapped(tap, 'close', async () => undefined)),
      };
    },
    rename: (from, to) => tapped(tap, 'rename', () => nodeFileSystem.rename(from, to)),
    remove: (path) => tapped(tap, 'remove', () => nodeFileSystem.remove(path)),
    syncFolder: (path) => tapped(tap, 'sync folder', () => nodeFileSystem.syncFolder(path)),
  };
}

export function tappedReaders(readers: BatchReaders, tap: Tap): BatchReaders {
  return {
    list: readers.list,
    order: (id, kind) => tapped(tap, 'order', () => readers.order(id, kind)),
    summary: (year) => tapped(tap, 'order', () => readers.summary(year)),
  };
}

const printed = new Map<string, Promise<PrintedDocument>>();
const merged = new Map<string, Promise<Uint8Array>>();

/** The right bytes, made once for each order. */
export function bytesOf(order: PrintOrder): Promise<Uint8Array> {
  return remembered(printed, order, () => printDocument(order)).then(({ bytes }) => bytes);
}

/** Prints what is right in this thread, `threads` at a time. */
export function tappedPress(tap = untapped, threads = 2): BatchPress & { readonly threads: number } {
  return {
    threads,
    print: (order) => tapped(tap, 'print', async () => ({ bytes: await bytesOf(order) })),
    printMerged: (title, orders) =>
      tapped(tap, 'merge', () => remembered(merged, [title, orders], () => printMerged(title, orders))),
  };
}

function remembered<T>(known: Map<string, T>, from: unknown, make: () => T): T {
  const key = JSON.stringify(from);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
