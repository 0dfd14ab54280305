/** Those who print the scorecards: each is told of the same documents beforehand, then prints them one by one or as a batch. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TFontDictionary } from 'pdfmake/interfaces.js';
import type { ScorecardInput } from '../../electron/documents/document-input.ts';
import { scorecardDocument } from '../../electron/documents/scorecard/scorecard-document.ts';
import { Press } from '../../electron/printing/press.ts';
import { launchBrowser } from '../../tests/whole/browser.ts';
import { describe } from './describe.ts';
import { toHtml } from './to-html.ts';
import { toReactPdf } from './to-react-pdf.ts';
import { toTypst } from './to-typst.ts';

export interface Contestant {
  /** How many documents it prints at a time. */
  readonly abreast: number;
  /** It works in a process of its own. */
  readonly elsewhere?: boolean;
  /** The PDF of the n-th document. */
  print(n: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type Entry = (all: readonly ScorecardInput[]) => Promise<Contestant>;

const { resolve } = createRequire(import.meta.url);
const fonts = dirname(resolve('@expo-google-fonts/tinos/package.json'));
/** The whole fonts, as they come. */
const faces = {
  normal: join(fonts, '400Regular', 'Tinos_400Regular.ttf'),
  bold: join(fonts, '700Bold', 'Tinos_700Bold.ttf'),
  italics: join(fonts, '400Regular_Italic', 'Tinos_400Regular_Italic.ttf'),
  bolditalics: join(fonts, '700Bold_Italic', 'Tinos_700Bold_Italic.ttf'),
};
const nothing = async () => undefined;

/** The press as the program uses it, or with another number of threads. */
export function ours(threads?: number): Entry {
  return async (all) => {
    const press = new Press(threads);
    return {
      abreast: press.threads,
      async print(n) {
        return (await press.print({ kind: 'scorecard', input: at(all, n) })).bytes;
      },
      close: () => press.close(),
    };
  };
}

/** Our definition through pdfmake's front door, which takes it to pieces: it is built for each document, as ours is. */
export const pdfmake: Entry = async (all) => {
  const { default: front } = await import('pdfmake');
  const family: TFontDictionary = { Tinos: faces };
  front.setFonts(family);
  front.setLocalAccessPolicy((path) => Object.values(faces).includes(path));
  front.setUrlAccessPolicy(() => false);
  return {
    abreast: 1,
    print: async (n) => front.createPdf(scorecardDocument(at(all, n))).getBuffer(),
    close: nothing,
  };
};

export const reactPdf: Entry = async (all) => {
  const kit = await import('@react-pdf/renderer');
  const face = (src: string, fontWeight: 'normal' | 'bold', fontStyle: 'normal' | 'italic') => ({
    src,
    fontWeight,
    fontStyle,
  });
  kit.Font.register({
    family: 'Tinos',
    fonts: [
      face(faces.normal, 'normal', 'normal'),
      face(faces.bold, 'bold', 'normal'),
      face(faces.italics, 'normal', 'italic'),
      face(faces.bolditalics, 'bold', 'italic'),
    ],
  });
  kit.Font.registerHyphenationCallback((word) => [word]);
  const documents = described(all);
  return {
    abreast: 1,
    print: (n) => kit.renderToBuffer(toReactPdf(kit, at(documents, n))),
    close: nothing,
  };
};

/** One compiler, which keeps what it has compiled as long as its documentation advises; without tags, as ours. */
export const typst: Entry = async (all) => {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: Object.values(faces) }] });
  const sources = described(all).map(toTypst);
  return {
    abreast: 1,
    async print(n) {
      const bytes = compiler.pdf({ mainFileContent: at(sources, n) }, { pdfTags: false });
      compiler.evictCache(10);
      return bytes;
    },
    close: nothing,
  };
};

/** One page of one browser, which finds the fonts as the system's: it need not load them for each document. */
export const chromium: Entry = async (all) => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const configuration = join(folder, 'fonts.conf');
  await writeFile(
    configuration,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = configuration;
  const browser = await launchBrowser().finally(() => delete process.env.FONTCONFIG_FILE);
  const page = await browser.newPage();
  const pages = described(all).map(toHtml);
  return {
    abreast: 1,
    elsewhere: true,
    async print(n) {
      await page.setContent(at(pages, n));
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
};

const described = (all: readonly ScorecardInput[]) => all.map((input) => describe(scorecardDocument(input)));

function at<T>(all: readonly T[], n: number): T {
  const one = all[n];
  if (one === undefined) throw new RangeError(`there is no document ${n}`);
  return one;
}
