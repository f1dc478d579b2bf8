import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { OrderStateTag } from '@/components/order-tags';
import { TextLink } from '@/components/text-link';
import { orderPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { SidePart } from './side-parts';

/** What the customer bought before, the newest first. */
export function OrdersPart({ orders }: Pick<Conversation, 'orders'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SidePart title={t('nav.orders')} note={orders.length === 0 ? t('side.noOrders') : format.count(orders.length)}>
      {orders.map((order) => (
        <Box key={order.id} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2, py: 1 }}>
          <TextLink to={orderPath(order.id)}>#{order.number}</TextLink>
          <OrderStateTag state={order.state} />
          <Box component="span" sx={{ ml: 'auto' }}>
            {format.money(order.total)}
          </Box>
          <Box sx={{ flexBasis: '100%', fontSize: 13, color: 'tokens.text2' }}>{format.moment(order.placed_at)}</Box>
        </Box>
      ))}
    </SidePart>
  );
}
