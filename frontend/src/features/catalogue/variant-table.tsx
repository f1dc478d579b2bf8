import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Product } from '@/api/rows';
import { Panel } from '@/components/panel';
import { Table } from '@/components/table';
import { Tag } from '@/components/tag';
import { visuallyHidden } from '@/components/visually-hidden';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';

import { StockCounter } from './stock-counter';

type Variant = Product['variants'][number];

const FEW = 3;

/** Sizes and colours, with what is left of each and what is held for carts. */
export function VariantTable({ productId, variants }: { productId: string; variants: readonly Variant[] }) {
  const { t } = useTranslation();
  const mayCount = useMay('stock.count');
  return (
    <Panel flush title={t('product.variants')} note={variants.length}>
      <Table caption={t('product.variants')}>
        <thead>
          <tr>
            <th scope="col">{t('product.size')}</th>
            <th scope="col">{t('product.color')}</th>
            <Box component="th" scope="col" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              {t('product.sku')}
            </Box>
            <th scope="col" className="number">
              {t('catalogue.price')}
            </th>
            <th scope="col" className="number">
              {t('product.left')}
            </th>
            <Box component="th" scope="col" className="number" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              {t('product.held')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {variants.map((variant) => (
            <VariantRow key={variant.id} variant={variant} counter={mayCount ? <StockCounter productId={productId} variant={variant} /> : null} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function VariantRow({ variant, counter }: { variant: Variant; counter: React.ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = variant.stock <= 0 ? 'failed' : variant.stock <= FEW ? 'look' : 'plain';
  return (
    <tr>
      <td>{variant.size}</td>
      <td>{variant.color}</td>
      <Box component="td" sx={{ display: { xs: 'none', sm: 'table-cell' }, color: 'tokens.text2' }}>
        {variant.sku}
      </Box>
      <td className="number">
        {format.money(variant.price)}
        {variant.compare_at && (
          <Box sx={{ fontSize: 12, color: 'tokens.text3' }}>
            <Box component="span" sx={visuallyHidden}>
              {t('product.before')}
            </Box>
            <s>{format.money(variant.compare_at)}</s>
          </Box>
        )}
      </td>
      <td className="number">
        {counter ?? <Tag tone={tone}>{format.count(variant.stock)}</Tag>}
        {variant.held > 0 && <Box sx={{ display: { sm: 'none' }, fontSize: 12, color: 'tokens.text3' }}>{t('product.heldOf', { count: format.count(variant.held) })}</Box>}
      </td>
      <Box component="td" className="number" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
        {variant.held > 0 ? format.count(variant.held) : ''}
      </Box>
    </tr>
  );
}
