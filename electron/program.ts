/** What both hosts serve: the handlers over this machine's data folder, with everything they need put together. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Assessment } from '../criteria/assessment.ts';
import { builtInSets, currentSetId } from '../criteria/sets/built-in.ts';
import type { AppInfo } from './api.ts';
import { loadUnitCatalogue, type UnitCatalogue } from './catalogue/unit-catalogue.ts';
import { logLine, programLog, reportFault } from './log/program-log.ts';
import { Press } from './printing/press.ts';
import { Batches } from './service/batches.ts';
import { CriteriaSets, lineVersion } from './service/criteria-sets.ts';
import type { Desktop } from './service/desktop.ts';
import { Diagnosing, versionsOf } from './service/diagnosing.ts';
import type { Handlers } from './service/dispatch.ts';
import { Documents } from './service/documents.ts';
import { Evidence } from './service/evidence.ts';
import { createHandlers, listOf } from './service/handlers.ts';
import { logFolderOf, Places } from './service/places.ts';
import { Recovery } from './service/recovery.ts';
import { Sheets } from './service/sheets.ts';
import { AssessmentStore } from './store/assessment-store.ts';
import { nodeFileSystem, sharedFileSystem } from './store/file-system.ts';
import { patientFileSystem } from './store/patient-file-system.ts';
import { sha256OfJson } from './store/sha256.ts';
import { BeforeUpdate } from './update/before-update.ts';

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
  readonly documentFolder?: string | undefined;
  /** What the desktop around the program can do; nothing in the browser. */
  readonly desktop?: Desktop;
  /** Shows a folder in the file manager where there is one but no desktop. */
  readonly showFolder?: Desktop['showFolder'] | undefined;
}

export interface Program {
  readonly handlers: Handlers;
  /** For the start of a host, before it answers calls: the log is kept from here, and a new version copies the data. */
  begin(): Promise<void>;
  /** Resolves when every save under way is on the disk and backed up. */
  settled(): Promise<void>;
  /** For the end of the program: a batch under way stops, all is settled, and no thread is left. Tells each step. */
  close(tell?: (begun: ClosingStep) => void): Promise<void>;
}

export type ClosingStep = 'batch' | 'saves' | 'press';

export function createProgram(options: ProgramOptions): Program {
  const clock = options.clock ?? (() => new Date());
  const sets: CriteriaSets = new CriteriaSets(builtInSets, currentSetId, {
    read: async () => {
      // What lies in the second folder counts, too.
      await begun;
      return store.criteria.read();
    },
    inUse: async () => {
      const { criteriaInUse } = await store.settings.read();
      return criteriaInUse ?? (store.settings.trouble === null ? null : 'lost');
    },
    putAway: (id) => store.criteria.removeDraft(id, 'accepted'),
    list: () => store.list(),
  });
  const lineOf = (assessment: Assessment) => sets.lineOf(assessment);
  const waiting = { wait: (milliseconds: number) => pause(milliseconds), log: logLine };
  const { holdsLock = async () => true } = options;
  const beforeUpdate = new BeforeUpdate({
    dataFolder: options.dataFolder,
    files: patientFileSystem(nodeFileSystem, waiting),
    version: options.version,
    clock,
    log: logLine,
    holdsLock,
  });
  const store: AssessmentStore = new AssessmentStore(options.dataFolder, {
    lines: {
      programKey: sha256OfJson([lineVersion, options.version]),
      setKey: (version) => sets.setKey(version),
      of: lineOf,
    },
    clock,
    log: logLine,
    holdsLock: () => beforeUpdate.holds(),
  });
  const recovery = new Recovery({
    dataFolder: options.dataFolder,
    store,
    files: nodeFileSystem,
    lineOf,
    clock,
    ...(options.lockNotice === undefined ? {} : { lockNotice: options.lockNotice }),
    updateTrouble: () => beforeUpdate.trouble,
  });
  const begun = recovery.takeUpSecondFolder();
  const press = new Press();
  const documents = new Documents({ store, sets, press, version: options.version, clock });
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
      desktop: options.desktop,
      places: new Places({
        dataFolder: options.dataFolder,
        secondFolder: async () => (await store.settings.read()).secondFolder,
        printed: () => batches.state().batch?.request.folder ?? null,
        showFolder: options.desktop?.showFolder ?? options.showFolder,
      }),
      diagnosis: new Diagnosing({
        ...options,
        store,
        recovery,
        sets,
        files: nodeFileSystem,
        clock,
        log: programLog,
      }),
    }),
    begin: async () => {
      const { dataFolder, host } = options;
      programLog.keepIn(logFolderOf(dataFolder), dataFolder, holdsLock);
      const { program, parts, system } = versionsOf(options.version);
      const runs = parts.map(({ name, version }) => `${name} ${version}`).join(', ');
      programLog.say('info', `started: version ${program}, host ${host}, ${runs}, ${system}`);
      await beforeUpdate.make();
    },
    settled,
    close: async (tell = () => undefined) => {
      try {
        tell('batch');
        await batches.stop();
        tell('saves');
        await settled();
        tell('press');
        await press.close();
        programLog.say('info', 'ended');
      } catch (fault) {
        programLog.fault('not ended in order', fault);
        throw fault;
      } finally {
        await programLog.close();
      }
    },
  };
}
