import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { ProductRow } from '@/api/rows';

const FEW = 3;

function cellLook(stock: number) {
  if (stock <= 0) return { bgcolor: 'tokens.dangerSoft', color: 'tokens.danger', borderColor: 'transparent' };
  if (stock <= FEW) return { bgcolor: 'tokens.warningSoft', color: 'tokens.warning', borderColor: 'transparent' };
  return { bgcolor: 'tokens.sunken', color: 'tokens.text2', borderColor: 'tokens.line' };
}

/** One cell a size, the number in it: none is red, few are amber. */
export function StockStrip({ sizes }: { sizes: ProductRow['sizes'] }) {
  const { t } = useTranslation();
  return (
    <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {sizes.map(({ size, stock }) => (
        <Box component="li" key={size} aria-label={t('catalogue.stockOf', { size, count: stock })} sx={{ textAlign: 'center', fontSize: 12, lineHeight: '16px' }}>
          <Box aria-hidden sx={{ color: 'tokens.text3' }}>
            {size}
          </Box>
          <Box aria-hidden sx={{ ...cellLook(stock), minWidth: 26, px: 1, py: '2px', borderWidth: '1px', borderStyle: 'solid', borderRadius: '6px', fontWeight: 600 }}>
            {stock}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
