import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetTicketQuery } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Ticket } from '@/api/rows';
import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { TicketTags, useDueWords } from '@/components/ticket-tags';
import { ticketsPath } from '@/config/paths';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';

import { TicketCustomer } from './ticket-customer';
import { TicketDeeds } from './ticket-deeds';
import { TicketNote } from './ticket-note';
import { TicketReply } from './ticket-reply';
import { TicketTimeline } from './ticket-timeline';

/** One ticket: what happened, the pictures, the answer, and who sees to it. */
export function TicketDetail({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const { currentData: ticket, error, isError, refetch } = useGetTicketQuery({ ticketId });
  useNameDetail(ticket?.number ?? '');
  if (ticket) return <Content ticket={ticket} />;
  if (!isError) return <SkeletonRows count={5} picture="round" />;
  if (readProblem(error).status === 404) return <EmptyState isPage title={t('tickets.gone')} text={t('order.goneText')} />;
  return <ErrorState isPage title={t('tickets.oneFailed')} error={error} onRetry={() => void refetch()} />;
}

function Content({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const format = useFormat();
  const due = useDueWords();
  const mayWork = useMay('fulfil.order');
  const column = { display: 'grid', gap: 'inherit', alignContent: 'start', minWidth: 0 } as const;
  return (
    <PageBody>
      <BackLink to={ticketsPath}>{t('tickets.title')}</BackLink>
      <PageHead title={`${ticket.number} · ${t(`tickets.kind.${ticket.kind}`)}`} tags={<TicketTags row={ticket} />} line={t('tickets.line', { name: ticket.lead.name, time: format.moment(ticket.opened_at), due: due(ticket) })} />
      <Box sx={{ display: 'grid', gap: 'inherit', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' } }}>
        <Box sx={column}>
          <WhatHappened ticket={ticket} />
          {mayWork && ticket.state !== 'solved' && <TicketReply ticket={ticket} />}
          <TicketTimeline ticket={ticket} />
        </Box>
        <Box sx={column}>
          {mayWork && <TicketDeeds ticket={ticket} />}
          <TicketCustomer ticket={ticket} />
          {mayWork && <TicketNote ticketId={ticket.id} />}
        </Box>
      </Box>
    </PageBody>
  );
}

/** The customer's words, and the pictures that came with them. */
function WhatHappened({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const photos = ticket.events.filter(({ kind }) => kind === 'photo');
  return (
    <Panel title={t('tickets.whatHappened')}>
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{ticket.words || t('tickets.noWords')}</Box>
      {photos.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
          {photos.map((photo, index) => (
            <Photo key={photo.id} threadId={ticket.thread_id} mediaId={photo.media_id} place={index + 1} />
          ))}
        </Box>
      )}
    </Panel>
  );
}

function Photo({ threadId, mediaId, place }: { threadId: string; mediaId: string | null; place: number }) {
  const { t } = useTranslation();
  const look = { width: 120, height: 120, borderRadius: '8px', border: '1px solid', borderColor: 'tokens.line' } as const;
  if (!mediaId) return <Box sx={{ ...look, display: 'grid', placeItems: 'center', textAlign: 'center', p: 2, fontSize: 12, color: 'tokens.text3', bgcolor: 'tokens.sunken' }}>{t('tickets.photoDue')}</Box>;
  const url = `/api/v1/conversations/${encodeURIComponent(threadId)}/media/${encodeURIComponent(mediaId)}`;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <Box component="img" src={url} alt={t('tickets.photo', { place })} loading="lazy" sx={{ ...look, display: 'block', objectFit: 'cover' }} />
    </a>
  );
}
