/** The desktop application, step by step. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './data-folder.ts';
import { answerCalls } from './desktop-host/answer-calls.ts';
import { denyByDefault, denyPermissions } from './desktop-host/deny-by-default.ts';
import { openMainWindow, showMainWindow } from './desktop-host/main-window.ts';
import { declarePageScheme, servePage } from './desktop-host/page-scheme.ts';
import { quitWhenAllIsDone } from './desktop-host/quit.ts';
import { showDocument } from './desktop-host/show-document.ts';
import { takeDataFolder } from './desktop-host/take-data-folder.ts';
import type { OneWriter } from './one-writer/one-writer.ts';
import { createProgram } from './program.ts';

let writer: OneWriter | undefined;

async function run(): Promise<void> {
  const built = join(app.getAppPath(), 'dist');
  const folder = dataFolder(process.env);
  app.enableSandbox();
  declarePageScheme();
  denyByDefault();

  await app.whenReady();
  denyPermissions();
  await servePage(join(built, 'renderer'));

  writer = await takeDataFolder(folder);
  if (writer === undefined) return app.exit();
  const { holds, tookOver } = writer;
  const program = createProgram({
    host: 'electron',
    version: app.getVersion(),
    dataFolder: folder,
    holdsLock: holds,
    lockNotice: tookOver,
    showDocument,
  });
  answerCalls(program.handlers);
  quitWhenAllIsDone(program, writer);
  await openMainWindow(join(built, 'electron', 'preload.cjs'));
}

async function sayWhyNot(fault: unknown): Promise<void> {
  await writer?.release().catch(() => undefined);
  dialog.showErrorBox(
    'Chương trình không khởi động được',
    `Dữ liệu đã lưu không đổi.\n\n${fault instanceof Error ? fault.message : String(fault)}`,
  );
  app.exit(1);
}

// NOTE: not awaited: Electron becomes ready only once this module has been evaluated.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showMainWindow);
  run().catch(sayWhyNot);
} else {
  app.quit();
}
