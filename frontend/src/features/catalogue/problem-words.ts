import { useTranslation } from 'react-i18next';

import { readProblem } from '@/api/problem';

/** What is wrong with a field, in words. */
export function useProblemWords() {
  const { t } = useTranslation();
  const words = (code: string) => t(`goods.problem.${code}`, { defaultValue: t('goods.problem.other') });
  return {
    /** By field, as the server names them. */
    fields: (error: unknown) => Object.fromEntries(Object.entries(readProblem(error).fields).map(([field, code]) => [field, words(code)])),
    whole: (error: unknown) => {
      const { code } = readProblem(error);
      return t(`goods.refused.${code}`, { defaultValue: t('goods.refused.other') });
    },
  };
}

export type Hints = Record<string, string>;
