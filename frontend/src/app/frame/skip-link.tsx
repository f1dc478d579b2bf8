import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** The first thing the Tab key reaches: past the navigation to the content. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <Box
      component="a"
      href="#main"
      onClick={(event: React.MouseEvent) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        px: 4,
        py: 2,
        borderRadius: '8px',
        bgcolor: 'tokens.primary',
        color: 'tokens.onPrimary',
        fontWeight: 600,
        '&:not(:focus)': { clipPath: 'inset(50%)', width: '1px', height: '1px', overflow: 'hidden', p: 0 },
      }}
    >
      {t('frame.skip')}
    </Box>
  );
}
