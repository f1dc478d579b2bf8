/** The languages of the portal, named as people who speak them name them. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'pt-BR', name: 'Português (Brasil)' },
  { code: 'hi', name: 'हिन्दी' },
  { code: 'id', name: 'Bahasa Indonesia' },
] as const;

export type LanguageCode = (typeof languages)[number]['code'];

/** The nearest language we have: "pt" and "pt_BR" give "pt-BR", an unknown one gives English. */
export function nearestLanguage(wanted: string): LanguageCode {
  const primary = wanted.toLowerCase().split(/[-_]/)[0];
  return languages.find(({ code }) => code.split('-')[0] === primary)?.code ?? 'en';
}

/** English figures follow the shop's dollars, English dates put the day first: "13 Nov". */
export const numberLocale = (language: string) => (language === 'en' ? 'en-US' : language);
export const dateLocale = (language: string) => (language === 'en' ? 'en-GB' : language);

/** "es" for a row that shows in which language somebody writes. */
export const languageMark = (language: string) => (language.split(/[-_]/)[0] ?? '').toUpperCase();

/** The name of a language in the reader's language. */
export function languageName(language: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language.split(/[-_]/)[0] ?? language) ?? language;
  } catch {
    return language;
  }
}
