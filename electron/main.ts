/** The desktop application, step by step. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './data-folder.ts';
import { answerCalls } from './desktop-host/answer-calls.ts';
import { logLostProcesses } from './desktop-host/crashed-page.ts';
import { desktopOf, documentsFolder } from './desktop-host/desktop.ts';
import { takeIdentity } from './desktop-host/identity.ts';
import { openMainWindow } from './desktop-host/main-window.ts';
import { setMenu } from './desktop-host/menu.ts';
import { quitWhenAllIsDone } from './desktop-host/quit.ts';
import { answerSecondStart } from './desktop-host/second-start.ts';
import { refuseDownloads } from './desktop-host/security/downloads.ts';
import { denyNavigation } from './desktop-host/security/navigation.ts';
import { leaveNoWayToTheNetwork, refuseForeignRequests } from './desktop-host/security/network.ts';
import { denyNewWindows } from './desktop-host/security/new-windows.ts';
import { declarePageScheme, servePage } from './desktop-host/security/page-scheme.ts';
import { denyPermissions } from './desktop-host/security/permissions.ts';
import { sandboxEveryPage } from './desktop-host/security/web-preferences.ts';
import { denyWebviews } from './desktop-host/security/webviews.ts';
import { removeForgottenDocuments } from './desktop-host/show-document.ts';
import { takeDataFolder } from './desktop-host/take-data-folder.ts';
import { quitAfterUnforeseenFault } from './desktop-host/unforeseen-fault.ts';
import { giveWay } from './desktop-host/without-lock.ts';
import type { OneWriter } from './one-writer/one-writer.ts';
import { createProgram } from './program.ts';

let writer: OneWriter | undefined;

async function run(): Promise<void> {
  const built = app.getAppPath();
  const folder = dataFolder(process.env);
  sandboxEveryPage();
  declarePageScheme();
  leaveNoWayToTheNetwork();
  denyNavigation();
  denyNewWindows();
  denyWebviews();
  logLostProcesses();
  quitAfterUnforeseenFault();

  await app.whenReady();
  denyPermissions();
  refuseForeignRequests();
  refuseDownloads();
  await servePage(join(built, 'renderer'));

  writer = await takeDataFolder(folder);
  if (writer === undefined) return app.exit();
  void removeForgottenDocuments();
  const { holds, tookOver } = writer;
  const program = createProgram({
    host: 'electron',
    version: app.getVersion(),
    dataFolder: folder,
    holdsLock: holds,
    lockNotice: tookOver,
    documentFolder: documentsFolder(),
    desktop: desktopOf(folder),
  });
  // NOTE: a new version first copies all data, which takes a minute on a slow disk; the window is there meanwhile.
  const begun = program.begin();
  answerCalls(program.handlers, begun);
  setMenu(program.handlers);
  quitWhenAllIsDone({ close: program.close, begun }, writer);
  const opened = openMainWindow(join(built, 'electron', 'preload.cjs'), program.settled);
  await Promise.allSettled([begun, opened]);
  await begun;
  await opened;
}

async function sayWhyNot(fault: unknown): Promise<void> {
  await writer?.release().catch(() => undefined);
  dialog.showErrorBox(
    'Chương trình không khởi động được',
    `Dữ liệu đã lưu không đổi.\n\n${fault instanceof Error ? fault.message : String(fault)}`,
  );
  app.exit(1);
}

takeIdentity(process.env);
// NOTE: not awaited: Electron becomes ready only once this module has been evaluated.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', answerSecondStart);
  run().catch(sayWhyNot);
} else {
  void giveWay(app.getPath('userData'));
}
