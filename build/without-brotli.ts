import type { Plugin } from 'vite';

const instead = '\0without-brotli';

/** The faces of the documents are TTF, so the packaged fontkit comes without what unpacks WOFF2, a megabyte nearly. */
export function withoutBrotli(): Plugin {
  let done = false;
  return {
    name: 'without brotli',
    enforce: 'pre',
    resolveId(source) {
      if (source !== 'brotli/decompress.js') return null;
      done = true;
      return instead;
    },
    load(id) {
      if (id !== instead) return null;
      return "export default () => { throw new Error('faces in WOFF2 are not read; use TTF'); };";
    },
    generateBundle() {
      const bundled = [...this.getModuleIds()].some((id) => id.includes('fontkit'));
      if (bundled && !done) throw new Error('fontkit unpacks WOFF2 in another way');
    },
  };
}
