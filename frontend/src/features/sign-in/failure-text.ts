import { useTranslation } from 'react-i18next';

import type { SignInAnswer } from './allauth-client';

const known: Record<string, string> = {
  email_password_mismatch: 'signIn.wrong',
  incorrect_code: 'signIn.wrongCode',
  too_many_login_attempts: 'signIn.tooMany',
};

/** What to tell a person whose sign-in did not work; empty when it did. */
export function useFailureText(answer: SignInAnswer | null): string {
  const { t } = useTranslation();
  if (answer?.kind === 'refused') return t(known[answer.problems[0]?.code ?? ''] ?? 'signIn.refused');
  if (answer?.kind === 'tooMany') return t('signIn.tooMany');
  return answer?.kind === 'noAnswer' ? t('signIn.noAnswer') : '';
}
