import { useTranslation } from 'react-i18next';

import type { Problem } from '@/api/problem';

const known = ['already_connected', 'cannot_connect', 'has_conversations', 'invalid', 'no_connection', 'not_allowed'] as const;

/** What went wrong in plain words; the provider's own words where it refused. Empty while nothing did. */
export function useProblemText(problem: Problem | null): string {
  const { t } = useTranslation();
  if (!problem) return '';
  const code = known.find((word) => word === problem.code) ?? 'other';
  const words = t(`integrations.problem.${code}`);
  return code === 'cannot_connect' && problem.detail ? `${words} ${problem.detail}` : words;
}
