import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';

import { useGetMeQuery } from '@/api/endpoints.gen';
import { isSignedOut } from '@/api/problem';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { signInPath } from '@/config/paths';
import { nearestLanguage } from '@/lib/format/locale';
import { useAppSelector } from '@/state/hooks';

import { useSignOut } from './use-sign-out';
import { useThemeChoice } from './use-theme-choice';

/** Lets only signed-in people in, and sets the page to their language and theme. */
export function RequireSession({ children }: { children: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  const me = useGetMeQuery();
  const ended = useAppSelector((state) => state.connection.signedOut);
  const language = me.data?.user.language;
  useThemeChoice(me.data?.user.theme);
  useEffect(() => {
    if (language) void i18n.changeLanguage(nearestLanguage(language));
  }, [language, i18n]);
  if (ended || isSignedOut(me.error)) return <Navigate to={signInPath(pathname + search)} replace />;
  if (me.data && !me.data.shop) return <NoShop />;
  if (me.data) return children;
  if (me.isError) return <ErrorState isPage title={t('frame.didNotLoad')} error={me.error} onRetry={() => void me.refetch()} />;
  return null;
}

function NoShop() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Box component="main">
      <EmptyState isPage title={t('frame.noShop')} text={t('frame.noShopText')}>
        <Button variant="outlined" onClick={() => void signOut()}>
          {t('frame.signOut')}
        </Button>
      </EmptyState>
    </Box>
  );
}
