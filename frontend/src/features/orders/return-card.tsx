import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Return } from '@/api/endpoints.gen';
import { ProductPicture } from '@/components/product-picture';
import { Tag, type Tone } from '@/components/tag';
import { TextLink } from '@/components/text-link';
import { conversationPath, orderPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { ReturnDeeds } from './return-deeds';

const tones: Record<string, Tone> = { requested: 'coral', approved: 'look', in_transit: 'look', received: 'look', settled: 'fine', rejected: 'failed', cancelled: 'plain' };

/** One return: what comes back and why, what is wanted for it, and what can be done. */
export function ReturnCard({ row, showOrder = false }: { row: Return; showOrder?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const piece = [row.name, row.color, row.size].filter(Boolean).join(', ');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <ProductPicture src={row.image_url} alt="" width={48} height={60} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {row.quantity > 1 ? `${row.quantity} × ${piece}` : piece}
          </Box>
          <Tag tone={tones[row.state] ?? 'plain'}>{t(`returns.state.${row.state}`)}</Tag>
        </Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>
          {t('returns.line', { reason: t(`returns.reason.${row.reason}`), wanted: t(`returns.wanted.${row.wanted}`, { size: row.wanted_size, amount: format.money(row.amount) }), time: format.moment(row.created_at) })}
        </Box>
        {row.words && <Box sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>{t('returns.words', { words: row.words })}</Box>}
        {row.refund_amount && <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('returns.givenBack', { amount: format.money(row.refund_amount) })}</Box>}
        {row.why && row.state === 'requested' && <Box sx={{ fontSize: 13, color: 'tokens.warning' }}>{t(`returns.why.${row.why}`)}</Box>}
        {showOrder && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, fontSize: 13 }}>
            <span>{row.lead.name}</span>
            <TextLink to={orderPath(row.order_id)}>{`#${row.order_number}`}</TextLink>
            <TextLink to={conversationPath(row.thread_id)}>{t('order.openConversation')}</TextLink>
          </Box>
        )}
        {row.exchange_order_id && (
          <Box sx={{ fontSize: 13 }}>
            <TextLink to={orderPath(row.exchange_order_id)}>{t('returns.exchangeOrder', { number: row.exchange_number })}</TextLink>
          </Box>
        )}
        <ReturnDeeds row={row} />
      </Box>
    </Box>
  );
}
