import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../electron/api.ts';
import { messages } from './messages/vi/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'messages';
    resources: { messages: typeof messages };
  }
}

export async function startTranslation(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    ns: ['messages'],
    defaultNS: 'messages',
    resources: { vi: { messages } },
    // NOTE: React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}

/** Turns the interface to a language. Rejects when its texts cannot be fetched; the interface then stays as it was. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'messages')) {
    const [{ messages }, { host }] = await Promise.all([
      import('./messages/en/index.ts'),
      import('./messages/en/host/index.ts'),
    ]);
    i18next.addResourceBundle('en', 'messages', messages);
    i18next.addResourceBundle('en', 'host', host);
  }
  await i18next.changeLanguage(language);
}
