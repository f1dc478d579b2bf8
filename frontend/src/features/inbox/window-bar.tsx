import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import TimelapseOutlined from '@mui/icons-material/TimelapseOutlined';
import TimerOutlined from '@mui/icons-material/TimerOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { Tag, type Tone } from '@/components/tag';
import { useFormat } from '@/lib/use-format';

const SOON_MS = 2 * 60 * 60 * 1000;

/** How long one may write freely, and what a message costs. Always above a conversation. */
export function WindowBar({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: { xs: 3, sm: 4 }, py: 2, borderBottom: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.surface' }}>
      <WindowTag window={conversation.window} />
      <CostTag conversation={conversation} />
      {conversation.holder === 'waiting' && conversation.handoff && (
        <Tag tone="coral" icon={TimerOutlined}>
          {t('inbox.waits', { wait: format.since(conversation.handoff.since) })}
        </Tag>
      )}
      <Box component="span" sx={{ ml: { sm: 'auto' }, fontSize: 13, color: 'tokens.text2' }}>
        {t('cost.soFar', { amount: format.messageCost(conversation.cost_so_far_micros, conversation.cost_currency) })}
      </Box>
    </Box>
  );
}

function WindowTag({ window: { kind, until } }: Pick<Conversation, 'window'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = until ? Date.parse(until) - format.now.getTime() : 0;
  if (kind === 'closed' || left <= 0) {
    return (
      <Tag tone="plain" icon={TimelapseOutlined}>
        {t('window.closed')}
      </Tag>
    );
  }
  const tone: Tone = left < SOON_MS ? 'look' : 'ours';
  const words = until ? format.until(until, kind === 'ad' || left < SOON_MS) : '';
  return (
    <Tag tone={tone} icon={TimelapseOutlined} title={until ? format.exactly(until) : undefined}>
      {t(kind === 'ad' ? 'window.ad' : 'window.service', { left: words })}
    </Tag>
  );
}

function CostTag({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { window: open, next_message_micros: next, cost_currency: currency } = conversation;
  if (open.free || next === 0) {
    return (
      <Tag tone="fine" icon={PaymentsOutlined}>
        {t('cost.free')}
      </Tag>
    );
  }
  if (next === null) return null;
  return (
    <Tag tone="plain" icon={PaymentsOutlined}>
      {t('cost.each', { amount: format.messagePrice(next, currency) })}
    </Tag>
  );
}
