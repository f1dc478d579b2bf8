import i18next, { type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { languages, nearestLanguage } from './format/locale';

interface Texts {
  default: Record<string, unknown>;
}

const files = import.meta.glob<Texts>('../locales/*.json');

/** Loads a language's texts when somebody first reads in it. */
const loader: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, _namespace, done) => {
    const load = files[`../locales/${language}.json`];
    if (!load) return done(new Error(`No texts for ${language}`), null);
    load().then(
      (texts) => done(null, texts.default),
      (reason: unknown) => done(reason instanceof Error ? reason : new Error(String(reason)), null),
    );
  },
};

/** Sets up the texts in the language of the device; signing in switches to the person's own. */
export async function startTexts(deviceLanguage: string): Promise<i18n> {
  await i18next
    .use(loader)
    .use(initReactI18next)
    .init({
      lng: nearestLanguage(deviceLanguage),
      fallbackLng: 'en',
      supportedLngs: languages.map(({ code }) => code),
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  markPage(i18next.language);
  i18next.on('languageChanged', markPage);
  return i18next;
}

function markPage(language: string): void {
  document.documentElement.lang = language;
}
