import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { messages } from './messages/vi.ts';

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
