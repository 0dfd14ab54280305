/**
 * The lock file must name the optional packages of every platform, or `npm ci` refuses it. A registry that mirrors only
 * some platforms makes npm leave the others out, so they are added here, by the exact versions that their parents ask for.
 */
interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface LockFile {
  packages: Record<string, LockedPackage & Record<string, unknown>>;
}

export interface MissingPackage {
  /** The package that asks for it, as a path in the lock file. */
  readonly parent: string;
  readonly name: string;
  readonly version: string;
}

const systems = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'linux'];
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64'];

/** Optional packages of a fixed version that no entry of the lock file stands for. */
export function missingOptional({ packages }: LockFile): readonly MissingPackage[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && locked(packages, parent, name) !== version)
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** Adds what is missing; what a package runs on is read from its name (`cli-linux-x64-musl`). */
export function completeLockFile(lock: LockFile): LockFile {
  const packages = { ...lock.packages };
  for (const { parent, name, version } of missingOptional(lock)) {
    const words = (name.split('/').pop() ?? '').split('-');
    const system = systems.find((candidate) => words.includes(candidate));
    const processor = processors.find((candidate) => words.includes(candidate));
    if (system === undefined || processor === undefined)
      throw new Error(`cannot tell what ${name}, asked for by ${parent}, runs on`);
    const shared = `node_modules/${name}`;
    packages[shared in packages ? `${parent}/${shared}` : shared] = {
      version,
      cpu: [processor],
      ...(packages[parent]?.dev ? { dev: true } : {}),
      ...(system === 'linux'
        ? { libc: [words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'] }
        : {}),
      optional: true,
      os: [system],
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** The version that a package finds under a name, looking outwards as Node does. */
function locked(packages: LockFile['packages'], parent: string, name: string): string | undefined {
  const inner = parent === '' ? [] : [parent];
  for (
    let end = parent.lastIndexOf('/node_modules/');
    end > 0;
    end = parent.lastIndexOf('/node_modules/', end - 1)
  )
    inner.push(parent.slice(0, end));
  const places = [...inner.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
  return places.map((place) => packages[place]?.version).find((version) => version !== undefined);
}
