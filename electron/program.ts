/** What both hosts serve: the handlers over this machine's data folder, with everything they need put together. */
import type { Assessment } from '../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import type { AppInfo, Method, PdfDocument } from './api.ts';
import { loadUnitCatalogue, type UnitCatalogue } from './catalogue/unit-catalogue.ts';
import { CriteriaSets } from './service/criteria-sets.ts';
import type { Handlers } from './service/dispatch.ts';
import { createHandlers } from './service/handlers.ts';
import { Recovery } from './service/recovery.ts';
import { AssessmentStore } from './store/assessment-store.ts';
import { nodeFileSystem } from './store/file-system.ts';

export interface ProgramOptions {
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly dataFolder: string;
  readonly clock?: () => Date;
  /** Whether the data folder is this program's alone; asked before each write. */
  readonly holdsLock?: () => Promise<boolean>;
  /** What is to be told about how the data folder was found, as a sentence. */
  readonly lockNotice?: string | undefined;
  readonly showDocument?: (document: PdfDocument) => Promise<boolean>;
}

export interface Program {
  readonly handlers: Handlers;
  /** Resolves when every save under way is on the disk and backed up. */
  settled(): Promise<void>;
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
  let catalogue: UnitCatalogue | undefined;
  return {
    handlers: createHandlers({
      app: { version: options.version, host: options.host, dataFolder: options.dataFolder },
      store,
      recovery,
      sets,
      // Read on first use: 3,321 units are not needed to show the list.
      catalogue: () => {
        catalogue ??= loadUnitCatalogue();
        return catalogue;
      },
      clock,
      showDocument: options.showDocument ?? (async () => false),
    }),
    settled: async () => {
      await begun;
      await store.settled();
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
