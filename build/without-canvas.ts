import type { Plugin } from 'vite';
import { modulePath } from './licences.ts';

/** Where pdf.js looks for a package that draws, and warns that there is none. */
const looksForCanvas =
  /(?<=\nif \(isNodeJS\) \{\n) {2}let canvas;\n.*?(?=\n {2}if \(!globalThis\.navigator\?\.language\))/s;

/** The program reads PDFs and never draws them, so the packaged pdf.js looks for nothing to draw with. */
export function withoutCanvas(): Plugin {
  let done = false;
  return {
    name: 'without canvas',
    transform(code, id) {
      if (!modulePath(id).endsWith('/pdfjs-dist/legacy/build/pdf.mjs')) return null;
      if (!looksForCanvas.test(code)) throw new Error('pdf.js looks for its canvas in another way');
      done = true;
      return { code: code.replace(looksForCanvas, ''), map: null };
    },
    generateBundle() {
      const bundled = [...this.getModuleIds()].some((id) => id.includes('pdfjs-dist'));
      if (bundled && !done) throw new Error('pdf.js lies elsewhere than its canvas is looked for');
    },
  };
}
