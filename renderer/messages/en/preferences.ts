/** Texts about language and theme. */
export const preferences = {
  title: 'Display',
  about: 'This concerns the program on this machine. Documents are always printed in Vietnamese.',
  language: 'Language of the interface',
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  close: 'Close',
  notKept: 'The choice could not be kept for the next start',
} as const;
