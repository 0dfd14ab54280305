/** The settings of this machine, in one lowdb file: `<data folder>/settings.json`. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { assessorSchema } from '../../criteria/assessment.ts';
import { type Office, officeSchema, unsetOffice } from '../../criteria/office.ts';
import { setVersionSchema } from '../../criteria/rules/published-set.ts';
import { languages, themes, usualPreferences } from '../api/preferences.ts';
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
  /** The name of this data folder's part of any second folder, which machines may share; null before there was one. */
  machine: z.string().nullable(),
  /** Names of moved-aside files whose replacement somebody has seen. */
  acknowledged: z.array(z.string()),
  /** Whether settings were found damaged and nobody has decided on the second folder since. */
  lost: z.boolean(),
  /** In whose name documents are issued. */
  office: officeSchema,
  /** Whether settings were found damaged and nobody has named the office since: documents would be issued in no name. */
  officeLost: z.boolean(),
  preferences: z.strictObject({ language: z.enum(languages), theme: z.enum(themes) }),
  /** Names of those who have assessed on this machine, the latest first. */
  assessors: z.array(assessorSchema),
  /** What new assessments use; null for what comes with the program. */
  criteriaInUse: setVersionSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

const none: Settings = {
  secondFolder: null,
  machine: null,
  acknowledged: [],
  lost: false,
  office: unsetOffice,
  officeLost: false,
  preferences: usualPreferences,
  assessors: [],
  criteriaInUse: null,
};

class NewerSettingsError extends Error {}

const codec: Codec<Settings> = {
  encode: (settings) => sealEnvelope(format, settings),
  decode(bytes) {
    const { version, data } = openEnvelope(format, bytes);
    if (version > currentVersion) throw new NewerSettingsError();
    const parsed = settingsSchema.safeParse(migrated(version, data));
    if (!parsed.success) throw new DamagedFileError('Nội dung không phải là cài đặt của chương trình');
    return parsed.data;
  },
};

/**
 * Before version 3 no office could be named, before version 4 nobody could say how the program is to look or who works, and
 * before version 5 no criteria could be chosen.
 */
function migrated(version: number, data: unknown): unknown {
  if (typeof data !== 'object') return data;
  return {
    ...(version < 3 && { office: unsetOffice, officeLost: false }),
    ...(version < 4 && { preferences: usualPreferences, assessors: [] }),
    ...(version < 5 && { criteriaInUse: null }),
    ...data,
  };
}

export interface SettingsFileOptions {
  readonly dataFolder: string;
  readonly files: FileSystem;
  readonly damaged: DamagedFolder;
  readonly clock: () => Date;
  /** Rejects while the data folder is not ours alone: its settings are then not ours to write either. */
  readonly makeWritable: () => Promise<void>;
}

export class SettingsFile {
  readonly #options: SettingsFileOptions;
  readonly #path: string;
  #settings: Settings | undefined;
  /** Why the file cannot be used now. */
  #obstacle: string | null = null;
  /** One change after another. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: SettingsFileOptions) {
    this.#options = options;
    this.#path = join(options.dataFolder, 'settings.json');
  }

  /** What is wrong with the settings, as a sentence; null while all is well. */
  get trouble(): string | null {
    if (this.#obstacle !== null) return this.#obstacle;
    const { lost = false, officeLost = false } = this.#settings ?? {};
    if (!lost && !officeLost) return null;
    const what = [
      ...(lost ? ['hãy chọn lại thư mục sao lưu thứ hai hoặc chọn không dùng'] : []),
      ...(officeLost ? ['hãy nhập lại cơ quan ban hành'] : []),
    ];
    return `Tệp cài đặt bị hỏng và được giữ riêng; ${what.join(', ')}`;
  }

  /** In whose name documents are issued; a Refusal (`storage_failed`) when that is not known any more. */
  async office(): Promise<Office> {
    const { office, officeLost } = await this.read();
    if (this.#obstacle !== null) throw new Refusal('storage_failed', this.#obstacle);
    if (officeLost)
      throw new Refusal(
        'storage_failed',
        'Tệp cài đặt bị hỏng nên không còn biết cơ quan ban hành; hãy mở “Cơ quan ban hành”, nhập lại và lưu rồi in',
      );
    return office;
  }

  /** The settings, or none where there are none or where the file cannot be used, which is then said by `trouble`. */
  async read(): Promise<Settings> {
    if (this.#settings !== undefined) return this.#settings;
    this.#obstacle = null;
    try {
      const low = this.#database();
      await low.read();
      this.#settings = low.data ?? none;
      return this.#settings;
    } catch (error) {
      if (error instanceof DamagedFileError) {
        this.#settings = { ...none, lost: true, officeLost: true };
        return this.#settings;
      }
      this.#obstacle =
        error instanceof NewerSettingsError
          ? 'Tệp cài đặt do phiên bản mới hơn của chương trình ghi nên không dùng và không sửa được; hãy cập nhật chương trình'
          : `Không đọc được tệp cài đặt. ${fileFailure(error)}`;
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
    if (this.#settings === undefined)
      throw new Refusal('storage_failed', this.#obstacle ?? 'Không ghi được tệp cài đặt');
    await this.#options.makeWritable();
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
  }

  /** A damaged file is moved aside before another takes its place. */
  async #keepDamaged(): Promise<void> {
    const { damaged, clock } = this.#options;
    try {
      await this.#database().read();
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error;
      await damaged.moveAside(this.#path, 'settings', clock());
    }
  }

  #database(): Low<Settings | null> {
    return new Low<Settings | null>(
      new DurableAdapter(this.#path, this.#options.files, codec as Codec<Settings | null>),
      null,
    );
  }
}
