import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  // NOTE: relative, because the two hosts serve the page under different schemes.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/app/renderer',
    emptyOutDir: true,
    target: 'es2024',
    // NOTE: the page's security policy allows neither inline scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // In kilobytes; the page comes from this machine, and loads its large parts when they are needed.
    chunkSizeWarningLimit: 2000,
  },
});
