/**
 * Files that each have a copy beside the backups and in the second folder: only the latest state, which takes the file's
 * place where that is damaged, gone, or not what was written last. Its calls must come one after another.
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { faultText } from '../log/fault-text.ts';
import { ownPlace } from '../log/own-place.ts';
import { Refusal } from '../refusal.ts';
import { UnfaithfulDiskError } from './backup-folder.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import type { DamagedFolder } from './damaged-folder.ts';
import { type Codec, DurableAdapter } from './durable-adapter.ts';
import { removeLeftovers } from './durable-file.ts';
import { largestFile } from './envelope.ts';
import { fileFailure } from './file-failure.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';
import { namesIn } from './moving-aside.ts';
import type { SecondFolder } from './second-folder.ts';
import { sha256OfJson } from './sha256.ts';

/** How long a file that looks wrong is given to turn out right, in milliseconds: a cloud folder may be writing it. */
const secondLook = 100;

/** What lies in a file. `damaged`: not what was written, or on a bad spot of the disk. */
export type Lying<T> =
  | { readonly state: 'good'; readonly value: T }
  | { readonly state: 'missing' }
  | { readonly state: 'damaged' | 'newer' | 'unreadable'; readonly message: string };

export interface Settled<T> {
  readonly lying: Lying<T>;
  /** The latest copy, where the file itself cannot be used now. */
  readonly standIn: T | null;
}

/** Copies beside the backups are made on this machine only; another one may use the same second folder. */
export type CopyPlace = 'here' | 'second';

export interface MirroredFilesOptions<T> {
  readonly dataFolder: string;
  /** The folder of the files, from the data folder. The copies lie in one of that name. */
  readonly folder: string;
  /** What moved-aside files are called before their own names. */
  readonly kind: string;
  readonly codecOf: (name: string) => Codec<T>;
  /** Whether a copy, and not the value, is what was written last. */
  readonly supersedes: (copy: T, value: T, from: CopyPlace) => boolean;
  /** Whether two values were made apart from one another, so that neither may take the other's place. */
  readonly contradicts: (copy: T, value: T) => boolean;
  /** Whether a copy without a file is of something that was taken away on purpose. */
  readonly isPast: (copy: T) => Promise<boolean>;
  readonly files: FileSystem;
  readonly damaged: DamagedFolder;
  readonly clock: () => Date;
  readonly log: (line: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly makeWritable: () => Promise<void>;
  readonly second: () => SecondFolder | null;
}

interface Copy<T> {
  readonly value: T;
  readonly from: CopyPlace;
}

/** A file beside its latest copy, and whether the copy is to take its place. */
type Compared<T> = { readonly lying: Lying<T> } & (
  | { readonly copy: T | null; readonly wrong: null }
  | { readonly copy: T; readonly wrong: Wrong }
);

interface FailedWrites<T> {
  /** The last state that was acknowledged. */
  readonly before: T | null;
  /** Hashes of the states that were tried to be written over it. */
  readonly tried: ReadonlySet<string>;
}

export class MirroredFiles<T> {
  readonly folder: string;
  readonly #options: MirroredFilesOptions<T>;
  readonly #copies: string;
  readonly #tidied = new Set<string>();
  /** Writes that failed and can be on the disk all the same; nobody was told that they are. */
  readonly #unacknowledged = new Map<string, FailedWrites<T>>();
  /** What was mended in this run, by file. */
  readonly #mended = new Map<string, string>();
  /** Copies that were made apart from their files, by file. */
  readonly #apart = new Map<string, string>();
  /** Why the latest state of a file has no copy here, by file. */
  readonly #uncopied = new Map<string, string>();

  constructor(options: MirroredFilesOptions<T>) {
    this.#options = options;
    this.folder = join(options.dataFolder, options.folder);
    this.#copies = join(options.dataFolder, 'backups', options.folder);
  }

  /** What was found wrong with a file in this run, mended or with a copy that was made apart from it; as sentences. */
  found(name: string): readonly string[] {
    return [this.#mended, this.#apart].flatMap((found) => found.get(name) ?? []);
  }

  /** Why a latest state has no copy beside the backups, as a sentence; null while all is well. */
  get trouble(): string | null {
    return [...this.#uncopied.values()].at(-1) ?? null;
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  /** Of all that are there or have a copy, with why it cannot be told what is there; null where it can. */
  async names(): Promise<{ readonly names: readonly string[]; readonly failure: unknown }> {
    const { files, log } = this.#options;
    let failure: unknown = null;
    const there = await namesIn(files, this.folder).catch((error: unknown) => {
      failure = error;
      return [];
    });
    const copies = [this.#copies, this.#second() ?? []].flat().map((folder) =>
      namesIn(files, folder).catch((error: unknown) => {
        log(`copies not listed: ${faultText(error)}`);
        return [];
      }),
    );
    const all = new Set([...there, ...(await Promise.all(copies)).flat()]);
    const names = [...all].filter((name) => !name.startsWith('.') && /\.json$/i.test(name)).sort();
    return { names, failure };
  }

  /** What lies in the file, after its latest copy has taken its place where that was needed and can be done. */
  async settle(name: string): Promise<Settled<T>> {
    const first = await this.#compare(name);
    if (first.wrong === null) return this.#asItIs(name, first);
    if (first.wrong !== 'missing') await this.#options.wait(secondLook);
    const again = first.wrong === 'missing' ? first : await this.#compare(name);
    if (again.wrong === null) return this.#asItIs(name, again);
    if (again.wrong === 'missing' && (await this.#options.isPast(again.copy))) {
      await this.#removeCopies(name);
      return { lying: again.lying, standIn: null };
    }
    return this.#mend(name, again.wrong, again.copy);
  }

  /**
   * Writes what `decide` makes of the present state, null where there is none, and resolves once that is on the disk; what
   * it throws is handed on. A Refusal (`damaged`, `newer_format`, `storage_failed`) where the present state is not known or
   * nothing can be written. `damaged` as `replaced`: a damaged file without a good copy is kept apart and taken for none.
   */
  async change(
    name: string,
    decide: (present: T | null) => T,
    damaged: 'refused' | 'replaced' = 'refused',
  ): Promise<void> {
    await this.#options.makeWritable();
    if (damaged === 'replaced') await this.#giveUpDamaged(name);
    const present = await this.present(name);
    const before = this.#lastAcknowledged(name, present, decide);
    const next = decide(before);
    await this.#write(name, before, next);
    await this.copyHere(name, next);
  }

  /** The present state, null where there is none; a Refusal (`damaged`, `newer_format`, `storage_failed`) where that is not known. */
  async present(name: string): Promise<T | null> {
    const { lying } = await this.settle(name);
    switch (lying.state) {
      case 'good':
        return lying.value;
      case 'missing':
        return null;
      default:
        throw new Refusal(refusalCode[lying.state], `Không dùng được tệp ${name}. ${lying.message}`);
    }
  }

  /** Copies the state beside the backups. That it could not be done is told by `trouble`. */
  async copyHere(name: string, value: T): Promise<void> {
    try {
      await this.#copyTo(this.#copies, name, value);
      this.#uncopied.delete(name);
    } catch (error) {
      this.#options.log(`no copy of ${this.#place(name)}: ${faultText(error)}`);
      this.#uncopied.set(name, `Chưa tạo được bản dự phòng của tệp ${name}. ${copyFailure(error)}`);
    }
  }

  /** Copies the state in the file to the second folder; rejects with whatever is in the way. */
  async copyToSecond(name: string): Promise<void> {
    const { makeWritable, second } = this.#options;
    const folder = this.#second();
    if (folder === null) return;
    await makeWritable();
    await second()?.own.needBase();
    const lying = await this.#look(this.folder, name);
    if (lying.state === 'good') await this.#copyTo(folder, name, lying.value);
    else if (lying.state !== 'missing') throw new DamagedFileError(lying.message);
  }

  /** Takes away the copies of what has been taken away on purpose; one that stays is known by `isPast`. */
  async #removeCopies(name: string): Promise<void> {
    const { files, log, makeWritable } = this.#options;
    for (const folder of [this.#copies, this.#second() ?? []].flat())
      await makeWritable()
        .then(() => files.remove(join(folder, name)))
        .catch((error: unknown) => log(`copy of ${this.#place(name)} not removed: ${faultText(error)}`));
  }

  async #compare(name: string): Promise<Compared<T>> {
    const lying = await this.#look(this.folder, name);
    if (lying.state === 'newer') return { lying, copy: null, wrong: null };
    const here = await this.#look(this.#copies, name);
    const second = this.#second();
    const away: Lying<T> = second === null ? { state: 'missing' } : await this.#look(second, name);
    this.#tellApart(name, lying, here, away);
    // NOTE: a copy that cannot be read now may be all there is; nothing may take its name.
    if (lying.state === 'missing' && (here.state === 'newer' || here.state === 'unreadable'))
      return { lying: here, copy: null, wrong: null };
    const latest = this.#latestCopy(here, away);
    if (latest === null) return { lying, copy: null, wrong: null };
    const wrong = this.#wrongWith(lying, latest);
    const copy = latest.value;
    return wrong === null ? { lying, copy, wrong } : { lying, copy, wrong };
  }

  #tellApart(name: string, lying: Lying<T>, here: Lying<T>, away: Lying<T>): void {
    this.#apart.delete(name);
    const used = lying.state === 'good' ? lying : here;
    if (used.state === 'good' && away.state === 'good' && this.#options.contradicts(away.value, used.value))
      this.#apart.set(name, madeApart);
  }

  async #giveUpDamaged(name: string): Promise<void> {
    const { lying } = await this.settle(name);
    if (lying.state !== 'damaged') return;
    try {
      await this.#moveAside(this.folder, name);
    } catch (error) {
      throw new Refusal('storage_failed', `Chưa cất riêng được tệp ${name} bị hỏng. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  async #moveAside(folder: string, name: string): Promise<void> {
    const { clock, damaged, kind } = this.#options;
    await damaged.moveAside(join(folder, name), `${kind}_${name.slice(0, -5)}`, clock());
  }

  async #asItIs(name: string, { lying, copy }: Compared<T>): Promise<Settled<T>> {
    if (lying.state !== 'good') return { lying, standIn: copy };
    const failed = this.#unacknowledged.get(name);
    const isAcknowledged = failed?.tried.has(sha256OfJson(lying.value)) !== true;
    if (isAcknowledged && (copy === null || !sameData(copy, lying.value)))
      await this.#options.makeWritable().then(
        () => this.copyHere(name, lying.value),
        () => undefined,
      );
    return { lying, standIn: null };
  }

  #wrongWith(lying: Lying<T>, { value, from }: Copy<T>): Wrong | null {
    if (lying.state === 'missing' || lying.state === 'damaged') return lying.state;
    return lying.state === 'good' && this.#options.supersedes(value, lying.value, from) ? 'outdated' : null;
  }

  async #mend(name: string, wrong: Wrong, copy: T): Promise<Settled<T>> {
    const { damaged, log, makeWritable } = this.#options;
    // NOTE: it is told even where the last step fails and the next try finds all well; and as what was found first.
    if (!this.#mended.has(name)) this.#mended.set(name, mendedText[wrong]);
    try {
      await makeWritable();
      if (wrong === 'missing') {
        // It may have been moved aside by a try that failed before that was there for good.
        if (await damaged.isThere()) await damaged.makeDurable();
      } else await this.#moveAside(this.folder, name);
      await this.#put(this.folder, name, copy);
    } catch (error) {
      log(`${this.#place(name)} not mended: ${faultText(error)}`);
      const message = `Tệp không dùng được; đang dùng bản dự phòng vì chưa ghi lại được. ${copyFailure(error)}`;
      return { lying: { state: 'unreadable', message }, standIn: copy };
    }
    log(`${this.#place(name)} was ${wrong} and taken from its copy`);
    return { lying: { state: 'good', value: copy }, standIn: null };
  }

  /** For the log. */
  #place(name: string): string {
    return ownPlace(this.pathOf(name));
  }

  #second(): string | null {
    const second = this.#options.second();
    return second === null ? null : join(second.part, this.#options.folder);
  }

  /** Null where no copy can be read. */
  #latestCopy(here: Lying<T>, away: Lying<T>): Copy<T> | null {
    const inSecond: Copy<T> | null = away.state === 'good' ? { value: away.value, from: 'second' } : null;
    if (here.state !== 'good') return inSecond;
    return inSecond !== null && this.#options.supersedes(inSecond.value, here.value, 'second')
      ? inSecond
      : { value: here.value, from: 'here' };
  }

  /** What to go on from: a failed write that is now tried again begins before it. */
  #lastAcknowledged(name: string, present: T | null, decide: (present: T | null) => T): T | null {
    const failed = this.#unacknowledged.get(name);
    if (failed === undefined || present === null || !failed.tried.has(sha256OfJson(present))) return present;
    try {
      decide(failed.before);
      return failed.before;
    } catch {
      return present;
    }
  }

  async #write(name: string, before: T | null, next: T): Promise<void> {
    needReadable(name, this.#options.codecOf(name), next);
    try {
      await this.#tidyOnce(this.folder);
      await this.#put(this.folder, name, next);
      this.#unacknowledged.delete(name);
    } catch (error) {
      const earlier = this.#unacknowledged.get(name)?.tried ?? [];
      this.#unacknowledged.set(name, { before, tried: new Set([...earlier, sha256OfJson(next)]) });
      throw new Refusal('storage_failed', `Không ghi được tệp ${name}. ${fileFailure(error)}`, {
        cause: error,
      });
    }
  }

  async #put(folder: string, name: string, value: T): Promise<void> {
    await this.#options.files.makeFolder(folder);
    const low = this.#database(folder, name);
    low.data = value;
    await low.write();
  }

  /** Writes a copy and reads it back. One that a newer program wrote, that is ahead, or that another machine made, stays. */
  async #copyTo(folder: string, name: string, value: T): Promise<void> {
    await this.#tidyOnce(folder);
    const lying = await this.#look(folder, name);
    if (lying.state === 'newer') throw new DamagedFileError(lying.message);
    if (lying.state === 'good') {
      const from = folder === this.#copies ? 'here' : 'second';
      if (sameData(lying.value, value)) return;
      if (this.#options.supersedes(lying.value, value, from)) return;
      if (this.#options.contradicts(lying.value, value)) {
        if (from === 'second') throw new MadeApartError(madeApart);
        if (!this.#mended.has(name)) this.#mended.set(name, otherCopy);
        await this.#moveAside(folder, name);
      }
    }
    await this.#put(folder, name, value);
    const written = await this.#look(folder, name);
    if (written.state !== 'good' || !sameData(written.value, value))
      throw new UnfaithfulDiskError('a copy reads back otherwise than it was written');
  }

  /** A bad spot of the disk fails twice; it is as good as damaged. */
  async #look(folder: string, name: string): Promise<Lying<T>> {
    const read = async (): Promise<Lying<T>> => {
      const { size } = await this.#options.files.status(join(folder, name));
      if (size > largestFile) throw new DamagedFileError('Tệp quá lớn, không phải tệp của chương trình');
      const low = this.#database(folder, name);
      await low.read();
      return low.data === null ? { state: 'missing' } : { state: 'good', value: low.data };
    };
    try {
      return await read().catch((error: unknown) => {
        if (fileErrorCode(error) !== 'EIO') throw error;
        return read();
      });
    } catch (error) {
      if (error instanceof DamagedFileError)
        return { state: 'damaged', message: `Tệp bị hỏng và được giữ nguyên: ${error.message}` };
      if (error instanceof NewerFormatError) return { state: 'newer', message: error.message };
      const code = fileErrorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing' };
      return {
        state: code === 'EIO' ? 'damaged' : 'unreadable',
        message: `Không đọc được tệp. ${fileFailure(error)}`,
      };
    }
  }

  /** What writes that a power cut broke off have left; it is only untidy. */
  async #tidyOnce(folder: string): Promise<void> {
    if (this.#tidied.has(folder)) return;
    this.#tidied.add(folder);
    await removeLeftovers(this.#options.files, folder).catch(() => undefined);
  }

  #database(folder: string, name: string): Low<T | null> {
    const { codecOf, files } = this.#options;
    return new Low<T | null>(
      new DurableAdapter(join(folder, name), files, codecOf(name) as Codec<T | null>),
      null,
    );
  }
}

/** In the second folder lies what another machine made; the message says so. */
export class MadeApartError extends Error {}

const madeApart =
  'Trong thư mục thứ hai có nội dung khác, hoặc việc đối chiếu khác, dưới cùng mã và số bản; máy này giữ và dùng bản trong thư mục dữ liệu, không ghi đè bản kia. Nếu bản kia của một máy khác, hãy xuất bộ tiêu chí ở máy đó rồi nhập vào máy này, và chọn cho mỗi máy một thư mục thứ hai riêng';

const otherCopy =
  'Bản dự phòng ghi việc đối chiếu khác với tệp nên được giữ riêng trong thư mục “damaged”; chương trình vẫn dùng tệp. Hãy đối chiếu lại những quy tắc còn thiếu';

type Wrong = 'outdated' | 'damaged' | 'missing';

const mendedText: Readonly<Record<Wrong, string>> = {
  outdated:
    'Tệp không phải là bản được ghi gần nhất nên được giữ riêng; bản dự phòng mới hơn đã thay vào chỗ của nó',
  damaged: 'Tệp bị hỏng và được giữ riêng; bản dự phòng mới nhất đã thay vào chỗ của nó',
  missing: 'Tệp không còn trong thư mục dữ liệu; bản dự phòng mới nhất đã được đưa vào chỗ của nó',
};

const refusalCode = { damaged: 'damaged', newer: 'newer_format', unreadable: 'storage_failed' } as const;

function sameData(a: unknown, b: unknown): boolean {
  return sha256OfJson(a) === sha256OfJson(b);
}

/** NOTE: what could not be read again must not take the place of what can. */
function needReadable<T>(name: string, { decode, encode }: Codec<T>, value: T): void {
  const bytes = encode(value);
  try {
    if (bytes.length > largestFile)
      throw new DamagedFileError('Tệp quá lớn, không phải tệp của chương trình');
    decode(bytes);
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error;
    throw new Refusal(
      'storage_failed',
      `Chưa ghi tệp ${name} vì sau này sẽ không đọc lại được: ${error.message}`,
      {
        cause: error,
      },
    );
  }
}

function copyFailure(error: unknown): string {
  if (error instanceof DamagedFileError || error instanceof Refusal) return error.message;
  if (error instanceof MadeApartError) return error.message;
  if (error instanceof UnfaithfulDiskError) return 'Ổ đĩa trả lại khác với những gì vừa ghi; hãy thay ổ đĩa';
  return fileFailure(error);
}
