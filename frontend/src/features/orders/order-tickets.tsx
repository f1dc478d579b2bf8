import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useListTicketsQuery } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { Panel } from '@/components/panel';
import { NewTicket } from '@/components/new-ticket';
import { TicketLines } from '@/components/ticket-lines';

/** What went wrong with this order; another ticket can be opened here. */
export function OrderTickets({ order }: { order: Pick<Order, 'id' | 'number' | 'thread_id'> }) {
  const { t } = useTranslation();
  const rows = useListTicketsQuery({ orderId: order.id }).currentData?.results;
  if (!rows) return null;
  return (
    <Panel title={t('tickets.title')} note={rows.length === 0 ? t('tickets.none') : undefined}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {rows.length > 0 && <TicketLines rows={rows} />}
        <NewTicket threadId={order.thread_id} orders={[order]} />
      </Box>
    </Panel>
  );
}
