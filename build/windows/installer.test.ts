/** What the installer is told is checked as text: it is compiled and run only where Windows is at hand. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { programId } from '../../electron/data-folder.ts';
import { root } from '../bundles.ts';
import { packageConfiguration } from '../package-configuration.ts';
import { includeInPortable } from './portable-script.ts';

const scripts = ['installer.nsh', 'portable.nsh', 'windows-10.nsh'] as const;
const templates = join(root, 'node_modules', 'app-builder-lib', 'templates', 'nsis');

const read = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');
/** Without the lines that are only read by people. */
const instructionsOf = async (name: string) => (await read(name)).replace(/^\s*;.*$/gm, '');
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

async function templateText(): Promise<string> {
  const files = await readdir(templates, { recursive: true });
  const wanted = files.filter((file) => /\.(nsh|nsi)$/.test(file));
  return (await Promise.all(wanted.map((file) => readFile(join(templates, file), 'utf8')))).join('\n');
}

test('every script is here, is checked, and says that it is UTF-8', async () => {
  const here = await readdir(import.meta.dirname);
  expect(here.filter((file) => file.endsWith('.nsh'))).toEqual(scripts);
  for (const name of scripts) expect((await readFile(join(import.meta.dirname, name)))[0]).toBe(0xef);
  for (const name of scripts) expect((await read(name)).startsWith('\uFEFF')).toBe(true);
});

describe('the installer', () => {
  test('defines only what electron-builder asks for', async () => {
    const asked = namesIn(await templateText(), /!insertmacro +(\w+)/gi);
    const defined = namesIn(await instructionsOf('installer.nsh'), /!macro +(\w+)/g);
    expect(defined).toEqual(['preInit', 'customInit', 'customHeader', 'customCheckAppRunning']);
    expect(defined.filter((name) => !asked.includes(name))).toEqual([]);
  });

  test('says all that electron-builder says, and in Vietnamese, the only language that it has', async () => {
    const messages = parse(await readFile(join(templates, 'messages.yml'), 'utf8'));
    const said = namesIn(await instructionsOf('installer.nsh'), /LangString +(\w+) +\$\{LANG_VIETNAMESE\}/g);
    expect(said.toSorted()).toEqual(Object.keys(messages).toSorted());
    const { nsis } = packageConfiguration({
      target: 'win',
      edition: 'release',
      app: 'app',
      output: 'output',
      electronDist: undefined,
    });
    expect(nsis).toMatchObject({
      include: 'build/windows/installer.nsh',
      language: '1066',
      multiLanguageInstaller: true,
      installerLanguages: ['vi_VN'],
    });
  });

  test('asks whoever has the program open to close it', async () => {
    const text = await instructionsOf('installer.nsh');
    const check = /!macro customCheckAppRunning(.*?)!macroend/s.exec(text)?.[1];
    expect(check).toContain('"$(appRunning)" /SD IDCANCEL IDRETRY askWhetherOpen');
    expect(text).toContain('Chương trình đang mở. Hãy lưu và đóng chương trình, rồi bấm Thử lại (Retry).');
  });

  test('says where the data stay before it takes the program away', async () => {
    const question = /LangString areYouSureToUninstall .*/.exec(await instructionsOf('installer.nsh'))?.[0];
    expect(question).toContain(`$\\r$\\n$LOCALAPPDATA\\${programId}\\Data$\\r$\\n`);
  });
});

describe.each(scripts)('%s', (name) => {
  test('ends no program and deletes nothing', async () => {
    const text = await instructionsOf(name);
    expect(text).not.toMatch(/Stop-Process|taskkill|Kill_?Proc|CloseProcess|TerminateProcess/i);
    expect(text).not.toMatch(/\b(RMDir|Delete|DeleteRegKey|DeleteRegValue|Rename|Exec\w*)\b/i);
  });
});

describe('a Windows that is too old', () => {
  test('is told the one that Electron needs, and what to do', async () => {
    const about = await readFile(join(root, 'node_modules', 'electron', 'README.md'), 'utf8');
    const needed = /^\* Windows \(Windows (\d+) and up\)/m.exec(about)?.[1];
    const text = await instructionsOf('windows-10.nsh');
    expect(text).toContain(`Chương trình này cần Windows ${needed} trở lên`);
    expect(text).toContain(`\${IfNot} \${AtLeastWin${needed}}`);
    expect(text).toContain('Hãy dùng tệp này trên một máy khác');
  });

  test('is told before the installer does anything, and without a box where it is silent', async () => {
    const installer = await readFile(join(templates, 'installer.nsi'), 'utf8');
    const start = installer.slice(installer.indexOf('Function .onInit'));
    expect(start.indexOf('!insertmacro preInit')).toBeLessThan(start.indexOf('!insertmacro check64Bit'));
    expect(await instructionsOf('installer.nsh')).toMatch(
      /!macro preInit[^!]*!ifndef BUILD_UNINSTALLER\s+!insertmacro quitBeforeWindows10 "\/SD IDOK"/,
    );
    expect(await instructionsOf('windows-10.nsh')).toMatch(/\$\{SILENTLY\}\s+SetErrorLevel 2\s+Quit/);
    // The portable program is silent from its beginning: an answer for silent runs would hide the box.
    expect(await instructionsOf('portable.nsh')).toContain('!insertmacro quitBeforeWindows10 ""');
    expect(await instructionsOf('windows-10.nsh')).not.toContain('/SD');
  });

  test('is told before the portable program unpacks anything', async () => {
    const portable = await readFile(join(templates, 'portable.nsi'), 'utf8');
    expect(portable).toMatch(/Function \.onInit[^F]*!insertmacro check64BitAndSetRegView/);
    const asked = (await readFile(join(templates, 'common.nsh'), 'utf8')).split(
      '!macro check64BitAndSetRegView',
    )[1];
    expect(asked?.split('MessageBox')[0]).toMatch(/\$\{OrIf\} \$\{IsWinVista\}/);
    const ours = await instructionsOf('portable.nsh');
    expect(ours).toContain('!define /redef IsWinVista `"" TooOldWindows ""`');
    expect(ours).toMatch(/!macro _TooOldWindows [^!]*Call quitBeforeWindows10/);
    expect(ours).toMatch(/Function quitBeforeWindows10\s+!insertmacro quitBeforeWindows10 ""\s+FunctionEnd/);
  });

  test('is looked for by the portable program through a file that only it includes', async () => {
    const portable = {};
    expect(await includeInPortable([{ REQUEST_EXECUTION_LEVEL: 'user' }, portable])).toBe(false);
    expect(portable).toEqual({ '!include': `"${join(import.meta.dirname, 'portable.nsh')}"` });
    const installer = {};
    expect(await includeInPortable([{ ONE_CLICK: null }, installer])).toBe(false);
    expect(installer).toEqual({});
  });
});
