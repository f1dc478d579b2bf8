import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { ProductRow } from '@/api/rows';
import { ProductPicture } from '@/components/product-picture';
import { Table } from '@/components/table';
import { ThinBar } from '@/components/thin-bar';
import { productPath } from '@/config/paths';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';

import { CountButton } from './count-button';
import { Price } from './price';
import { StockStrip } from './stock-strip';

const tabletHidden = { display: { sm: 'none', md: 'table-cell' } } as const;

/** Products on wide screens, with stock by size and what people asked for. */
export function ProductTable({ rows }: { rows: readonly ProductRow[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...rows.map(({ asked_30d: asked }) => asked));
  return (
    <Table caption={t('nav.catalogue')}>
      <thead>
        <tr>
          <th scope="col">{t('catalogue.product')}</th>
          <th scope="col" className="number">
            {t('catalogue.price')}
          </th>
          <th scope="col">{t('catalogue.stock')}</th>
          <th scope="col" className="number">
            {t('catalogue.asked')}
          </th>
          <Box component="th" scope="col" className="number" sx={tabletHidden}>
            {t('catalogue.sold')}
          </Box>
          <Box component="th" aria-hidden sx={tabletHidden} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ProductTableRow key={row.id} row={row} most={most} />
        ))}
      </tbody>
    </Table>
  );
}

function ProductTableRow({ row, most }: { row: ProductRow; most: number }) {
  const format = useFormat();
  const mayCount = useMay('stock.count');
  return (
    <tr className="opens">
      <td>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 0.5 }}>
          <ProductPicture src={row.image_url} width={40} height={50} />
          <Box>
            <Box component={Link} to={productPath(row.id)} className="row-link" sx={{ '&&': { color: 'tokens.text', whiteSpace: 'normal' } }}>
              {row.name}
            </Box>
            <Box sx={{ fontSize: 13, color: 'tokens.text2', '&::first-letter': { textTransform: 'uppercase' } }}>{row.category}</Box>
          </Box>
        </Box>
      </td>
      <Box component="td" className="number" sx={{ fontWeight: 500 }}>
        <Price product={row} />
      </Box>
      <td>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <StockStrip sizes={row.sizes} />
          {mayCount && <CountButton row={row} />}
        </Box>
      </td>
      <td className="number">
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}>
          <Box sx={{ width: 70, display: { sm: 'none', md: 'block' } }}>
            <ThinBar share={row.asked_30d / most} height={6} />
          </Box>
          <Box component="span" sx={{ minWidth: 28 }}>
            {format.count(row.asked_30d)}
          </Box>
        </Box>
      </td>
      <Box component="td" className="number" sx={tabletHidden}>
        {format.count(row.sold_30d)}
      </Box>
      <Box component="td" aria-hidden sx={{ ...tabletHidden, width: 40, color: 'tokens.text3' }}>
        <ChevronRightOutlined fontSize="small" />
      </Box>
    </tr>
  );
}
