/** The module that the built main process gets for `electron` where the binary cannot run: see desktop-bundle.ts. */
import { ElectronDouble } from '../electron-double.ts';

export const double = new ElectronDouble();
export const { app, protocol, ipcMain, session, shell, dialog, BrowserWindow } = double.module;
