/** The desktop application, step by step. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { dataFolder } from './data-folder.ts';
import { answerCalls } from './desktop-host/answer-calls.ts';
import { denyByDefault, denyPermissions } from './desktop-host/deny-by-default.ts';
import { openMainWindow } from './desktop-host/main-window.ts';
import { declarePageScheme, servePage } from './desktop-host/page-scheme.ts';
import { showDocument } from './desktop-host/show-document.ts';
import { createProgram } from './program.ts';

async function run(): Promise<void> {
  const built = join(app.getAppPath(), 'dist');
  app.enableSandbox();
  declarePageScheme();
  denyByDefault();

  await app.whenReady();
  denyPermissions();
  await servePage(join(built, 'renderer'));

  const program = createProgram({
    host: 'electron',
    version: app.getVersion(),
    dataFolder: dataFolder(process.env),
    showDocument,
  });
  answerCalls(program.handlers);
  finishSavesBeforeQuitting(program.settled);
  await openMainWindow(join(built, 'electron', 'preload.cjs'));
}

function focusTheOneWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function finishSavesBeforeQuitting(settled: () => Promise<void>): void {
  let finished = false;
  app.on('before-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void settled().then(() => {
      finished = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusTheOneWindow);
  await run();
} else {
  app.quit();
}
