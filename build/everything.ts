/** Builds the page and Electron's entry files, as `npm start` does before it runs them. */
import { buildDesktop, buildPage } from './bundles.ts';

await buildPage();
await buildDesktop();
