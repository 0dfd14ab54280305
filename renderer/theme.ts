/** The look of the program: a few tokens, given to the component library and to our own style sheets alike. */
import {
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
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

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: 8,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.8125rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Tokens beyond the library's own. Each text colour reaches 4.5:1 on each surface that it is used on. */
const tokens = {
  // Borders of fields and options reach the 3:1 that things to operate need.
  '--mantine-color-gray-4': '#7d868e',
  '--mantine-color-default-border': '#9aa3aa',
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
  '--bad': '#8c2f1b',
  '--bad-soft': '#faece8',
  '--wait': '#3d4a63',
  '--wait-soft': '#e9edf5',
  '--provisional': '#70500a',
  '--provisional-soft': '#fbf3dc',
};

/**
 * Gives the page its style variables. NOTE: a constructed sheet, not the library's own `<style>` element, because the
 * page's security policy refuses inline styles.
 */
export function installTheme(): void {
  const resolved = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables({
      variables: resolved.variables,
      dark: resolved.dark,
      light: { ...resolved.light, ...tokens },
    }),
  );
  document.adoptedStyleSheets.push(sheet);
}
