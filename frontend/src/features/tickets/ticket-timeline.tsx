import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import PhotoOutlined from '@mui/icons-material/PhotoOutlined';
import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import ReplyOutlined from '@mui/icons-material/ReplyOutlined';
import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';

import type { Ticket, TicketEvent } from '@/api/rows';
import { Panel } from '@/components/panel';
import { useFormat } from '@/lib/use-format';

interface Disc {
  icon: SvgIconComponent;
  tone: 'coral' | 'warning' | 'primary' | 'plum' | 'success';
}

const discs: Record<string, Disc> = {
  opened: { icon: ConfirmationNumberOutlined, tone: 'coral' },
  added: { icon: AddCommentOutlined, tone: 'primary' },
  photo: { icon: PhotoOutlined, tone: 'primary' },
  asked: { icon: HourglassEmptyOutlined, tone: 'warning' },
  answered: { icon: ReplyOutlined, tone: 'plum' },
  note: { icon: EditNoteOutlined, tone: 'plum' },
  waiting: { icon: HourglassEmptyOutlined, tone: 'warning' },
  open: { icon: AddCommentOutlined, tone: 'coral' },
  solved: { icon: CheckOutlined, tone: 'success' },
  reopened: { icon: ReplayOutlined, tone: 'coral' },
};
const plainDisc: Disc = { icon: PersonOutlined, tone: 'plum' };

/** Everything that happened to a ticket, oldest first. */
export function TicketTimeline({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('tickets.timeline')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {ticket.events.map((event, index) => (
          <Moment key={event.id} event={event} name={ticket.lead.name} last={index === ticket.events.length - 1} />
        ))}
      </Box>
    </Panel>
  );
}

function Moment({ event, name, last }: { event: TicketEvent; name: string; last: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { icon: Icon, tone } = discs[event.kind] ?? plainDisc;
  const actor = event.actor === 'customer' ? name : event.actor.startsWith('key:') ? t('tickets.machine') : event.actor;
  const detail = event.kind === 'priority' ? t(`tickets.priority.${event.detail}`) : event.detail || t('tickets.nobody');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, pb: last ? 0 : 3, position: 'relative' }}>
      {!last && <Box aria-hidden sx={{ position: 'absolute', left: 13, top: 28, bottom: 0, width: 2, bgcolor: 'tokens.line' }} />}
      <Box aria-hidden sx={{ width: 28, height: 28, flexShrink: 0, borderRadius: '50%', display: 'grid', placeItems: 'center', bgcolor: `tokens.${tone}Soft`, color: `tokens.${tone}` }}>
        <Icon sx={{ fontSize: 16 }} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{t(`tickets.event.${event.kind}`, { actor, detail })}</Box>
        {event.words && event.kind !== 'opened' && <Box sx={{ fontSize: 13, color: 'tokens.text2', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{event.words}</Box>}
      </Box>
      <Box component="time" dateTime={event.at} title={format.exactly(event.at)} sx={{ fontSize: 13, color: 'tokens.text2', whiteSpace: 'nowrap' }}>
        {format.moment(event.at)}
      </Box>
    </Box>
  );
}
