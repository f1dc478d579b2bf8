import SummarizeOutlined from '@mui/icons-material/SummarizeOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { TextLink } from '@/components/text-link';
import { orderPath } from '@/config/paths';

import { useReason } from './holder-line';

interface HandoffCardProps {
  handoff: NonNullable<Conversation['handoff']>;
  orders: Conversation['orders'];
}

/** Why a person is asked for, in three lines, and the way to the order it is about. */
export function HandoffCard({ handoff, orders }: HandoffCardProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [latest] = orders;
  return (
    <Box component="section" aria-label={t('inbox.whyHere')} sx={{ p: 3.5, borderRadius: '12px', border: '1px solid', borderColor: 'tokens.coral', bgcolor: 'tokens.coralSoft' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1 }}>
        <SummarizeOutlined aria-hidden sx={{ fontSize: 20, color: 'tokens.coral' }} />
        <Typography variant="h3">{t('inbox.whyHere')}</Typography>
        <Box component="span" sx={{ fontSize: 13, color: 'tokens.coral', fontWeight: 600 }}>
          {reason(handoff.reason)}
        </Box>
      </Box>
      {handoff.summary.slice(0, 3).map((line) => (
        <Typography key={line}>{line}</Typography>
      ))}
      {latest && (
        <Box sx={{ mt: 1 }}>
          <TextLink to={orderPath(latest.id)}>{t('inbox.openOrder', { number: latest.number })}</TextLink>
        </Box>
      )}
    </Box>
  );
}
