import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import { useGetProductQuery } from '@/api/endpoints.gen';
import { ErrorState } from '@/components/error-state';
import { Sheet } from '@/components/sheet';
import { SkeletonRows } from '@/components/skeleton-rows';

import { StockCounter } from './stock-counter';

/** Counting a product without leaving the list. */
export function StockSheet({ productId, name, onClose }: { productId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { currentData: product, isError, error, refetch } = useGetProductQuery({ productId });
  return (
    <Sheet label={t('goods.stockFor', { name })} open onClose={onClose}>
      <Box sx={{ p: 4, display: 'grid', gap: 3, overflowY: 'auto' }}>
        <Typography variant="h2" sx={{ pr: 8 }}>
          {name}
        </Typography>
        {!product && (isError ? <ErrorState title={t('product.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} picture="square" />)}
        {product?.variants.map((variant) => (
          <Box key={variant.id} sx={{ display: 'flex', gap: 3, alignItems: 'center', justifyContent: 'space-between' }}>
            <span>{[variant.color, variant.size].filter(Boolean).join(' ') || variant.sku}</span>
            <StockCounter productId={productId} variant={variant} />
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}
