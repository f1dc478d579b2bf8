import AdsClickOutlined from '@mui/icons-material/AdsClickOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import LocalShippingOutlined from '@mui/icons-material/LocalShippingOutlined';
import PaidOutlined from '@mui/icons-material/PaidOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslation } from 'react-i18next';

import type { Order } from '@/api/rows';
import { Panel } from '@/components/panel';
import { useSourceName } from '@/components/source-name';
import { useFormat } from '@/lib/use-format';

interface Disc {
  icon: SvgIconComponent;
  tone: 'warning' | 'primary' | 'success';
}

const warning = { tone: 'warning' } as const;
const success = { tone: 'success' } as const;
const primary = { tone: 'primary' } as const;

const discs: Record<string, Disc> = {
  touch: { icon: AdsClickOutlined, ...warning },
  placed: { icon: ReceiptLongOutlined, ...primary },
  payment_opened: { icon: LinkOutlined, ...primary },
  payment_settled: { icon: PaidOutlined, ...success },
  payment_revived: { icon: PaidOutlined, ...success },
  payment_refunded: { icon: UndoOutlined, ...warning },
  payment_partially_refunded: { icon: UndoOutlined, ...warning },
  refund_waiting: { icon: UndoOutlined, ...warning },
  refund_requested: { icon: UndoOutlined, ...primary },
  refund_by_hand: { icon: UndoOutlined, ...warning },
  payment_refund_failed: { icon: BlockOutlined, ...warning },
  return_requested: { icon: UndoOutlined, ...warning },
  return_approved: { icon: UndoOutlined, ...primary },
  return_in_transit: { icon: LocalShippingOutlined, ...primary },
  return_received: { icon: Inventory2Outlined, ...primary },
  return_settled: { icon: UndoOutlined, ...success },
  return_rejected: { icon: BlockOutlined, ...warning },
  return_cancelled: { icon: BlockOutlined, ...warning },
  refund_declined: { icon: BlockOutlined, ...warning },
  packed: { icon: Inventory2Outlined, ...primary },
  shipped: { icon: LocalShippingOutlined, ...primary },
  delivered: { icon: LocalShippingOutlined, ...success },
  cancelled: { icon: BlockOutlined, ...warning },
};

const plainDisc: Disc = { icon: ReceiptLongOutlined, ...primary };

type Event = Order['timeline'][number];

/** The proof: from the ad to the money, event by event, as the ledger has it. */
export function OrderTimeline({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('order.timeline')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {order.timeline.map((event, index) => (
          <TimelineEvent key={`${event.at} ${event.text_code}`} event={event} last={index === order.timeline.length - 1} />
        ))}
      </Box>
    </Panel>
  );
}

function TimelineEvent({ event, last }: { event: Event; last: boolean }) {
  const format = useFormat();
  const { icon: Icon, tone } = discs[event.kind] ?? plainDisc;
  const { what, more } = useEventWords(event);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, pb: last ? 0 : 3, position: 'relative' }}>
      {!last && <Box aria-hidden sx={{ position: 'absolute', left: 13, top: 28, bottom: 0, width: 2, bgcolor: 'tokens.line' }} />}
      <Box aria-hidden sx={{ width: 28, height: 28, flexShrink: 0, borderRadius: '50%', display: 'grid', placeItems: 'center', bgcolor: `tokens.${tone}Soft`, color: `tokens.${tone}` }}>
        <Icon sx={{ fontSize: 16 }} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>{what}</Box>
        {more && <Box sx={{ fontSize: 13, color: 'tokens.text2', overflowWrap: 'anywhere' }}>{more}</Box>}
      </Box>
      <Box component="time" dateTime={event.at} title={format.exactly(event.at)} sx={{ fontSize: 13, color: 'tokens.text2', whiteSpace: 'nowrap' }}>
        {format.moment(event.at)}
      </Box>
    </Box>
  );
}

/** What happened, and with what: an ad's name, a way to pay, who called it off. */
function useEventWords({ kind, text_code: code, detail, by }: Event): { what: string; more: string } {
  const { t } = useTranslation();
  const sourceName = useSourceName();
  if (kind === 'touch') return { what: t('timeline.touch', { source: sourceName(code.split('.').pop() ?? '') }), more: detail };
  const what = t(`timeline.${kind}`, { defaultValue: kind.replaceAll('_', ' ') });
  if (by) return { what, more: detail ? t('timelineBy.withWords', { name: by, words: detail }) : t('timelineBy.person', { name: by }) };
  return { what, more: detail && t(`provider.${detail}`, { defaultValue: t(`timelineBy.${detail}`, { defaultValue: detail }) }) };
}
