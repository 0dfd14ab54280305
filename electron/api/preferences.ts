/** What a person chooses about the program on this machine. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** `system`: as the system's own windows are. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  /** Of the interface; documents are Vietnamese always. */
  readonly language: Language;
  readonly theme: Theme;
}

export const usualPreferences: Preferences = { language: 'vi', theme: 'system' };
