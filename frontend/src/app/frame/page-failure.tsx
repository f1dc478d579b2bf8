import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** A page that broke or could not be loaded, for instance because a new version came while it was open. */
export function PageFailure() {
  const { t } = useTranslation();
  return (
    <Box role="alert" sx={{ p: 6 }}>
      <Typography variant="h1">{t('frame.didNotLoad')}</Typography>
      <Typography sx={{ color: 'tokens.text2', my: 2 }}>{t('frame.didNotLoadText')}</Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        {t('frame.loadAgain')}
      </Button>
    </Box>
  );
}
