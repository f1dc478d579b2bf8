import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { ProductRow } from '@/api/rows';
import { ProductPicture } from '@/components/product-picture';
import { productPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { Price } from './price';
import { StockStrip } from './stock-strip';

const cardLook = { display: 'flex', gap: 3, p: 3, color: 'tokens.text', textDecoration: 'none', bgcolor: 'tokens.surface', border: '1px solid', borderColor: 'tokens.line', borderRadius: '12px' } as const;

/** Products on a phone: one card each. */
export function ProductCards({ rows }: { rows: readonly ProductRow[] }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {rows.map((row) => (
        <li key={row.id}>
          <ProductCard row={row} />
        </li>
      ))}
    </Box>
  );
}

function ProductCard({ row }: { row: ProductRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component={Link} to={productPath(row.id)} sx={cardLook}>
      <ProductPicture src={row.image_url} width={56} height={70} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Box sx={{ flex: 1, minWidth: 0, fontWeight: 600 }}>{row.name}</Box>
          <Box sx={{ fontWeight: 600, textAlign: 'right' }}>
            <Price product={row} />
          </Box>
        </Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2', mb: 1.5, '&::first-letter': { textTransform: 'uppercase' } }}>{t('catalogue.askedTimes', { category: row.category, count: row.asked_30d, times: format.count(row.asked_30d) })}</Box>
        <StockStrip sizes={row.sizes} />
      </Box>
    </Box>
  );
}
