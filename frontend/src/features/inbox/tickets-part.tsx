import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useListTicketsQuery } from '@/api/endpoints.gen';
import type { Conversation } from '@/api/rows';
import { NewTicket } from '@/components/new-ticket';
import { TicketLines } from '@/components/ticket-lines';
import { useFormat } from '@/lib/use-format';

import { SidePart } from './side-parts';

/** What went wrong for this customer, the newest first; another one can be opened here. */
export function TicketsPart({ conversation }: { conversation: Pick<Conversation, 'id' | 'orders'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useListTicketsQuery({ threadId: conversation.id }).currentData?.results;
  if (!rows) return null;
  return (
    <SidePart title={t('tickets.title')} note={rows.length === 0 ? t('tickets.none') : format.count(rows.length)}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {rows.length > 0 && <TicketLines rows={rows} />}
        <NewTicket threadId={conversation.id} orders={conversation.orders} />
      </Box>
    </SidePart>
  );
}
