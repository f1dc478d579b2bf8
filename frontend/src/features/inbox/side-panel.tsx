import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { Fact, Facts } from '@/components/facts';
import { useSourceName } from '@/components/source-name';
import { cityOf } from '@/lib/format/times';
import { useFormat } from '@/lib/use-format';

import { BlockPart } from './block-part';
import { CartPart } from './cart-part';
import { ConsentPart } from './consent-part';
import { DoublesPart } from './doubles-part';
import { FollowUpsPart } from './follow-ups-part';
import { NoticesPart } from './notices-part';
import { OrdersPart } from './orders-part';
import { TicketsPart } from './tickets-part';

/** What one should know of the customer while talking: source, consent, cart, orders, what goes out next. */
export function SidePanel({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sourceName = useSourceName();
  const { lead, ad, timezone } = conversation;
  return (
    <Box sx={{ px: 4, py: 4, overflowWrap: 'anywhere' }}>
      <Typography variant="h2" sx={{ pr: { xs: 10, md: 0 }, mb: 3 }}>
        {lead.name}
      </Typography>
      <Facts>
        <Fact term={t('side.source')}>{sourceName(conversation.source)}</Fact>
        {ad && <Fact term={t('side.ad')}>{ad.name || ad.headline}</Fact>}
        <Fact term={t('side.phone')}>{conversation.phone_masked || t('side.noPhone')}</Fact>
        {conversation.usual_size && <Fact term={t('side.usualSize')}>{conversation.usual_size}</Fact>}
        {timezone && <Fact term={t('side.localTime')}>{t('side.timeIn', { time: format.clockIn(format.now, timezone), city: cityOf(timezone) })}</Fact>}
      </Facts>
      <DoublesPart conversation={conversation} />
      <ConsentPart consent={conversation.consent} />
      <CartPart cart={conversation.cart} focus={conversation.focus} />
      <OrdersPart orders={conversation.orders} />
      <TicketsPart conversation={conversation} />
      <NoticesPart leadId={conversation.lead.id} />
      <FollowUpsPart followUps={conversation.follow_ups} />
      <BlockPart key={conversation.id} conversation={conversation} />
    </Box>
  );
}
