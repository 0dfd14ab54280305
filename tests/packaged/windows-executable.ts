/**
 * Programs of Windows: makes one that holds nothing but what packaging changes, and reads what packaging made of it. Both
 * with the library that electron-builder changes them with.
 */
import { createRequire } from 'node:module';

/** The part of the library that is used here; it comes with electron-builder and not with us. */
interface Resources {
  readonly NtExecutable: {
    createEmpty(is32Bit: boolean, isLibrary: boolean): Executable;
    from(bytes: Uint8Array): Executable;
  };
  readonly NtExecutableResource: {
    from(
      executable: Executable,
      ignoreMissing?: boolean,
    ): {
      readonly entries: Entry[];
      outputResource(executable: Executable): void;
    };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): VersionInfo;
      fromEntries(entries: readonly Entry[]): readonly VersionInfo[];
    };
  };
}
interface Executable {
  setExtraData(bytes: Uint8Array): void;
  generate(): ArrayBuffer;
}
interface Entry {
  readonly type: string | number;
  readonly id: string | number;
  readonly bin: ArrayBuffer;
}
interface Language {
  readonly lang: number;
  readonly codepage: number;
}
interface VersionInfo {
  getAllLanguagesForStringValues(): readonly Language[];
  getStringValues(language: Language): Readonly<Record<string, string>>;
  setStringValues(language: Language, values: Readonly<Record<string, string>>): void;
  outputToResourceEntries(entries: Entry[]): void;
}

const english = { lang: 1033, codepage: 1200 };
/** Of Windows: the kinds of resource that are read here. */
const iconGroup = 14;

function library(): Resources {
  const { resolve: find } = createRequire(import.meta.url);
  return createRequire(find('electron-builder'))('resedit');
}

/** As Electron delivers its own: described as Electron's, without an icon. `data` lies behind the program. */
export function standInExecutable(data: Uint8Array): Uint8Array {
  const { NtExecutable, NtExecutableResource, Resource } = library();
  const executable = NtExecutable.createEmpty(false, false);
  const resource = NtExecutableResource.from(executable, true);
  const about = Resource.VersionInfo.createEmpty();
  about.setStringValues(english, {
    CompanyName: 'GitHub, Inc.',
    FileDescription: 'Electron',
    FileVersion: '45.4.1',
    ProductName: 'Electron',
    OriginalFilename: 'electron.exe',
  });
  about.outputToResourceEntries(resource.entries);
  resource.outputResource(executable);
  executable.setExtraData(data);
  return new Uint8Array(executable.generate());
}

export interface ReadExecutable {
  /** What Windows shows of it, by the names that Windows has for it. */
  readonly about: Readonly<Record<string, string>>;
  readonly icons: number;
  /** What Electron holds its archives against, as JSON; undefined where there is none. */
  readonly integrity: unknown;
}

export function readExecutable(bytes: Uint8Array): ReadExecutable {
  const { NtExecutable, NtExecutableResource, Resource } = library();
  const { entries } = NtExecutableResource.from(NtExecutable.from(bytes));
  const [about] = Resource.VersionInfo.fromEntries(entries);
  const [language] = about?.getAllLanguagesForStringValues() ?? [];
  if (about === undefined || language === undefined)
    throw new Error('the executable says nothing about itself');
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  return {
    about: about.getStringValues(language),
    icons: entries.filter(({ type }) => type === iconGroup).length,
    integrity: integrity && JSON.parse(Buffer.from(integrity.bin).toString()),
  };
}
