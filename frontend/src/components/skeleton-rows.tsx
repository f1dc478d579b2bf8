import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';

import { useDelayed } from '@/lib/use-delayed';

interface SkeletonRowsProps {
  count: number;
  /** The shape of what comes: a person's round picture or a product's square one. */
  picture: 'round' | 'square';
}

/** Grey shapes of the rows to come. Nothing at all for the first 200 ms. */
export function SkeletonRows({ count, picture }: SkeletonRowsProps) {
  const { t } = useTranslation();
  const late = useDelayed(true);
  return (
    <Box role="status" aria-label={t('states.loading')}>
      {late &&
        Array.from({ length: count }, (_, row) => (
          <Box key={row} sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 3 }}>
            <Skeleton variant={picture === 'round' ? 'circular' : 'rounded'} width={40} height={40} />
            <Box sx={{ flex: 1 }}>
              <Skeleton variant="rounded" width="30%" height={12} />
              <Skeleton variant="rounded" width="55%" height={10} sx={{ mt: 2 }} />
            </Box>
            <Skeleton variant="rounded" width={64} height={20} sx={{ borderRadius: '999px' }} />
          </Box>
        ))}
    </Box>
  );
}
