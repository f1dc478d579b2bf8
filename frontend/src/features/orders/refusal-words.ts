import { useTranslation } from 'react-i18next';

import { readProblem } from '@/api/problem';

/** Why the server refused, in the person's language; empty without an error. */
export function useRefusalWords() {
  const { t } = useTranslation();
  return (error: unknown, otherwise = t('orderDeed.failed')): string => {
    if (!error) return '';
    const { code, detail } = readProblem(error);
    return t(`refused.${code}`, { defaultValue: detail || otherwise });
  };
}
