/** What the fault matrix does with the copy that is made before another version of the program uses a data folder. */
import type { FileSystem } from '../../electron/store/file-system.ts';
import { BeforeUpdate } from '../../electron/update/before-update.ts';
import { ProgramVersionFile } from '../../electron/update/program-version-file.ts';
import { UpdateCopies } from '../../electron/update/update-copies.ts';
import type { Attempt, Scenario } from './fault-matrix.ts';
import { SimulatedDisk } from './simulated-disk.ts';

const dataFolder = '/data';
const version = '2.0.0';

/** What must be in each copy, by its path from the data folder; the rest is made by the program or belongs to others. */
const originals: Readonly<Record<string, string>> = {
  'assessments/2026-00001.json': 'hỏng {',
  'assessments/của người khác.txt': 'ghi chú',
  'criteria-sets/bo-moi@1.json': 'bộ tiêu chí',
  'criteria-sets/drafts/bo-moi.json': 'bản soạn',
  'settings.json': 'cài đặt',
};

interface Updating {
  readonly name: string;
  /** That used the folder last; null where none has said so. */
  readonly last: string | null;
  /** How many copies are there from before. */
  readonly copies?: number;
  /** How many may be left; three unless said. */
  readonly most?: number;
  readonly prepare?: (disk: SimulatedDisk) => Promise<unknown>;
}

const update = (files: FileSystem, to = version, second = 0) =>
  new BeforeUpdate({
    dataFolder,
    files,
    version: to,
    clock: () => new Date(Date.UTC(2026, 10, 2, 8, 0, second)),
    log: () => undefined,
    holdsLock: async () => true,
  });

async function diskOf({ last, copies = 0, prepare }: Updating): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await disk.makeFolder(`${dataFolder}/assessments`);
  await disk.makeFolder(`${dataFolder}/criteria-sets/drafts`);
  await disk.makeFolder(`${dataFolder}/criteria-sets/past-drafts`);
  for (const [path, text] of Object.entries(originals)) disk.place(`${dataFolder}/${path}`, text);
  disk.place(`${dataFolder}/assessments/.2026-00001.json.${'0'.repeat(36)}.tmp`, 'dở dang');
  for (let n = 1; n <= copies; n += 1) await update(disk, `0.${n}.0`, n).make();
  if (last !== null) await new ProgramVersionFile(dataFolder, disk).write(last);
  await prepare?.(disk);
  return disk.copy();
}

function attempt(files: FileSystem, most = 3): Attempt {
  let made = update(files);
  /** Whether the program goes on as after a whole copy, and writes. */
  let begun = false;
  return {
    async run() {
      await made.make();
      begun = made.trouble === null;
    },
    async faultsOfRun({ failure }) {
      const faults = made.trouble?.endsWith('.') ? [`told "${made.trouble}"`] : [];
      if (failure === undefined && made.trouble !== null)
        faults.push(`failed with nothing wrong: ${made.trouble}`);
      if (failure?.forEver) return faults;
      made = update(files, version, 50);
      await made.make();
      begun = made.trouble === null;
      return made.trouble === null ? faults : [...faults, `the next start fails: ${made.trouble}`];
    },
    async faultsOfDisk(disk) {
      const faults = [...(await faultsOfCopies(disk))];
      if (begun && (await new ProgramVersionFile(dataFolder, disk).read()) !== version)
        faults.push('the program has begun to write, and the disk does not know of its version');
      const next = update(disk, version, 55);
      await next.make();
      if (next.trouble !== null) faults.push(`the next start fails: ${next.trouble}`);
      faults.push(...(await faultsOfCopies(disk)).map((fault) => `after the next start, ${fault}`));
      const { length } = await new UpdateCopies(dataFolder, disk).list();
      if (length === 0 || length > most) faults.push(`${length} copies after the next start`);
      return faults;
    },
  };
}

/** In sentences: the originals are as they were, what counts as a copy is whole, and the version stands for one. */
async function faultsOfCopies(disk: SimulatedDisk): Promise<readonly string[]> {
  const found = disk.contents();
  const textAt = (path: string) => {
    const bytes = found.get(`${dataFolder}/${path}`);
    return bytes && new TextDecoder().decode(bytes);
  };
  const differing = (folder: string) =>
    Object.entries(originals).flatMap(([path, text]) =>
      textAt(folder + path) === text ? [] : [folder + path],
    );
  const names = await new UpdateCopies(dataFolder, disk).list();
  const faults = ['', ...names.map((name) => `updates/${name}/`)]
    .flatMap(differing)
    .map((path) => `${path} is not as it was: ${textAt(path)}`);
  const said = await new ProgramVersionFile(dataFolder, disk).read();
  if (said === version && !names.some((name) => name.endsWith(`-to-${version}`)))
    faults.push('the version stands there without its copy');
  return faults;
}

const updatings: readonly Updating[] = [
  { name: 'an update from before versions were noted', last: null },
  { name: 'going back to an earlier version, with three copies', last: '3.0.0', copies: 3 },
  {
    name: 'an update between two versions that are used in turn',
    last: '1.0.0',
    // The first and the last of two pairs.
    most: 4,
    async prepare(disk) {
      for (const [second, to] of [version, '1.0.0', version, '1.0.0'].entries())
        await update(disk, to, second).make();
    },
  },
  {
    name: 'an update after one that was broken off, over a damaged note of the version',
    last: '1.0.0',
    async prepare(disk) {
      disk.strikeBy({ failure: { at: 11, code: 'ENOSPC', effect: 'half', forEver: true } });
      await update(disk).make();
      disk.strikeBy({});
      disk.place(`${dataFolder}/program-version.json`, '{');
    },
  },
];

export const updateScenarios: readonly Scenario[] = updatings.map((updating) => ({
  name: updating.name,
  prepare: async () => ({
    before: await diskOf(updating),
    begin: async (files) => attempt(files, updating.most),
  }),
}));
