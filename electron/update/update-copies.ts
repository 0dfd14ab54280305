/**
 * Copies of the data as another version of the program left it, `<data folder>/updates/<time>_<from>-to-<to>/`: all files
 * of `assessments/` and of `criteria-sets/` with its drafts, and `settings.json`. A copy is made under a hidden name that
 * never counts.
 */
import { basename, dirname, join, sep } from 'node:path';
import { UnfaithfulDiskError } from '../store/backup-folder.ts';
import { type FileSystem, fileErrorCode } from '../store/file-system.ts';

/** Of how many pairs of versions copies are kept. */
const kept = 3;
/** Whose files are copied, each after the one that it lies in. */
const folders = ['assessments', 'criteria-sets', join('criteria-sets', 'drafts')];
/** How many files are copied at a time: a disk that is asked for many writes them together. */
const abreast = 32;

/** The one that is being made, and one that is being removed. */
const unfinished = '.unfinished';
const superfluous = '.superfluous';
const name = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)_([0-9A-Za-z.+-]+-to-[0-9A-Za-z.+-]+)$/;
const pairOf = (copy: string) => name.exec(copy)?.[5];

export class UpdateCopies {
  readonly #dataFolder: string;
  readonly #folder: string;
  readonly #files: FileSystem;

  constructor(dataFolder: string, files: FileSystem) {
    this.#dataFolder = dataFolder;
    this.#folder = join(dataFolder, 'updates');
    this.#files = files;
  }

  /** Names of whole copies, oldest first. */
  async list(): Promise<readonly string[]> {
    return (await this.#names(this.#folder)).filter((one) => name.test(one)).sort();
  }

  /**
   * Resolves once a whole copy is on the disk; a half one is left where it does not count. Nothing is copied where there
   * is nothing, or where the copy was made by a start that was broken off before it could say so.
   */
  async make(from: string, to: string, at: Date): Promise<void> {
    if ((await this.list()).at(-1)?.endsWith(`_${from}-to-${to}`))
      return this.#files.syncFolder(this.#folder);
    const files = await this.#source();
    if (files.length === 0) return;
    const work = join(this.#folder, unfinished);
    await this.#clear(unfinished);
    const used = folders.filter((folder) => files.some((file) => file.startsWith(join(folder, sep))));
    for (const folder of used) await this.#files.makeFolder(join(work, folder));
    for (let n = 0; n < files.length; n += abreast) {
      const copies = files.slice(n, n + abreast).map((file) => this.#copy(file, join(work, file)));
      // All of them have come to their end before the next step, or the next try.
      const failed = (await Promise.allSettled(copies)).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    }
    for (const folder of used.toReversed()) await this.#files.syncFolder(join(work, folder));
    await this.#files.syncFolder(work);
    await this.#files.rename(work, join(this.#folder, await this.#nextName(from, to, at)));
    await this.#files.syncFolder(this.#folder);
  }

  /**
   * Keeps the first and the last copy of each of the newest pairs of versions: whoever goes to and fro between two versions
   * pushes out neither what was there before the first update nor what they have done since. What is being removed does not
   * count any more.
   */
  async prune(): Promise<void> {
    await this.#clear(superfluous);
    for (const old of superseded(await this.list())) {
      await this.#files.rename(join(this.#folder, old), join(this.#folder, superfluous));
      // NOTE: else its files could be gone after a power cut, and its name still be there.
      await this.#files.syncFolder(this.#folder);
      await this.#clear(superfluous);
    }
  }

  /** From the data folder. */
  async #source(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const folder of folders) {
      const names = await this.#names(join(this.#dataFolder, folder));
      found.push(...names.filter((name) => !name.startsWith('.')).map((name) => join(folder, name)));
    }
    return found.length === 0 ? [] : [...found, 'settings.json'];
  }

  /** A folder within the folders is none of these files, whoever made it. */
  async #copy(file: string, to: string): Promise<void> {
    const from = join(this.#dataFolder, file);
    let bytes: Uint8Array;
    try {
      bytes = await this.#files.readFile(from);
    } catch (error) {
      const code = fileErrorCode(error);
      if (code === 'EISDIR' || (code === 'ENOENT' && dirname(file) === '.')) return;
      throw error;
    }
    const copy = await this.#files.createFile(to);
    try {
      await copy.write(bytes);
      await copy.sync();
    } finally {
      await copy.close();
    }
    if (Buffer.compare(await this.#files.readFile(to), bytes) !== 0) throw new UnfaithfulDiskError();
  }

  async #clear(hidden: string): Promise<void> {
    if (!(await this.#names(this.#folder)).includes(hidden)) return;
    const folder = join(this.#folder, hidden);
    for (const inside of [...folders.toReversed(), '']) {
      const place = join(folder, inside);
      if (!(await this.#names(dirname(place))).includes(basename(place))) continue;
      for (const file of await this.#names(place)) await this.#files.remove(join(place, file));
      await this.#files.removeFolder(place);
    }
    await this.#files.syncFolder(this.#folder);
  }

  /** After all others, though the clock may have gone back. NOTE: Windows takes no colon in a name. */
  async #nextName(from: string, to: string, at: Date): Promise<string> {
    const latest = (await this.list()).at(-1);
    const [, day, hours, minutes, seconds] = name.exec(latest ?? '') ?? [];
    const after = latest === undefined ? 0 : Date.parse(`${day}T${hours}:${minutes}:${seconds}`) + 1;
    const instant = new Date(Math.max(at.getTime(), after));
    return `${instant.toISOString().replaceAll(':', '-')}_${from}-to-${to}`;
  }

  async #names(folder: string): Promise<readonly string[]> {
    try {
      return await this.#files.listFolder(folder);
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

/** Which copies are not kept any more, of all of them, oldest first. */
function superseded(copies: readonly string[]): readonly string[] {
  const newestFirst = [...new Set(copies.map(pairOf).toReversed())];
  const stays = newestFirst.slice(0, kept).flatMap((pair) => {
    const ofPair = copies.filter((copy) => pairOf(copy) === pair);
    return [ofPair[0], ofPair.at(-1)];
  });
  return copies.filter((copy) => !stays.includes(copy));
}
