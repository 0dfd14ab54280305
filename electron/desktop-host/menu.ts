import { app, BrowserWindow, dialog, Menu } from 'electron';
import type { MenuCommand, ShownPlace } from '../api.ts';
import { reportFault } from '../log/program-log.ts';
import { dispatch, type Handlers } from '../service/dispatch.ts';
import { menuTemplate, textEntries } from './menu-template.ts';
import { isOfOurOrigin } from './security/own-origin.ts';

/** Takes the place of Electron's own menu, which is English and loads the page again. */
export function setMenu(handlers: Handlers): void {
  const show = (place: ShownPlace) => void showPlace(handlers, place);
  const template = menuTemplate({ command: askPage, show, developing: !app.isPackaged });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** What the right button offers in a field, and on text that is selected. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) Menu.buildFromTemplate([...textEntries]).popup({ window });
    else if (selectionText !== '')
      Menu.buildFromTemplate(textEntries.filter(({ role }) => role === 'copy')).popup({ window });
  });
}

/** What the page does with it is its own affair; nothing where there is no page. */
export function askPage(command: MenuCommand): void {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents;
  if (contents !== undefined && isOfOurOrigin(contents.getURL())) contents.send('menu', command);
}

async function showPlace(handlers: Handlers, place: ShownPlace): Promise<void> {
  const reply = await dispatch(handlers, 'places.show', { place }, reportFault);
  if (reply.ok && reply.value.shown) return;
  await dialog.showMessageBox({
    type: 'info',
    title: app.getName(),
    message: 'Không mở được thư mục này.',
    detail: reply.ok ? `Thư mục nằm ở ${reply.value.path}` : reply.error.message,
    buttons: ['Đóng'],
    noLink: true,
  });
}
