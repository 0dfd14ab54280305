/**
 * The criteria sets that this machine was given or made: each published version in a file of its own, which only ever gets
 * a longer register, `<data folder>/criteria-sets/<id>@<version>.json`, and the drafts, `criteria-sets/drafts/<id>.json`.
 * Sets that come with the program are not here before something of them is confirmed.
 */
import { join } from 'node:path';
import type { PublishedSet } from '../../criteria/rules/published-set.ts';
import type { SetDraft } from '../../criteria/rules/set-draft.ts';
import { faultText } from '../log/fault-text.ts';
import { ownPlace } from '../log/own-place.ts';
import { Refusal } from '../refusal.ts';
import {
  draftCodec,
  draftFileName,
  draftIdOfFile,
  nameOfId,
  publishedCodec,
  publishedFileName,
  versionOfFile,
} from './criteria-set-file.ts';
import { DamagedFileError } from './damaged-file.ts';
import type { DamagedFolder } from './damaged-folder.ts';
import { fileFailure } from './file-failure.ts';
import type { FileSystem } from './file-system.ts';
import { type CopyPlace, MadeApartError, MirroredFiles } from './mirrored-files.ts';
import { moveInto, namesIn } from './moving-aside.ts';
import type { SecondFolder } from './second-folder.ts';
import { sha256OfJson } from './sha256.ts';
import { Turns } from './turns.ts';

export interface StoredSets {
  readonly published: readonly PublishedSet[];
  readonly drafts: readonly SetDraft[];
  /** What cannot be used, and what was found wrong and mended since the program began. Sentences without a full stop. */
  readonly troubled: readonly { readonly file: string; readonly message: string }[];
}

export interface CriteriaStoreOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  readonly damaged: DamagedFolder;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Rejects while the data folder is not ours alone. */
  readonly makeWritable: () => Promise<void>;
  readonly second: () => SecondFolder | null;
}

/** How long after a failure copying to the second folder is tried again, in milliseconds. */
const retryDelay = 60_000;

const folder = 'criteria-sets';

export class CriteriaStore {
  readonly #options: CriteriaStoreOptions;
  readonly #published: MirroredFiles<PublishedSet>;
  readonly #drafts: MirroredFiles<SetDraft>;
  readonly #pastDrafts: string;
  readonly #turns = new Turns();
  /** What is still to be copied to the second folder, by path. */
  readonly #uncopied = new Map<string, { readonly name: string; readonly of: Mirrored }>();
  readonly #seenWith = new WeakSet<SecondFolder>();
  #copyFailure: string | null = null;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: CriteriaStoreOptions) {
    this.#options = options;
    this.#pastDrafts = join(options.dataFolder, folder, 'past-drafts');
    this.#published = new MirroredFiles({
      ...options,
      folder,
      kind: 'criteria-set',
      codecOf: publishedCodec,
      supersedes: isLaterState,
      contradicts: (copy, published) => !goesOn(copy, published) && !goesOn(published, copy),
      isPast: async () => false,
    });
    this.#drafts = new MirroredFiles({
      ...options,
      folder: join(folder, 'drafts'),
      kind: 'criteria-set-draft',
      codecOf: draftCodec,
      supersedes: (copy, draft) => copy.createdAt === draft.createdAt && copy.saves > draft.saves,
      contradicts: () => false,
      isPast: (copy) => this.#isPast(copy),
    });
  }

  /**
   * Everything that can be used, after what was damaged, gone or replaced by something older was taken from its copy. A set
   * with a fault is never used. A file that cannot be used is told and left as it is; it never makes this fail. What lies in
   * the second folder counts once that folder was taken up.
   */
  read(): Promise<StoredSets> {
    return this.#inTurn(async () => {
      const published = await this.#readAll(this.#published, versionOfFile);
      const drafts = await this.#readAll(this.#drafts, draftIdOfFile);
      await this.#copyAllOncePerFolder();
      return {
        published: published.values,
        drafts: drafts.values,
        troubled: [...published.troubled, ...drafts.troubled],
      };
    });
  }

  /**
   * Writes a new version; resolves once it is on the disk. A Refusal `already_exists` where there is one of this id and
   * version, readable or not as `damaged` or `newer_format`; `storage_failed` where it cannot be written. `damaged` as
   * `replaced`: a damaged file without a good copy gives way and is kept.
   */
  publish(published: PublishedSet, damaged: 'refused' | 'replaced' = 'refused'): Promise<void> {
    const { id, version } = published.set;
    const decide = (present: PublishedSet | null) => {
      if (present === null) return published;
      throw new Refusal(
        'already_exists',
        `Trên máy này đã có bộ tiêu chí "${id}" bản ${version} nên không ghi đè`,
      );
    };
    return this.#change(this.#published, publishedFileName(published.set), decide, damaged);
  }

  /**
   * Writes the same version with a longer register; resolves once it is on the disk. A Refusal `conflict` unless the version
   * is the same but for its register, of which `basedOn` entries are on the disk and are the first ones of the new register.
   * Where there is no file, because the version came with the program or its files are gone, all of it is written. Refuses
   * otherwise as `publish`.
   */
  register(
    published: PublishedSet,
    basedOn: number,
    damaged: 'refused' | 'replaced' = 'refused',
  ): Promise<void> {
    const decide = (present: PublishedSet | null) => {
      const before = present ?? { ...published, register: published.register.slice(0, basedOn) };
      const isLonger = published.register.length > before.register.length;
      if (before.register.length !== basedOn || !isLonger || !goesOn(published, before))
        throw new Refusal(
          'conflict',
          'Việc đối chiếu bộ tiêu chí này vừa được ghi thêm ở một cửa sổ khác; hãy tải lại rồi thử lại',
        );
      return published;
    };
    return this.#change(this.#published, publishedFileName(published.set), decide, damaged);
  }

  /**
   * Writes a draft; resolves once it is on the disk. `basedOn` null begins one: a Refusal `already_exists` where there is one
   * of this id. Otherwise it is the `saves` of the state that the draft was changed from, and `saves` of the draft counts on
   * from it: `conflict` where another state is on the disk, `not_found` where none is. Refuses otherwise as `publish`.
   */
  saveDraft(draft: SetDraft, basedOn: number | null): Promise<void> {
    const { id } = draft.set;
    if (basedOn !== null && draft.saves <= basedOn) throw new RangeError('saves must count on');
    return this.#change(this.#drafts, draftFileName(id), (present) => {
      if (basedOn === null) {
        if (present === null) return draft;
        throw new Refusal(
          'already_exists',
          `Đã có một bản soạn của bộ tiêu chí "${id}"; hãy soạn tiếp bản đó`,
        );
      }
      if (present === null) throw draftGone();
      if (present.saves !== basedOn || present.createdAt !== draft.createdAt)
        throw new Refusal(
          'conflict',
          'Bản soạn này vừa được sửa ở một cửa sổ khác; hãy tải lại rồi soạn tiếp',
        );
      return draft;
    });
  }

  /** Moves a draft to those of the past, damaged or not; nothing is deleted. A Refusal (`not_found`, `newer_format`, `storage_failed`) otherwise. */
  removeDraft(id: string, how: 'accepted' | 'discarded'): Promise<void> {
    return this.#inTurn(async () => {
      const { clock, files, makeWritable } = this.#options;
      await makeWritable();
      const name = draftFileName(id);
      const { lying } = await this.#drafts.settle(name);
      if (lying.state === 'missing') return this.#needRemoved(id);
      if (lying.state === 'newer') throw new Refusal('newer_format', lying.message);
      if (lying.state === 'unreadable') throw new Refusal('storage_failed', lying.message);
      try {
        await moveInto(files, this.#pastDrafts, this.#drafts.pathOf(name), {
          name: nameOfId(id),
          at: clock(),
          ending: `_${how}.json`,
        });
      } catch (error) {
        throw new Refusal('storage_failed', `Chưa cất được bản soạn. ${fileFailure(error)}`, {
          cause: error,
        });
      }
      // Its copy is told to be of the past, and goes.
      await this.#drafts.settle(name).catch(() => undefined);
    });
  }

  /** Copies everything to the second folder; gives what could not be copied, with the reason as a sentence. */
  async copyToSecond(): Promise<StoredSets['troubled']> {
    const failed: { file: string; message: string }[] = [];
    for (const each of [this.#published, this.#drafts])
      for (const name of (await each.names()).names)
        await this.#turns
          .inTurn('second', () => each.copyToSecond(name))
          .catch((error: unknown) => failed.push({ file: name, message: secondFailure(error) }));
    if (failed.length === 0) this.#copyFailure = null;
    return failed;
  }

  /** Why a set has no copy beside the backups, as a sentence; null while all is well. */
  get trouble(): string | null {
    return this.#published.trouble ?? this.#drafts.trouble;
  }

  /** Why a set is not in the second folder, as a sentence; null while all is well. */
  get secondTrouble(): string | null {
    return this.#options.second() === null ? null : this.#copyFailure;
  }

  /** Resolves when nothing is being written or copied. */
  async settled(): Promise<void> {
    await this.#turns.settled();
    if (this.#uncopied.size > 0) await this.#turns.inTurn('second', () => this.#copyPlanned());
  }

  async #change<T>(
    of: MirroredFiles<T>,
    name: string,
    decide: (present: T | null) => T,
    damaged: 'refused' | 'replaced' = 'refused',
  ): Promise<void> {
    await this.#inTurn(() => of.change(name, decide, damaged));
    this.#planCopy(of, name);
  }

  async #readAll<T>(
    of: MirroredFiles<T>,
    known: (name: string) => unknown,
  ): Promise<{ values: T[]; troubled: Troubled[] }> {
    const values: T[] = [];
    const troubled: Troubled[] = [];
    const { names, failure } = await of.names();
    if (failure !== null)
      troubled.push({
        file: folder,
        message: `Không đọc được thư mục các bộ tiêu chí. ${fileFailure(failure)}`,
      });
    for (const file of names) {
      if (known(file) === null) {
        troubled.push({
          file,
          message: 'Tên tệp không phải là tên của một bộ tiêu chí; hãy dời tệp này đi nơi khác',
        });
        continue;
      }
      try {
        const { lying, standIn } = await of.settle(file);
        if (lying.state === 'good') values.push(lying.value);
        else if (standIn !== null) values.push(standIn);
        const isLost = lying.state === 'damaged' && of === (this.#published as unknown);
        if ('message' in lying)
          troubled.push({ file, message: isLost ? importAgain(lying.message) : lying.message });
        else for (const message of of.found(file)) troubled.push({ file, message });
      } catch (error) {
        troubled.push({ file, message: `Không đọc được tệp. ${fileFailure(error)}` });
      }
    }
    return { values, troubled };
  }

  /** A removal that failed in its last step is made good. */
  async #needRemoved(id: string): Promise<void> {
    const { files } = this.#options;
    if ((await this.#pastNames(id)).length === 0) throw draftGone();
    await files.syncFolder(this.#pastDrafts);
    await files.syncFolder(this.#drafts.folder);
  }

  async #isPast(copy: SetDraft): Promise<boolean> {
    const { id } = copy.set;
    for (const name of await this.#pastNames(id)) {
      const bytes = await this.#options.files.readFile(join(this.#pastDrafts, name));
      if (createdAtOf(id, bytes) === copy.createdAt) return true;
    }
    return false;
  }

  async #pastNames(id: string): Promise<readonly string[]> {
    const begin = `${nameOfId(id)}_`;
    return (await namesIn(this.#options.files, this.#pastDrafts)).filter(
      (name) => name.startsWith(begin) && pastEnding.test(name.slice(begin.length)),
    );
  }

  async #copyAllOncePerFolder(): Promise<void> {
    const second = this.#options.second();
    if (second === null || this.#seenWith.has(second)) return;
    this.#seenWith.add(second);
    for (const kept of [this.#published, this.#drafts])
      for (const name of (await kept.names()).names) this.#planCopy(kept, name);
  }

  #planCopy(of: Mirrored, name: string): void {
    if (this.#options.second() === null) return;
    this.#uncopied.set(of.pathOf(name), { name, of });
    void this.#turns.inTurn('second', () => this.#copyPlanned());
  }

  async #copyPlanned(): Promise<void> {
    clearTimeout(this.#retry);
    this.#copyFailure = null;
    for (const [path, { name, of }] of [...this.#uncopied]) {
      try {
        await of.copyToSecond(name);
        this.#uncopied.delete(path);
      } catch (error) {
        this.#options.log(`${ownPlace(path)} not copied: ${faultText(error)}`);
        this.#copyFailure = `Chưa chép được tệp ${name} vào thư mục thứ hai. ${secondFailure(error)}`;
      }
    }
    if (this.#uncopied.size === 0) return;
    this.#retry = setTimeout(() => void this.#turns.inTurn('second', () => this.#copyPlanned()), retryDelay);
    // A retry alone keeps no program from ending.
    this.#retry.unref();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.inTurn('sets', work);
  }
}

interface Troubled {
  readonly file: string;
  readonly message: string;
}

type Mirrored = Pick<MirroredFiles<unknown>, 'pathOf' | 'copyToSecond'>;

const pastEnding = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z_(accepted|discarded)\.json$/;

/**
 * Whether a copy says more than the file. NOTE: a version never changes on this machine, so that a file that says something
 * else than the copy beside the backups was put there. In the second folder it can be another machine's version.
 */
function isLaterState(copy: PublishedSet, published: PublishedSet, from: CopyPlace): boolean {
  if (!sameButRegister(copy, published)) return from === 'here';
  return copy.register.length > published.register.length && goesOn(copy, published);
}

function importAgain(message: string): string {
  return `${message}. Hãy nhập lại tệp của bộ tiêu chí này ở trang “Bộ tiêu chí”`;
}

function goesOn(next: PublishedSet, before: PublishedSet): boolean {
  const begin = next.register.slice(0, before.register.length);
  return sameButRegister(next, before) && sha256OfJson(begin) === sha256OfJson(before.register);
}

function sameButRegister(a: PublishedSet, b: PublishedSet): boolean {
  return sha256OfJson({ ...a, register: [] }) === sha256OfJson({ ...b, register: [] });
}

function createdAtOf(id: string, bytes: Uint8Array): string | null {
  try {
    return draftCodec(draftFileName(id)).decode(bytes).createdAt;
  } catch {
    return null;
  }
}

function draftGone(): Refusal {
  return new Refusal(
    'not_found',
    'Bản soạn này không còn; có thể nó đã được chấp nhận hoặc bỏ ở một cửa sổ khác',
  );
}

function secondFailure(error: unknown): string {
  const isInWords =
    error instanceof Refusal || error instanceof DamagedFileError || error instanceof MadeApartError;
  return isInWords ? error.message : fileFailure(error);
}
