/**
 * What the binary of the packaged program can be made to do, each with its reason. Whoever adds a fuse to Electron stops
 * our build until it is decided here.
 */
import { FuseV1Options, FuseVersion } from '@electron/fuses';

/** `test`: for Playwright, which drives Electron through its inspector. Never given to anybody. */
export type Edition = 'release' | 'test';

export function fusesOf(edition: Edition) {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Our binary must not serve as a Node that runs any script.
    [FuseV1Options.RunAsNode]: false,
    // There are no cookies, and encrypting them asks some desktops for a keyring.
    [FuseV1Options.EnableCookieEncryption]: false,
    // An environment variable must not load code into the main process.
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    // Nor may an argument or a signal open a debugger on it.
    [FuseV1Options.EnableNodeCliInspectArguments]: edition === 'test',
    // Windows and macOS refuse an app.asar that was changed; Linux has no place for its hash.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    // A folder `app` beside it must not be loaded in its place.
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // We bring no snapshot of our own.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The page comes over app://, so file:// needs no more rights than in a browser.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // As Electron has it: WebAssembly checked by the processor rather than by slower code.
    [FuseV1Options.WasmTrapHandlers]: true,
  } as const;
}
