import AssignmentReturnOutlined from '@mui/icons-material/AssignmentReturnOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';

import type { Ticket } from '@/api/rows';
import { Avatar } from '@/components/avatar';
import { Panel } from '@/components/panel';
import { TextLink } from '@/components/text-link';
import { conversationPath, orderPath } from '@/config/paths';

/** Whose it is, and the ways from here: the chat, the order with its refund and return. */
export function TicketCustomer({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
        <Avatar id={ticket.lead.id} initials={ticket.lead.initials} />
        <Box component="h2" sx={{ fontWeight: 600, fontSize: 14, m: 0, overflowWrap: 'anywhere' }}>
          {ticket.lead.name}
        </Box>
      </Box>
      <Way icon={ForumOutlined} to={conversationPath(ticket.thread_id)}>
        {t('order.openConversation')}
      </Way>
      {ticket.order_id && (
        <>
          <Way icon={ReceiptLongOutlined} to={orderPath(ticket.order_id)}>
            {t('tickets.orderNumber', { number: ticket.order_number })}
          </Way>
          <Way icon={AssignmentReturnOutlined} to={orderPath(ticket.order_id)}>
            {t(ticket.return_id ? 'tickets.seeReturn' : 'tickets.startReturn')}
          </Way>
        </>
      )}
    </Panel>
  );
}

function Way({ icon: Icon, to, children }: { icon: SvgIconComponent; to: string; children: string }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 2 }}>
      <Icon aria-hidden fontSize="small" sx={{ color: 'tokens.text2' }} />
      <TextLink to={to}>{children}</TextLink>
    </Box>
  );
}
