import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetOrderQuery } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Order } from '@/api/rows';
import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { OrderStateTag, PaymentStateTag } from '@/components/order-tags';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { Tag } from '@/components/tag';
import { paths } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { OrderDeeds } from './order-deeds';
import { OrderItems } from './order-items';
import { OrderPayments } from './order-payments';
import { OrderProgress } from './order-progress';
import { OrderCustomer } from './order-side';
import { OrderTickets } from './order-tickets';
import { OrderTimeline } from './order-timeline';
import { ReturnCard } from './return-card';

/** One order: where it stands, what was bought, how the money came. */
export function OrderDetail({ orderId }: { orderId: string }) {
  const { t } = useTranslation();
  const { currentData: order, error, isError, refetch } = useGetOrderQuery({ orderId });
  useNameDetail(order ? `#${order.number}` : '');
  if (order) return <Content order={order} />;
  if (!isError) return <SkeletonRows count={5} picture="square" />;
  if (readProblem(error).status === 404) return <EmptyState isPage title={t('order.gone')} text={t('order.goneText')} />;
  return <ErrorState isPage title={t('order.failed')} error={error} onRetry={() => void refetch()} />;
}

function Content({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = `#${order.number}`;
  const held = order.hold_until && Date.parse(order.hold_until) > format.now.getTime() ? order.hold_until : null;
  const tags = (
    <>
      <PaymentStateTag state={order.payment_state} />
      {(order.state === 'paid' || order.state !== order.payment_state) && <OrderStateTag state={order.state} />}
      {held && <Tag tone="look">{t('order.heldFor', { left: format.until(held) })}</Tag>}
    </>
  );
  const column = { display: 'grid', gap: 'inherit', alignContent: 'start', minWidth: 0 } as const;
  return (
    <PageBody>
      <BackLink to={paths.orders}>{t('nav.orders')}</BackLink>
      <PageHead title={number} tags={tags} line={t('order.line', { name: order.lead.name, time: format.moment(order.placed_at) })} />
      <OrderProgress order={order} />
      <Box sx={{ display: 'grid', gap: 'inherit', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' } }}>
        <Box sx={column}>
          <OrderItems order={order} />
          {order.returns.length > 0 && (
            <Panel title={t('returns.title')}>
              <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
                {order.returns.map((row) => (
                  <ReturnCard key={row.id} row={row} />
                ))}
              </Box>
            </Panel>
          )}
          <OrderTickets order={order} />
          {order.timeline.length > 0 && <OrderTimeline order={order} />}
        </Box>
        <Box sx={column}>
          <OrderDeeds order={order} />
          <OrderCustomer order={order} />
          <OrderPayments order={order} />
        </Box>
      </Box>
    </PageBody>
  );
}
