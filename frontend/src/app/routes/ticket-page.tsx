import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';

import { Sheet } from '@/components/sheet';
import { ticketsPath } from '@/config/paths';
import { TicketDetail } from '@/features/tickets/ticket-detail';
import { useLayout } from '@/lib/use-layout';

import { OrdersPage } from './orders-page';

/** One ticket: a page of its own, on a tablet a sheet over the list. */
export function TicketPage() {
  const { t } = useTranslation();
  const { ticketId = '' } = useParams();
  const navigate = useNavigate();
  if (useLayout() !== 'tablet') return <TicketDetail key={ticketId} ticketId={ticketId} />;
  return (
    <>
      <OrdersPage />
      <Sheet label={t('tickets.ticket')} open onClose={() => void navigate(ticketsPath)}>
        <TicketDetail key={ticketId} ticketId={ticketId} />
      </Sheet>
    </>
  );
}
