/** The desktop application, step by step. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { dataFolder } from './data-folder.ts';
import { answerCalls } from './desktop-host/answer-calls.ts';
import { denyByDefault, denyPermissions } from './desktop-host/deny-by-default.ts';
import { openMainWindow } from './desktop-host/main-window.ts';
import { declarePageScheme, servePage } from './desktop-host/page-scheme.ts';
import { removeShownDocuments, showDocument } from './desktop-host/show-document.ts';
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
  quitWhenAllIsDone(program.settled);
  await openMainWindow(join(built, 'electron', 'preload.cjs'));
}

function focusTheOneWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** Once every window is closed: finishes the saves under way, then ends. */
function quitWhenAllIsDone(settled: () => Promise<void>): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void Promise.all([settled(), removeShownDocuments()]).finally(() => app.exit());
  });
}

function sayWhyNot(fault: unknown): void {
  dialog.showErrorBox(
    'Chương trình không khởi động được',
    `Dữ liệu đã lưu không đổi.\n\n${fault instanceof Error ? fault.message : String(fault)}`,
  );
  app.exit(1);
}

// NOTE: not awaited: Electron becomes ready only once this module has been evaluated.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusTheOneWindow);
  run().catch(sayWhyNot);
} else {
  app.quit();
}
