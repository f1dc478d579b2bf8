import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

interface ShowMoreProps {
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

/** The next page of a list, by one press. */
export function ShowMore({ hasMore, busy, onMore }: ShowMoreProps) {
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', p: 3 }}>
      <Button variant="outlined" onClick={onMore} loading={busy}>
        {t('states.showMore')}
      </Button>
    </Box>
  );
}
