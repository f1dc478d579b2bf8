import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Order } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProductPicture } from '@/components/product-picture';
import { useFormat } from '@/lib/use-format';

type Line = Order['lines'][number];

/** What was bought and how the total adds up. */
export function OrderItems({ order }: { order: Order }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const way = order.shipping_option && t(`delivery.kinds.${order.shipping_option}`, { defaultValue: order.shipping_option });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 3 }).format(order.tax_percent / 100);
  const tax = { tax: order.tax_name || t('order.taxWord'), percent };
  const paid = order.payment_state === 'paid';
  return (
    <Panel title={t('orders.items')}>
      {order.lines.map((line) => (
        <ItemLine key={`${line.name} ${line.color} ${line.size}`} line={line} />
      ))}
      <Box component="dl" sx={{ m: 0, mt: 2, pt: 3, borderTop: '1px solid', borderColor: 'tokens.line', display: 'grid', gap: 2 }}>
        <Sum term={t('orders.items')} value={format.money(order.subtotal)} />
        {order.discount.minor > 0 && <Sum term={t('order.discount', { code: order.coupon })} value={format.money({ ...order.discount, minor: -order.discount.minor })} />}
        <Sum term={way ? `${t('order.shipping')} (${way})` : t('order.shipping')} value={order.shipping.minor === 0 ? t('cost.freeWord') : format.money(order.shipping)} />
        {order.fee.minor > 0 && <Sum term={t('order.fee')} value={format.money(order.fee)} />}
        {order.tax.minor > 0 && !order.is_tax_included && <Sum term={t('order.tax', tax)} value={format.money(order.tax)} />}
        <Sum term={t(paid ? 'order.totalPaid' : 'orders.total')} value={format.money(order.total)} strong />
        {order.tax.minor > 0 && order.is_tax_included && <Sum term={t('order.taxIncluded', tax)} value={format.money(order.tax)} />}
      </Box>
    </Panel>
  );
}

function ItemLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const format = useFormat();
  const alt = [line.name, line.color].filter(Boolean).join(', ');
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2 }}>
      <ProductPicture src={line.image_url} alt={alt} width={60} height={76} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{line.name}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('order.sizeColor', { size: line.size, color: line.color })}</Box>
      </Box>
      <Box sx={{ textAlign: 'right' }}>
        <Box sx={{ fontWeight: 600 }}>{format.money(line.total)}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('order.pieces', { count: line.quantity, price: format.money(line.unit_price) })}</Box>
      </Box>
    </Box>
  );
}

function Sum({ term, value, strong = false }: { term: string; value: string; strong?: boolean }) {
  const look = strong ? { fontSize: 16, fontWeight: 600 } : { color: 'tokens.text2' };
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, ...look }}>
      <dt>{term}</dt>
      <Box component="dd" sx={{ m: 0, color: 'tokens.text' }}>
        {value}
      </Box>
    </Box>
  );
}
