import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';

import { useDelayed } from '@/lib/use-delayed';

/** Grey shapes of the four cards and the lists below. */
export function DashboardSkeleton() {
  const { t } = useTranslation();
  const late = useDelayed(true);
  return (
    <Box role="status" aria-label={t('states.loading')} sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'repeat(2, 1fr)', md: 'repeat(4, 1fr)' } }}>
      {late && Array.from({ length: 4 }, (_, card) => <Skeleton key={card} variant="rounded" height={112} sx={{ borderRadius: '12px' }} />)}
      {late && <Skeleton variant="rounded" height={230} sx={{ gridColumn: '1 / -1', borderRadius: '12px' }} />}
    </Box>
  );
}
