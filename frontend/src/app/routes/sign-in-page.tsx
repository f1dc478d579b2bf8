import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

import { baseApi } from '@/api/base-api';
import { BrandMark } from '@/components/brand-mark';
import { PageTitle } from '@/components/page-title';
import { safeNext } from '@/config/paths';
import { SignInForm } from '@/features/sign-in/sign-in-form';
import { signedIn } from '@/state/connection-slice';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

/** The door. Afterwards the page that was asked for opens. */
export function SignInPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const dispatch = useAppDispatch();
  const ended = useAppSelector((state) => state.connection.signedOut);
  const enter = () => {
    dispatch(signedIn());
    dispatch(baseApi.util.resetApiState());
    void navigate(safeNext(params.get('next')), { replace: true });
  };
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 4 }}>
      <PageTitle>{t('signIn.title')}</PageTitle>
      <Box sx={{ width: '100%', maxWidth: 400, display: 'grid', gap: 5, p: { xs: 5, sm: 8 }, bgcolor: 'tokens.surface', border: '1px solid', borderColor: 'tokens.line', borderRadius: '12px' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
          <BrandMark size={36} />
          <Box component="span" sx={{ fontWeight: 600 }}>
            LeadNurtureBot
          </Box>
        </Box>
        <div>
          <Typography variant="h1">{t('signIn.title')}</Typography>
          {ended && <Typography sx={{ color: 'tokens.text2', mt: 1 }}>{t('signIn.ended')}</Typography>}
        </div>
        <SignInForm onSignedIn={enter} />
      </Box>
    </Box>
  );
}
