/** What the program tells of itself: for the page about it, and for whoever helps to find a fault. */
import { promises as fs } from 'node:fs';
import { freemem, homedir, release, totalmem, type, version } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { countRules, rulesOf } from '../../criteria/rules/rules.ts';
import type { AppInfo, Diagnosis, Versions } from '../api.ts';
import { faultText } from '../log/fault-text.ts';
import type { ProgramLog } from '../log/program-log.ts';
import { hashOfSet } from '../set-hash.ts';
import type { AssessmentStore } from '../store/assessment-store.ts';
import { currentVersion } from '../store/envelope.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';
import type { CriteriaSets } from './criteria-sets.ts';
import { logFolderOf } from './places.ts';
import type { Recovery } from './recovery.ts';

export interface DiagnosingOptions {
  readonly version: string;
  readonly host: AppInfo['host'];
  readonly dataFolder: string;
  readonly store: AssessmentStore;
  readonly recovery: Recovery;
  readonly sets: CriteriaSets;
  readonly files: FileSystem;
  readonly clock: () => Date;
  readonly log: Pick<ProgramLog, 'lastLines'>;
}

const loggedLines = 40;

export class Diagnosing {
  readonly #options: DiagnosingOptions;
  readonly #since: string;

  constructor(options: DiagnosingOptions) {
    this.#options = options;
    this.#since = options.clock().toISOString();
  }

  async diagnosis(): Promise<Diagnosis> {
    const { dataFolder, log } = this.#options;
    const versions = versionsOf(this.#options.version);
    const text = [
      ...this.#program(versions),
      ...(await told('criteria sets', () => this.#criteriaSets())),
      ...(await told('disk', () => this.#disk())),
      ...(await told('assessments', () => this.#assessments())),
      ...(await told('files', () => this.#fileCounts())),
      ...(await told('troubles', () => this.#troubles())),
      '',
      `last ${loggedLines} lines of the log:`,
      ...log.lastLines(loggedLines),
    ].join('\n');
    return { versions, dataFolder: resolve(dataFolder), logFolder: resolve(logFolderOf(dataFolder)), text };
  }

  #program({ program, parts, system }: Versions): readonly string[] {
    const { host, dataFolder, clock } = this.#options;
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return [
      `program: ${program}, ${host} host`,
      ...parts.map((part) => `${part.name}: ${part.version}`),
      `system: ${system}`,
      `locale: ${locale}, ${timeZone}`,
      `memory: ${inMegabytes(process.memoryUsage.rss())} used, ${inMegabytes(freemem())} of ${inMegabytes(totalmem())} free`,
      `running since: ${this.#since}, now ${clock().toISOString()}`,
      `file version: ${currentVersion}`,
      `data folder: ${saidOfFolder(dataFolder)}`,
      `log folder: logs in the data folder`,
    ];
  }

  async #criteriaSets(): Promise<readonly string[]> {
    const { sets } = this.#options;
    await sets.ready();
    const { id, version } = sets.inUse;
    return [
      `criteria in use: ${id}, version ${version}`,
      ...sets.published.map((published) => {
        const set = sets.standing(published);
        const { confirmed, total } = countRules(rulesOf(set));
        return `criteria set: ${set.id}, version ${set.version}, sha256 ${hashOfSet(set)}, rules confirmed ${confirmed} of ${total}`;
      }),
      `criteria drafts: ${sets.drafts.length}, files in trouble: ${sets.troubled.length}`,
    ];
  }

  async #disk(): Promise<readonly string[]> {
    const { bavail, blocks, bsize } = await fs.statfs(this.#options.dataFolder);
    return [`disk: ${inMegabytes(bavail * bsize)} of ${inMegabytes(blocks * bsize)} free`];
  }

  async #assessments(): Promise<readonly string[]> {
    const { lines, troubled } = await this.#options.store.list();
    return [
      `assessments: ${counted(lines.map(({ status }) => status))}`,
      `assessments in trouble: ${counted(troubled.map(({ kind }) => kind))}`,
    ];
  }

  async #fileCounts(): Promise<readonly string[]> {
    const { dataFolder, store } = this.#options;
    const backups = await this.#filesBelow(join(dataFolder, 'backups'));
    const evidence = await this.#filesBelow(join(dataFolder, 'evidence'));
    const { length: damaged } = await store.damaged.list();
    const { length: updates } = await this.#names(join(dataFolder, 'updates'));
    return [
      `files: ${backups} backups, ${evidence} evidence, ${damaged} moved aside, ${updates} update copies`,
    ];
  }

  async #troubles(): Promise<readonly string[]> {
    const { troubles, secondFolder } = await this.#options.recovery.overview();
    return [
      `troubles: ${counted(troubles.map(({ about }) => about))}`,
      `second folder: ${secondFolder === null ? 'none' : 'chosen'}`,
    ];
  }

  async #filesBelow(folder: string): Promise<number> {
    const inside = await Promise.all(
      (await this.#names(folder)).map((name) => this.#names(join(folder, name))),
    );
    return inside.flat().length;
  }

  async #names(folder: string): Promise<readonly string[]> {
    try {
      return await this.#options.files.listFolder(folder);
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT' || fileErrorCode(error) === 'ENOTDIR') return [];
      throw error;
    }
  }
}

export function versionsOf(program: string): Versions {
  const { electron, chrome, node } = process.versions;
  const parts = [
    { name: 'Electron', version: electron },
    { name: 'Chromium', version: chrome },
    { name: 'Node.js', version: node },
  ];
  const named = process.platform === 'win32' ? `${version()}, ` : '';
  return {
    program,
    parts: parts.flatMap(({ name, version: its }) => (its === undefined ? [] : [{ name, version: its }])),
    system: `${named}${type()} ${release()} ${process.arch}`,
  };
}

/** What cannot be told now must not take the rest with it. */
async function told(what: string, tell: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await tell();
  } catch (error) {
    return [`${what}: not known, ${faultText(error)}`];
  }
}

/** Each kind with how often it is there: `draft 3, final 12`. */
function counted(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts.size === 0 ? 'none' : [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
}

/** In the usual place it is named; any other may be called by a person's name. */
function saidOfFolder(folder: string): string {
  const names = relative(homedir(), resolve(folder)).split(sep);
  const usual = /^(\.local|share|Library|Application Support|AppData|Local|child-friendly-communes|Data)$/;
  if (names.every((name) => usual.test(name))) return ['~', ...names].join(sep);
  return 'not the usual one';
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;
