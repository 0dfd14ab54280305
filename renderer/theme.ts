/** The look of the program: a few tokens, given to the component library and to our own style sheets alike. */
import {
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  mergeMantineTheme,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eaf6f8',
  '#d5e9ed',
  '#a9d2da',
  '#7abac6',
  '#53a6b5',
  '#3a99aa',
  '#2a8a9b',
  '#167484',
  '#0b5c6b',
  '#074853',
];

/** The library's greys of the dark theme: text first, then borders (4), surfaces (5 to 7) and what lies behind them. */
const dark: MantineColorsTuple = [
  '#e8eef1',
  '#ccd6dc',
  '#b7c3ca',
  '#9aa7af',
  '#82909a',
  '#2c3840',
  '#1f2a30',
  '#1a2328',
  '#11181c',
  '#0b1013',
];

/** A button that is offered, but not the main one: the colours of what is chosen, and an edge that says it can be pressed. */
const offered = {
  background: 'var(--accent-soft)',
  hover: 'var(--surface-quiet)',
  color: 'var(--accent)',
  border: '1px solid var(--accent)',
};

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.8125rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) =>
    input.variant === 'light' ? offered : defaultVariantColorsResolver(input),
});

/** Tokens beyond the library's own. Each text colour reaches 4.5:1 on each surface that it is used on. */
export const lightTokens = {
  // Borders of fields and options reach the 3:1 that things to operate need.
  '--mantine-color-gray-4': '#7d868e',
  '--mantine-color-default-border': '#7d868e',
  '--mantine-color-dimmed': '#4a5560',
  '--mantine-color-error': '#a8281c',
  '--mantine-color-placeholder': '#66707a',
  '--surface-page': '#f4f6f7',
  '--surface-card': '#ffffff',
  '--surface-quiet': '#eef2f3',
  '--line': '#d3dadd',
  '--line-strong': '#77828a',
  '--text': '#1b2328',
  '--text-quiet': '#4a5560',
  '--accent': '#0b5c6b',
  '--accent-soft': '#eaf6f8',
  '--good': '#1b6338',
  '--good-soft': '#e6f3ea',
  '--good-line': '#bfdcc8',
  '--bad': '#8c2f1b',
  '--bad-soft': '#faece8',
  '--bad-line': '#ebc9c0',
  '--wait': '#3d4a63',
  '--wait-soft': '#e9edf5',
  '--provisional': '#70500a',
  '--provisional-soft': '#fbf3dc',
  '--provisional-line': '#e6d6a3',
  '--provisional-edge': '#a87b12',
  '--backdrop': 'rgb(20 30 36 / 45%)',
} as const;

/** The same for the dark theme. */
export const darkTokens: Readonly<Record<keyof typeof lightTokens, string>> = {
  '--mantine-color-gray-4': '#ced4da',
  '--mantine-color-default-border': '#82909a',
  '--mantine-color-dimmed': '#b7c3ca',
  '--mantine-color-error': '#ff9f8d',
  '--mantine-color-placeholder': '#9aa7af',
  '--surface-page': '#11181c',
  '--surface-card': '#1a2328',
  '--surface-quiet': '#222d33',
  '--line': '#3a4850',
  '--line-strong': '#8695a0',
  '--text': '#e8eef1',
  '--text-quiet': '#b7c3ca',
  '--accent': '#7fcfdd',
  '--accent-soft': '#12343c',
  '--good': '#8fd6a8',
  '--good-soft': '#143022',
  '--good-line': '#2c5a40',
  '--bad': '#ffb09e',
  '--bad-soft': '#3b1c15',
  '--bad-line': '#6d3a2e',
  '--wait': '#b9c8ea',
  '--wait-soft': '#212b40',
  '--provisional': '#f0cf7d',
  '--provisional-soft': '#332808',
  '--provisional-line': '#645016',
  '--provisional-edge': '#c79a35',
  '--backdrop': 'rgb(0 0 0 / 65%)',
};

/** What is pressed or chosen: light enough to stand out from the surface, dark enough for white words on it. */
export const darkFilled = '#1a7c8d';

/** A sheet of paper is white in either theme. */
const paper = { '--paper': '#ffffff', '--ink': '#000000' };

/**
 * Gives the page its style variables. NOTE: a constructed sheet, not the library's own `<style>` element, because the
 * page's security policy refuses inline styles.
 */
export function installTheme(): void {
  const resolved = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables({
      variables: { ...resolved.variables, ...paper },
      dark: { ...resolved.dark, ...darkTokens, '--mantine-color-accent-filled': darkFilled },
      light: { ...resolved.light, ...lightTokens },
    }),
  );
  document.adoptedStyleSheets.push(sheet);
}
