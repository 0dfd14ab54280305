import { expect, test } from 'vitest';
import { evidenceItemSchema, evidenceNameLimit } from '../../criteria/evidence.ts';
import { keptFileName } from './file-name.ts';

const isKept = (name: string) =>
  evidenceItemSchema.safeParse({
    kind: 'file',
    sha256: 'a'.repeat(64),
    name,
    size: 1,
    type: 'application/pdf',
  }).success;

test('a usual name stays as it is', () => {
  expect(keptFileName('Biên bản họp thôn 3.pdf')).toBe('Biên bản họp thôn 3.pdf');
});

test.each([`${'Biên bản '.repeat(40)}.pdf`, '😀'.repeat(200), `a.${'b'.repeat(300)}`, 'a\nb.pdf'])(
  'a name that could not be kept is made one that can: %s',
  (name) => {
    const kept = keptFileName(name);
    expect(isKept(kept)).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(evidenceNameLimit);
  },
);

test('a name leads nowhere', () => {
  expect(keptFileName('../../x\\é….exe')).toBe('.._.._x_é….exe');
});

test('a long name keeps its ending', () => {
  expect(keptFileName(`${'a'.repeat(300)}.pdf`)).toMatch(/a…\.pdf$/);
});
