import { buildPage } from './bundles.ts';

await buildPage();
