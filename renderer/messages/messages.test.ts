import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { messages as english } from './en/index.ts';
import { messages as vietnamese } from './vi/index.ts';

/** The paper is printed in Vietnamese, and names of formats are the same everywhere. */
const sameInBoth = [
  'evidence.kind.pdf',
  'office.paper.date',
  'office.paper.motto',
  'office.paper.nation',
  'office.paper.number',
];

/** English that quotes what is printed in Vietnamese, or gives a Vietnamese name as an example. */
const quoting = [
  'assessors.nameHint',
  'check.provisionalText',
  'create.nameHint',
  'evidence.hint',
  'evidence.paperHint',
  'list.emptySample',
  'office.bodyHint',
  'office.capacityHint.head',
  'office.capacityHint.leader',
  'office.capacityHint.secretary',
  'office.nameHint',
  'office.paper.date',
  'office.paper.motto',
  'office.paper.nation',
  'office.paper.number',
  'office.placeHint',
  'office.recipientsHint.certificate',
  'office.recipientsHint.minutes',
  'office.recipientsHint.scorecard',
  'office.recipientsHint.summary',
  'office.recipientsIntro',
  'office.recogniserHint',
  'office.superiorHint',
];

/** Every text by its whole key. */
function flat(texts: object, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text] as [string, string]] : flat(text, `${before}${key}.`),
  );
}

const inVietnamese = new Map(flat(vietnamese));
/** English has other words for one thing than for many; Vietnamese has not. */
const forOne = /_one$/;
const inEnglish = new Map(flat(english).filter(([key]) => !forOne.test(key)));
const ofOne = new Map(
  flat(english)
    .filter(([key]) => forOne.test(key))
    .map(([key, text]) => [key.replace(forOne, ''), text]),
);

describe('each text', () => {
  test('is there in both languages', () => {
    expect([...inEnglish.keys()].toSorted()).toEqual([...inVietnamese.keys()].toSorted());
  });

  test('is told the same facts in both', () => {
    const facts = (text: string | undefined) =>
      [...new Set(text?.match(/\{\{\w+\}\}/g))].toSorted().join(' ');
    const different = [...inVietnamese].filter(([key, text]) => facts(text) !== facts(inEnglish.get(key)));
    expect(different).toEqual([]);
    const differentOfOne = [...ofOne].filter(([key, text]) => facts(text) !== facts(inEnglish.get(key)));
    expect(differentOfOne).toEqual([]);
  });

  test('is translated', () => {
    const words = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
    const same = [...inVietnamese].filter(([key, text]) => words(text) && text === inEnglish.get(key));
    expect(same.map(([key]) => key).toSorted()).toEqual(sameInBoth);
  });

  test('has Vietnamese letters in English only where it quotes', () => {
    const letters = /[àáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]/;
    const found = [...inEnglish].filter(([, text]) => letters.test(text.toLowerCase())).map(([key]) => key);
    expect(found.toSorted()).toEqual(quoting);
  });
});

describe('the page', () => {
  const { literals, patterns } = keysInSources();

  test('uses every text', () => {
    const used = (key: string) => literals.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...inVietnamese.keys()].filter((key) => !used(key))).toEqual([]);
  });

  test('asks for no text that is missing', () => {
    const keys = [...inVietnamese.keys()];
    expect(patterns.filter((pattern) => !keys.some((key) => pattern.test(key)))).toEqual([]);
    expect(literals.size, 'nothing was found in the sources').toBeGreaterThan(300);
  });
});

/** What the sources of the page name: whole keys, and templates with any one word at each of their gaps. */
function keysInSources(): { readonly literals: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const root = resolve(import.meta.dirname, '..');
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const subjects = new Set(Object.keys(vietnamese));
  const subjectOf = (text: string) => /^(\w+)\./.exec(text)?.[1] ?? '';
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (!/(?<!\.test)\.tsx?$/.test(path) || file.parentPath.startsWith(import.meta.dirname)) continue;
    visit(parseSync(path, readFileSync(path, 'utf8')).program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') literals.add(node.value);
      if (node.type !== 'TemplateLiteral') return;
      const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
      if (!subjects.has(subjectOf(parts[0] ?? ''))) return;
      patterns.push(new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('\\w+')}$`));
    });
  }
  return { literals, patterns };
}

function visit(node: unknown, look: (node: Record<string, unknown>) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) look(node as Record<string, unknown>);
  for (const part of Object.values(node)) visit(part, look);
}
