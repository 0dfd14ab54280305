/** What only the packaged test build in real Electron can show. Goes on with what the checks of the page have left. */
import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { elsewhere } from './smoke-checks.ts';
import type { ElectronProgram } from './smoke-electron.ts';
import { type Check, call, picture, until } from './smoke-program.ts';
import { assertFuses } from './smoke-release.ts';
import { assessor } from './walk-a-commune.ts';

/** As `webPreferences` of the main process promises them; it cannot be imported here, because it imports Electron. */
const promised = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  devTools: false,
};

/** In their order: each goes on with what the ones before have left. */
export function electronChecks(): readonly Check<ElectronProgram>[] {
  return [
    {
      says: 'the program runs from its archive, and its page comes from app://page',
      run: async (program) => {
        await program.start();
        const { packaged, path, versions } = await program.app.evaluate(({ app }) => ({
          packaged: app.isPackaged,
          path: app.getAppPath(),
          versions: process.versions,
        }));
        process.stdout.write(`${JSON.stringify(versions, null, 2)}\n`);
        assert.ok(packaged);
        assert.match(path, /[\\/]resources[\\/]app\.asar$/);
        assert.match(program.page.url(), /^app:\/\/page\//);
      },
    },
    {
      says: 'the page runs with the preferences that are promised',
      run: async ({ app }) => {
        const given = await app.evaluate(({ BrowserWindow }) => {
          // Left out of the types of Electron.
          const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
            getLastWebPreferences(): Record<string, unknown>;
          };
          return contents.getLastWebPreferences();
        });
        const found = Object.keys(promised).map((name) => [name, given[name]]);
        assert.deepEqual(Object.fromEntries(found), promised);
      },
    },
    {
      says: 'the process of the page is held in the sandbox of the system',
      run: async ({ app }) => {
        const { switchedOff, pid, metrics } = await app.evaluate(({ app: electron, BrowserWindow }) => ({
          switchedOff: electron.commandLine.hasSwitch('no-sandbox'),
          pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
          metrics: electron.getAppMetrics().map(({ pid: id, sandboxed }) => ({ id, sandboxed })),
        }));
        assert.equal(switchedOff, false);
        if (process.platform === 'linux')
          assert.match(await readFile(`/proc/${pid}/status`, 'utf8'), /^Seccomp:\s*2$/m);
        else assert.equal(metrics.find(({ id }) => id === pid)?.sandboxed, true);
      },
    },
    {
      says: 'the main process itself reaches nobody on the network',
      run: async ({ app }) => {
        // NOTE: an address that answers everybody, so that only the program can be what refuses it.
        const answer = await app.evaluate(({ net }) =>
          net.fetch('https://example.com/').then(
            ({ status }) => `answered ${status}`,
            (fault: Error) => fault.message,
          ),
        );
        assert.match(answer, /ERR_BLOCKED_BY_CLIENT|ERR_NAME_NOT_RESOLVED/);
      },
    },
    {
      says: 'the page opens no window, and the browser of the system is not opened in its place',
      run: async (program) => {
        const { app, page } = program;
        await app.evaluate(({ shell }) => {
          shell.openExternal = async (url) => void Reflect.set(globalThis, 'openedOutside', url);
        });
        for (const url of elsewhere) {
          const opened = await page.evaluate((address) => window.open(address) !== null, url);
          assert.equal(opened, false, url);
        }
        await pause(500);
        const seen = await app.evaluate(({ BrowserWindow }) => ({
          windows: BrowserWindow.getAllWindows().length,
          outside: 'openedOutside' in globalThis,
        }));
        assert.deepEqual(seen, { windows: 1, outside: false });
        program.forgive(/elsewhere|file:\/\/\//);
      },
    },
    {
      says: 'permissions are denied by their table: reading the clipboard is, writing text to it is not',
      run: async ({ page }) => {
        const answers = await page.evaluate(async () => ({
          read: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
          write: (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
          notices: await Notification.requestPermission(),
        }));
        assert.deepEqual(answers, { read: 'denied', write: 'granted', notices: 'denied' });
      },
    },
    {
      says: 'a download is refused before it begins',
      run: async ({ app, page }) => {
        const refused = app.evaluate(
          ({ session }) =>
            new Promise((done) => {
              // Heard after the program, which was there first.
              session.defaultSession.once('will-download', (event) => done(event.defaultPrevented));
            }),
        );
        await pause(500);
        await page.evaluate(() => {
          const link = document.createElement('a');
          link.href = URL.createObjectURL(new Blob(['text']));
          link.download = 'text.txt';
          link.click();
        });
        assert.equal(await refused, true);
      },
    },
    {
      says: 'a file is saved where the dialog of the system says',
      run: async (program) => {
        const path = join(program.artefacts, 'đã lưu.txt');
        await program.app.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath });
        }, path);
        const base64 = Buffer.from('tiếng Việt').toString('base64');
        await call(program, 'files.save', { name: 'tệp.txt', base64 });
        assert.equal(await readFile(path, 'utf8'), 'tiếng Việt');
      },
    },
    {
      says: 'the menu is in Vietnamese, and what is chosen in it reaches the page',
      run: async (program) => {
        const { app, page } = program;
        await page.getByRole('radio', { name: assessor, checked: true }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('link', { name: /Kim Long/ }).waitFor();
        const chosen = await app.evaluate(({ Menu }) => {
          const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
          const item = items?.find(({ label }) => label === 'Phím tắt');
          item?.click();
          return item !== undefined;
        });
        assert.ok(chosen);
        await page.getByRole('dialog').waitFor();
        await picture(program, 'keys');
        await page.keyboard.press('Escape');
      },
    },
    {
      says: 'a second start gives way to the first, which goes on',
      run: async (program) => {
        assert.equal(await program.startBeside(), 0);
        assert.equal((await call(program, 'app.info', {})).host, 'electron');
        await access(join(program.dataFolder, 'lock.json'));
      },
    },
    {
      says: 'what Chromium keeps lies neither among the data nor in the folder that roams',
      run: async ({ app, dataFolder }) => {
        const { profile, roaming } = await app.evaluate(({ app: electron }) => ({
          profile: electron.getPath('userData'),
          roaming: electron.getPath('appData'),
        }));
        await access(profile);
        for (const folder of [dataFolder, roaming]) assert.match(relative(folder, profile), /^(\.\.|[A-Z]:)/);
      },
    },
    {
      says: 'the window opens again where it was left',
      run: async (program) => {
        const placed = () =>
          program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
        await program.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 80, width: 900, height: 620 }),
        );
        // Electron writes it down a moment after the window has moved.
        await pause(2_000);
        const left = await placed();
        assert.equal(left?.width, 900);
        await program.end();
        await program.start();
        const found = await until('the window to be placed', async () => {
          const bounds = await placed();
          return bounds?.width === left.width ? bounds : undefined;
        });
        assert.deepEqual(found, left);
        await program.end();
      },
    },
    {
      says: 'through all of that, the page complained of nothing but what was refused',
      run: async ({ troubles }) => assert.deepEqual(troubles, []),
    },
    {
      says: 'the fuses of the test build are those of the release, but for the inspector',
      run: ({ binary }) => assertFuses(binary, 'test'),
    },
  ];
}
