/** The language and the theme of this machine, and what follows when they change. */
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { type ApiError, languages, type Preferences, themes, usualPreferences } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { speak } from '../i18n.ts';

interface Chosen {
  readonly preferences: Preferences;
  /** Why the choice is not kept for the next start; null while it is. */
  readonly error: ApiError | null;
}

const key = 'preferences';

/** As this browser last knew them, for the time until the program has told. */
export const usePreferences = create<Chosen>(() => ({ preferences: lastKnown(), error: null }));

function lastKnown(): Preferences {
  try {
    const known: Partial<Preferences> | null = JSON.parse(localStorage.getItem(key) ?? 'null');
    return {
      language: languages.find((one) => one === known?.language) ?? usualPreferences.language,
      theme: themes.find((one) => one === known?.theme) ?? usualPreferences.theme,
    };
  } catch {
    return usualPreferences;
  }
}

/** Makes the interface follow these; where the texts of a language cannot be fetched, it stays with the other one. */
export async function follow(preferences: Preferences): Promise<void> {
  try {
    await speak(preferences.language);
  } catch {
    usePreferences.setState(({ preferences: { language } }) => ({
      preferences: { ...preferences, language },
    }));
    return;
  }
  document.documentElement.lang = preferences.language;
  remember(preferences);
  usePreferences.setState({ preferences });
}

function remember(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // A full storage costs no more than the first moment of the next start in the usual language and colours.
  }
}

/** What somebody chose, for now and for the next start. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const preferences = { ...usePreferences.getState().preferences, ...change };
  await follow(preferences);
  const reply = await callApi('preferences.save', { preferences });
  usePreferences.setState({ error: reply.ok ? null : reply.error });
}

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The colours to show now; with `system` they turn when those of the system do. */
export function useColourScheme(): 'light' | 'dark' {
  const theme = usePreferences((state) => state.preferences.theme);
  const dark = useSyncExternalStore(
    (changed) => {
      systemIsDark.addEventListener('change', changed);
      return () => systemIsDark.removeEventListener('change', changed);
    },
    () => systemIsDark.matches,
  );
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
