/** The module that the built main process gets for `electron` where the binary cannot run: see run-desktop-bundle.ts. */
import { ElectronDouble } from '../electron-double/double.ts';

export const double = new ElectronDouble();
export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} = double.module;
