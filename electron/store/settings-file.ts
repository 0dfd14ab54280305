/** The settings of this machine, in one lowdb file: `<data folder>/settings.json`. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { DamagedFileError } from './damaged-file.ts';
import type { DamagedFolder } from './damaged-folder.ts';
import { type Codec, DurableAdapter } from './durable-adapter.ts';
import { currentVersion, openEnvelope, sealEnvelope } from './envelope.ts';
import { fileFailure } from './file-failure.ts';
import type { FileSystem } from './file-system.ts';

const format = 'child-friendly-communes/settings';

const settingsSchema = z.strictObject({
  secondFolder: z.string().nullable(),
  /** Names of recovered files whose recovery somebody has seen. */
  acknowledged: z.array(z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

const none: Settings = { secondFolder: null, acknowledged: [] };

const codec: Codec<Settings> = {
  encode: (settings) => sealEnvelope(format, settings),
  decode(bytes) {
    const { version, data } = openEnvelope(format, bytes);
    const parsed = settingsSchema.safeParse(data);
    if (version > currentVersion) throw new NewerSettingsError();
    if (!parsed.success) throw new DamagedFileError('Nội dung không phải là cài đặt của chương trình');
    return parsed.data;
  },
};

class NewerSettingsError extends Error {}

export class SettingsFile {
  readonly #path: string;
  readonly #files: FileSystem;
  readonly #damaged: DamagedFolder;
  readonly #clock: () => Date;
  #settings: Settings | undefined;
  #trouble: string | null = null;
  #writable = true;
  /** One change after another. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(dataFolder: string, files: FileSystem, damaged: DamagedFolder, clock: () => Date) {
    this.#path = join(dataFolder, 'settings.json');
    this.#files = files;
    this.#damaged = damaged;
    this.#clock = clock;
  }

  /** What was wrong with the file when it was read, as a sentence; null while all is well. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** The settings, or none where there are none or where the file cannot be used, which is then said by `trouble`. */
  async read(): Promise<Settings> {
    if (this.#settings !== undefined) return this.#settings;
    try {
      const low = this.#database();
      await low.read();
      this.#settings = low.data ?? none;
      this.#trouble = null;
      return this.#settings;
    } catch (error) {
      if (error instanceof DamagedFileError) {
        this.#trouble = `Tệp cài đặt bị hỏng nên chưa dùng được; hãy chọn lại thư mục sao lưu thứ hai, tệp hỏng khi đó được giữ riêng. ${error.message}`;
        this.#settings = none;
      } else if (error instanceof NewerSettingsError) {
        this.#trouble =
          'Tệp cài đặt do phiên bản mới hơn của chương trình ghi nên không dùng và không sửa được; hãy cập nhật chương trình';
        this.#writable = false;
        this.#settings = none;
      } else this.#trouble = `Không đọc được tệp cài đặt. ${fileFailure(error)}`;
      return none;
    }
  }

  /** Resolves once the changed settings are on the disk; a Refusal (`storage_failed`) when they cannot be. */
  change(change: (settings: Settings) => Settings): Promise<void> {
    const turn = this.#work.then(() => this.#changeNow(change));
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  async #changeNow(change: (settings: Settings) => Settings): Promise<void> {
    const next = change(await this.read());
    if (this.#settings === undefined || !this.#writable)
      throw new Refusal('storage_failed', this.#trouble ?? 'Không ghi được tệp cài đặt');
    try {
      await this.#keepDamaged();
      const low = this.#database();
      low.data = next;
      await low.write();
    } catch (error) {
      throw new Refusal('storage_failed', `Không ghi được tệp cài đặt. ${fileFailure(error)}`, {
        cause: error,
      });
    }
    this.#settings = next;
    this.#trouble = null;
  }

  /** A damaged file is moved aside before another takes its place. */
  async #keepDamaged(): Promise<void> {
    const low = this.#database();
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error;
      await this.#damaged.moveAside(this.#path, 'settings', this.#clock());
    }
  }

  #database(): Low<Settings | null> {
    return new Low<Settings | null>(
      new DurableAdapter(this.#path, this.#files, codec as Codec<Settings | null>),
      null,
    );
  }
}
