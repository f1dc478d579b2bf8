import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { ProductRow } from '@/api/rows';
import { useFormat } from '@/lib/use-format';

/** The price, or from which price on. */
export function Price({ product }: { product: Pick<ProductRow, 'price_from' | 'price_to' | 'sale'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = format.money(product.price_from);
  return (
    <>
      {product.price_from.minor === product.price_to.minor ? from : t('catalogue.priceFrom', { price: from })}
      {product.sale && <Box sx={{ fontSize: 12, color: 'tokens.success', fontWeight: 500 }}>{t('catalogue.onSale')}</Box>}
    </>
  );
}
