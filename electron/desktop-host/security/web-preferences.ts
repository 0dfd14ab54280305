/**
 * What a page of ours runs with: the bridge, and nothing of Node or Electron.
 *
 * Electron's security checklist, 2 "Do not enable Node.js integration", 3 "Enable context isolation", 4 "Enable process
 * sandboxing", 6 "Do not disable webSecurity", 8 "Do not enable allowRunningInsecureContent", 9 "Do not enable experimental
 * features", 10 "Do not use enableBlinkFeatures" and 11, 12 on `<webview>`. Most are Electron's defaults, named so that a
 * changed default changes nothing here.
 */
import { app, type WebPreferences } from 'electron';

/** Must run before the application is ready: a page of any window is sandboxed, whatever its preferences say. */
export function sandboxEveryPage(): void {
  app.enableSandbox();
}

export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
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
    // Its dictionaries would be fetched from the network.
    spellcheck: false,
    // The page has dialogs of its own; one that has been taken over cannot hold the window with endless ones.
    safeDialogs: true,
    devTools: !app.isPackaged,
  };
}
