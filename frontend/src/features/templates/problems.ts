import { useTranslation } from 'react-i18next';

import { readProblem } from '@/api/problem';

/** What the server says of each field, as text codes. */
export function fieldProblems(error: unknown): Record<string, string[]> {
  const data = (error as { data?: { fields?: Record<string, string[]> } } | undefined)?.data;
  return data?.fields ?? {};
}

/** A text code in words; one nobody wrote words for says that WhatsApp would not take it. */
export function useProblemWords() {
  const { t } = useTranslation();
  const words = (code: string) => t(`templates.problems.${code}`, { example: '{{1}}', defaultValue: t('templates.problems.other') });
  const whole = (error: unknown) => {
    const { code, detail } = readProblem(error);
    return code === 'refused_by_provider' ? detail : words(code);
  };
  return { words, whole };
}
