/** What both hosts serve: the handlers over this machine's data folder, with everything they need put together. */
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import type { AppInfo, Method, PdfDocument } from './api.ts';
import { loadUnitCatalogue, type UnitCatalogue } from './catalogue/unit-catalogue.ts';
import type { Handlers } from './service/dispatch.ts';
import { createHandlers } from './service/handlers.ts';
import { AssessmentStore } from './store/assessment-store.ts';

export interface ProgramOptions {
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly dataFolder: string;
  readonly clock?: () => Date;
  readonly showDocument?: (document: PdfDocument) => Promise<boolean>;
}

export interface Program {
  readonly handlers: Handlers;
  /** Resolves when every save under way is on the disk. */
  settled(): Promise<void>;
}

export function createProgram(options: ProgramOptions): Program {
  const store = new AssessmentStore(options.dataFolder);
  let catalogue: UnitCatalogue | undefined;
  return {
    handlers: createHandlers({
      app: { version: options.version, host: options.host, dataFolder: options.dataFolder },
      store,
      sets: builtInSets,
      currentSetId,
      // Read on first use: 3,321 units are not needed to show the list.
      catalogue: () => {
        catalogue ??= loadUnitCatalogue();
        return catalogue;
      },
      clock: options.clock ?? (() => new Date()),
      showDocument: options.showDocument ?? (async () => false),
    }),
    settled: () => store.settled(),
  };
}

/** A fault of ours, for whoever reads the terminal; the person at the screen gets a sentence of its own. */
export function reportFault(method: Method, fault: unknown): void {
  process.stderr.write(
    `${method}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
  );
}
