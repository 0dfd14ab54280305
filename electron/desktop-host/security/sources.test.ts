/** What no security rule can undo once it is written somewhere: looked for in everything that runs, comments aside. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it is meant to be. */
  readonly but?: RegExp;
  /** A line that has it, so that the pattern is known to see it. */
  readonly line: string;
}

const forbidden: readonly Forbidden[] = [
  {
    what: 'a link is handed to the system',
    pattern: /\bopenExternal\b(?!: denied)/,
    line: 'void shell.openExternal(url);',
  },
  {
    what: 'text is run as code',
    pattern: /\beval\s*\(|(?<![.\w])Function\s*\(|\bexecuteJavaScript|\bexecuteInMainWorld|'node:vm'/,
    line: "new Function('return this')();",
  },
  {
    what: 'text is taken for HTML',
    pattern:
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcDoc|srcdoc|DOMParser|createContextualFragment|document\.write)\b/,
    line: 'element.innerHTML = note;',
  },
  {
    what: 'the remote module',
    pattern: /@electron\/remote|\bremote\.|enableRemoteModule/,
    line: "import { app } from '@electron/remote';",
  },
  {
    what: 'a page from a file',
    pattern: /\bfile:\/|\bloadFile\b/,
    line: "await window.loadURL('file:///index.html');",
  },
  {
    what: 'a page from the network',
    pattern: /loadURL\(\s*['"`]https?:/,
    line: "window.loadURL('https://x.example/')",
  },
  {
    what: 'a guard is taken away',
    pattern:
      /\b(nodeIntegration\w*|allowRunningInsecureContent|experimentalFeatures|webviewTag|plugins|navigateOnDragDrop|spellcheck|bypassCSP|corsEnabled|allowServiceWorkers): true|\b(contextIsolation|sandbox|webSecurity|safeDialogs): false|\b(enableBlinkFeatures|allowpopups|no-sandbox|ignore-certificate-errors)\b|<webview/,
    line: 'webPreferences: { nodeIntegrationInWorker: true }',
  },
  {
    what: 'a session without our rules',
    pattern: /\b(fromPartition|fromPath|partition:)/,
    line: "session.fromPartition('persist:x')",
  },
  {
    what: 'a part of Electron that reports, updates or connects',
    pattern:
      /\b(crashReporter|autoUpdater|desktopCapturer|utilityProcess|netLog)\b|\{[^}]*\bnet\b[^}]*\} from 'electron'/,
    line: "import { app, net } from 'electron';",
  },
  {
    what: 'a connection',
    pattern:
      /'node:(http|https|http2|net|tls|dgram|dns)'|\b(fetch\(|WebSocket|XMLHttpRequest|EventSource|sendBeacon|RTCPeerConnection|WebTransport)/,
    // The loopback host and its page, and the local pipe over which two starts find each other.
    but: /^(electron\/browser-host\/[\w-]+\.ts|renderer\/api-client\.ts|electron\/one-writer\/channel\.ts)$/,
    line: "import { get } from 'node:https';",
  },
  {
    what: 'a second door for calls of the page',
    pattern: /\bipcMain\b/,
    but: /^electron\/desktop-host\/answer-calls\.ts$/,
    line: "ipcMain.on('save', save);",
  },
  {
    what: 'a second bridge to the page',
    pattern: /\b(ipcRenderer|contextBridge|exposeInMainWorld)\b/,
    but: /^electron\/preload\.ts$/,
    line: "contextBridge.exposeInMainWorld('electron', { ipcRenderer });",
  },
];

/** The source with its comments blanked out: a comment may say what is never done. */
function withoutComments(file: string, text: string): string {
  const { comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  let rest = text;
  for (const { start, end } of comments)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

const sources = ['electron', 'renderer', 'criteria'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = relative(root, path).split(sep).join('/');
      return { file, text: withoutComments(file, readFileSync(path, 'utf8')) };
    }),
);

test.each(forbidden)('nowhere: $what', ({ pattern, but }) => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.filter(({ file, text }) => pattern.test(text) && but?.test(file) !== true);
  expect(found.map(({ file }) => file)).toEqual([]);
});

test.each(forbidden)('is seen where it is written: $what', ({ pattern, line }) => {
  expect(line).toMatch(pattern);
  expect(withoutComments('x.ts', `// ${line}\n/* ${line} */`)).not.toMatch(pattern);
});

test('the page has no script, style or handler in its text', () => {
  const html = readFileSync(join(root, 'renderer', 'index.html'), 'utf8');
  expect(html).toMatch(/<script type="module" src="[^"]+"><\/script>/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|https?:/);
});
