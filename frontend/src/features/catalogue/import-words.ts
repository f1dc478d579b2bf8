import { useTranslation } from 'react-i18next';

/** What is wrong, as the server tells it: a code and what stands in its words. */
interface Why {
  code: string;
  values: Record<string, unknown>;
}

/** What is wrong with a file or a row of it, in the person's language; imports of before have English words only. */
export function useImportWords() {
  const { t } = useTranslation();
  return ({ code, values }: Why, english: string): string => (code ? t(`import.problem.${code}`, { ...values, defaultValue: english }) : english);
}
