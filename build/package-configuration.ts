/** What electron-builder is told. Files, folders and commands have plain names; what people read is Vietnamese. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { program as english } from '../renderer/messages/en/program.ts';
import { program } from '../renderer/messages/vi/program.ts';
import { root } from './bundles.ts';
import { type Edition, fusesOf } from './fuses.ts';

export const targets = ['win', 'linux'] as const;
export type Target = (typeof targets)[number];

export interface PackageOptions {
  readonly target: Target;
  readonly edition: Edition;
  /** The folder of the built application. */
  readonly app: string;
  /** Where the packages go. */
  readonly output: string;
  /** A distribution of Electron that is at hand; fetched where undefined. */
  readonly electronDist: string | undefined;
}

const plainName = 'child-friendly-communes';
const summary = 'Scores communes against the criteria for child-friendly communes, offline';
const vietnameseSummary = 'Chấm điểm xã, phường phù hợp với trẻ em, không cần mạng';
const vietnameseDescription =
  'Chương trình chấm điểm xã, phường, đặc khu phù hợp với trẻ em theo từng tiêu chí, giữ mọi phiếu trên máy và in phiếu, báo cáo, không cần mạng.';
// NOTE: packages of Debian must name an address; this one is certain to reach nobody.
const maintainer = `${plainName} <${plainName}@localhost.invalid>`;

/** The name of the program's file, without `.exe`; the two editions differ, so that neither is taken for the other. */
function executableName(edition: Edition): string {
  return edition === 'test' ? `${plainName}-test` : plainName;
}

export function packageConfiguration({
  target,
  edition,
  app,
  output,
  electronDist,
}: PackageOptions): Configuration {
  const file = executableName(edition);
  const shownName = edition === 'test' ? `${program.name} (bản thử)` : program.name;
  return {
    appId: edition === 'test' ? 'vn.child-friendly-communes.test' : 'vn.child-friendly-communes',
    // NOTE: on Linux this becomes a folder of the system; what people read there is in the desktop entry.
    productName: target === 'linux' ? file : shownName,
    executableName: file,
    copyright: 'Copyright (c) 2026 The child-friendly communes authors',
    directories: { app, output, buildResources: 'build' },
    files: ['package.json', 'licences.md', 'electron/**', 'renderer/**'],
    asar: true,
    electronVersion: lockedVersion('electron'),
    electronLanguages: ['vi', 'en-US'],
    ...(electronDist === undefined ? {} : { electronDist }),
    // Everything is bundled: without this answer all packages of the project would be added.
    beforeBuild: async () => false,
    afterExtract: leaveOutExample,
    publish: null,
    compression: 'normal',
    afterPack: (context) => setFuses(context, edition),
    win: {
      target: ['nsis', 'portable'].map((kind) => ({ target: kind, arch: ['x64'] })),
      icon: 'build/icons/icon.ico',
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      artifactName: `${file}-\${version}-setup.\${ext}`,
      include: 'build/windows/installer.nsh',
      // For one person, without an administrator, without a question.
      oneClick: true,
      perMachine: false,
      packElevateHelper: false,
      createDesktopShortcut: true,
      createStartMenuShortcut: true,
      shortcutName: shownName,
      runAfterFinish: true,
      deleteAppDataOnUninstall: false,
      unicode: true,
      multiLanguageInstaller: true,
      installerLanguages: ['vi_VN'],
      language: '1066',
      differentialPackage: false,
    },
    portable: {
      artifactName: `${file}-\${version}-portable.\${ext}`,
      requestExecutionLevel: 'user',
      // NOTE: this says that each start unpacks into a folder of its own; `false` would give all of them the same one.
      unpackDirName: true,
      splashImage: 'build/icons/splash.bmp',
    },
    // NOTE: the one before, which is the default, starts Electron without its sandbox, and needs FUSE 2.
    toolsets: { appimage: '1.0.3' },
    linux: {
      target: ['AppImage', 'deb'].map((kind) => ({ target: kind, arch: ['x64'] })),
      artifactName: `${file}-\${version}-\${arch}.\${ext}`,
      icon: 'build/icons',
      category: 'Office',
      synopsis: summary,
      description: summary,
      maintainer,
      vendor: plainName,
      syncDesktopName: edition === 'release',
      desktop: {
        entry: {
          Name: english.name,
          'Name[vi]': shownName,
          Comment: summary,
          'Comment[vi]': vietnameseSummary,
        },
      },
    },
    // NOTE: the first line of what Debian shows is the synopsis above, so this must not say it again.
    deb: { packageName: file, packageCategory: 'misc', description: vietnameseDescription },
  };
}

/** The program that Electron shows when it has none to run; left in a distribution that is at hand. */
async function leaveOutExample({ appOutDir }: AfterPackContext): Promise<void> {
  await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}

// NOTE: not electron-builder's own setting, which knows too few fuses and does not mind one that is forgotten.
async function setFuses(
  { appOutDir, electronPlatformName }: AfterPackContext,
  edition: Edition,
): Promise<void> {
  const suffix = electronPlatformName === 'win32' ? '.exe' : '';
  await flipFuses(join(appOutDir, `${executableName(edition)}${suffix}`), fusesOf(edition));
}

function lockedVersion(name: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  const version = lock.packages[`node_modules/${name}`]?.version;
  if (version === undefined) throw new Error(`the lock file has no ${name}`);
  return version;
}
