import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { OrderRow } from '@/api/rows';
import { OrderStateTag, PaymentStateTag } from '@/components/order-tags';
import { ProductPicture } from '@/components/product-picture';
import { useSourceName } from '@/components/source-name';
import { Table } from '@/components/table';
import { visuallyHidden } from '@/components/visually-hidden';
import { orderPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

const tabletHidden = { display: { sm: 'none', md: 'table-cell' } } as const;

/** Orders on wide screens: payment and delivery apart, and always where they came from. */
export function OrdersTable({ rows }: { rows: readonly OrderRow[] }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('nav.orders')}>
      <thead>
        <tr>
          <th scope="col">{t('orders.order')}</th>
          <th scope="col">{t('orders.customer')}</th>
          <th scope="col">{t('orders.items')}</th>
          <th scope="col" className="number">
            {t('orders.total')}
          </th>
          <th scope="col">{t('orders.payment')}</th>
          <th scope="col">{t('orders.state')}</th>
          <Box component="th" scope="col" sx={tabletHidden}>
            {t('orders.cameFrom')}
          </Box>
          <Box component="th" scope="col" className="number" sx={tabletHidden}>
            {t('orders.time')}
          </Box>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OrderTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

function OrderTableRow({ row }: { row: OrderRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sourceName = useSourceName();
  return (
    <tr className="opens">
      <td>
        <Box component={Link} to={orderPath(row.id)} className="row-link">
          #{row.number}
        </Box>
      </td>
      <Box component="td" sx={{ fontWeight: 500 }}>
        {row.lead.name}
      </Box>
      <td>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
          <ProductPicture src={row.image_url} width={30} height={38} />
          {row.items_text}
        </Box>
      </td>
      <Box component="td" className="number" sx={{ fontWeight: 600 }}>
        {format.money(row.total)}
      </Box>
      <td>
        <PaymentStateTag state={row.payment_state} />
      </td>
      <td>
        <OrderStateTag state={row.state} />
      </td>
      <Box component="td" sx={{ ...tabletHidden, color: 'tokens.text2' }} title={row.ad_name ?? undefined}>
        {sourceName(row.source)}
        {row.ad_name && (
          <Box component="span" sx={visuallyHidden}>
            {t('orders.throughAd', { ad: row.ad_name })}
          </Box>
        )}
      </Box>
      <Box component="td" className="number" title={format.exactly(row.placed_at)} sx={{ ...tabletHidden, color: 'tokens.text2' }}>
        {format.moment(row.placed_at)}
      </Box>
    </tr>
  );
}
