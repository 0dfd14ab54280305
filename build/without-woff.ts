import type { Plugin } from 'vite';
import { modulePath } from './licences.ts';

const besideWoff2 = /, url\([^)]*\.woff\) format\('woff'\)/g;

/** Every browser that runs the page reads WOFF2 and never asks for the same faces as WOFF. */
export function withoutWoff(): Plugin {
  return {
    name: 'without WOFF',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/@fontsource\/.*\.css$/.test(modulePath(id))) return null;
      if (code.search(besideWoff2) < 0) throw new Error(`${id} names its WOFF in another way`);
      return { code: code.replace(besideWoff2, ''), map: null };
    },
  };
}
