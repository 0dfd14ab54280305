import { describe, expect, test } from 'vitest';
import { darkFilled, darkTokens, lightTokens } from './theme.ts';

type Tokens = Readonly<Record<keyof typeof lightTokens, string>>;

/** How bright a colour is, by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each<[string, Tokens]>([
  ['light', lightTokens],
  ['dark', darkTokens],
])('in the %s theme', (_, tokens) => {
  const surfaces = ['--surface-page', '--surface-card', '--surface-quiet'] as const;

  test.each(surfaces)('words stand out on %s as strongly as anybody needs', (surface) => {
    expect(contrast(tokens['--text'], tokens[surface])).toBeGreaterThanOrEqual(7);
    expect(contrast(tokens['--text-quiet'], tokens[surface])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['--mantine-color-dimmed'], tokens[surface])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)('words in colour can be read on %s', (surface) => {
    for (const colour of [
      '--accent',
      '--good',
      '--bad',
      '--wait',
      '--provisional',
      '--mantine-color-error',
    ] as const)
      expect(contrast(tokens[colour], tokens[surface]), colour).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['accent', 'good', 'bad', 'wait', 'provisional'] as const)('the %s mark can be read', (tone) => {
    const surface = tokens[`--${tone}-soft`];
    expect(contrast(tokens[`--${tone}`], surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['--text'], surface)).toBeGreaterThanOrEqual(7);
  });

  test('what takes typing can be seen, and what it asks for can be read', () => {
    for (const surface of surfaces)
      for (const border of ['--line-strong', '--mantine-color-default-border'] as const)
        expect(contrast(tokens[border], tokens[surface]), surface).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens['--mantine-color-placeholder'], tokens['--surface-card'])).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});

test('in the dark theme what is pressed stands out and its white words can be read', () => {
  expect(contrast(darkFilled, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(darkFilled, darkTokens['--surface-card'])).toBeGreaterThanOrEqual(3);
});
