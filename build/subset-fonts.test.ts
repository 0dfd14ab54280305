import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cutFace, cutFacePath, cutFaces } from './subset-fonts.ts';

test.each(cutFaces)('%s is what `npm run fonts` cuts from the whole font', async (face) => {
  expect(Buffer.compare(readFileSync(cutFacePath(face)), await cutFace(face))).toBe(0);
});
