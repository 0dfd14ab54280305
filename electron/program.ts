/** What both hosts serve: the handlers over this machine's data folder, with everything they need put together. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Assessment } from '../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import type { AppInfo, Method, PdfDocument } from './api.ts';
import { loadUnitCatalogue, type UnitCatalogue } from './catalogue/unit-catalogue.ts';
import { Press } from './printing/press.ts';
import { Batches } from './service/batches.ts';
import { CriteriaSets } from './service/criteria-sets.ts';
import type { Handlers } from './service/dispatch.ts';
import { Documents } from './service/documents.ts';
import { Evidence } from './service/evidence.ts';
import { createHandlers, listOf } from './service/handlers.ts';
import { Recovery } from './service/recovery.ts';
import { Sheets } from './service/sheets.ts';
import { AssessmentStore } from './store/assessment-store.ts';
import { nodeFileSystem, sharedFileSystem } from './store/file-system.ts';
import { patientFileSystem } from './store/patient-file-system.ts';

export interface ProgramOptions {
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly dataFolder: string;
  readonly clock?: () => Date;
  /** Whether the data folder is this program's alone; asked before each write. */
  readonly holdsLock?: () => Promise<boolean>;
  /** What is to be told about how the data folder was found, as a sentence. */
  readonly lockNotice?: string | undefined;
  /** Offered for printed documents; the folder of documents in the home folder unless given. */
  readonly documentFolder?: string;
  readonly showDocument?: (document: PdfDocument) => Promise<boolean>;
}

export interface Program {
  readonly handlers: Handlers;
  /** Resolves when every save under way is on the disk and backed up. */
  settled(): Promise<void>;
  /** For the end of the program: a batch under way stops, all is settled, and no thread is left. */
  close(): Promise<void>;
}

export function createProgram(options: ProgramOptions): Program {
  const clock = options.clock ?? (() => new Date());
  const sets = new CriteriaSets(builtInSets, currentSetId);
  const lineOf = (assessment: Assessment) => sets.lineOf(assessment);
  const store = new AssessmentStore(options.dataFolder, {
    lines: { key: sets.lineKey(options.version), of: lineOf },
    clock,
    log: logLine,
    ...(options.holdsLock === undefined ? {} : { holdsLock: options.holdsLock }),
  });
  const recovery = new Recovery({
    dataFolder: options.dataFolder,
    store,
    files: nodeFileSystem,
    lineOf,
    clock,
    ...(options.lockNotice === undefined ? {} : { lockNotice: options.lockNotice }),
  });
  const begun = recovery.takeUpSecondFolder();
  const press = new Press();
  const documents = new Documents({ store, sets, press, version: options.version, clock });
  const waiting = { wait: (milliseconds: number) => pause(milliseconds), log: logLine };
  const batches = new Batches({
    readers: {
      list: async (year) => listOf(await store.list(), year),
      order: (id, kind) => documents.order(id, kind),
      summary: (year) => documents.summary(year),
    },
    press,
    files: patientFileSystem(sharedFileSystem, waiting),
    clock,
    dataFolder: options.dataFolder,
    suggestedFolder: options.documentFolder ?? join(homedir(), 'Documents'),
    report: (fault) => reportFault('batch.start', fault),
  });
  let catalogue: UnitCatalogue | undefined;
  const settled = async () => {
    await begun;
    await store.settled();
  };
  return {
    handlers: createHandlers({
      app: { version: options.version, host: options.host, dataFolder: options.dataFolder },
      store,
      recovery,
      sets,
      documents,
      batches,
      sheets: new Sheets({ store, sets, press, clock }),
      evidence: new Evidence(store.evidence),
      // Read on first use: 3,321 units are not needed to show the list.
      catalogue: () => {
        catalogue ??= loadUnitCatalogue();
        return catalogue;
      },
      clock,
      showDocument: options.showDocument ?? (async () => false),
    }),
    settled,
    close: async () => {
      await batches.stop();
      await settled();
      await press.close();
    },
  };
}

/** For whoever reads the terminal: what was tried again, what could not be tidied. */
export function logLine(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}

/** A fault of ours, for whoever reads the terminal; the person at the screen gets a sentence of its own. */
export function reportFault(method: Method, fault: unknown): void {
  process.stderr.write(
    `${method}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
  );
}
