import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import { useGetStatusQuery } from '@/api/endpoints.gen';
import type { Status } from '@/api/rows';
import { ThinBar } from '@/components/thin-bar';
import { useFormat } from '@/lib/use-format';

const NEAR_CAP = 0.8;

/** Teal while there is room, amber from 80 % of the cap on. */
const toneOf = (share: number) => (share >= NEAR_CAP ? 'tokens.warning' : 'tokens.primary');

const shareOf = ({ spent_micros: spent, cap_micros: cap }: Status['message_cost']) => (cap ? spent / cap : 0);

function useCostWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const cost = useGetStatusQuery().data?.message_cost;
  if (!cost) return null;
  const spent = format.messageCost(cost.spent_micros, cost.currency);
  const cap = cost.cap_micros === null ? null : format.cap(cost.cap_micros, cost.currency);
  return { cost, spent, cap, of: cap === null ? t('cost.noCap') : t('cost.ofCap', { cap }), share: shareOf(cost) };
}

/** What messages cost this month, against the cap that holds. */
export function CostMeter({ month = 'short' }: { month?: 'long' | 'short' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCostWords();
  if (!words) return null;
  return (
    <Box sx={{ p: 3, pt: 2, borderRadius: '12px', border: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.sunken' }}>
      <Typography variant="small">{t('cost.title', { month: format.month(words.cost.month, month) })}</Typography>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: 2, mb: 1.5 }}>
        <strong>{words.spent}</strong>
        <Typography component="span" variant="small" sx={{ color: 'tokens.text2' }}>
          {words.of}
        </Typography>
      </Box>
      {words.cap !== null && <ThinBar share={words.share} height={4} tone={toneOf(words.share)} track="tokens.line" />}
    </Box>
  );
}

const RADIUS = 21;
const AROUND = 2 * Math.PI * RADIUS;

/** The same as a thin ring, for the narrow rail. */
export function CostRing() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCostWords();
  if (!words) return null;
  const { cost, share } = words;
  const tone = share >= NEAR_CAP ? 'warning' : 'primary';
  const label = `${t('cost.title', { month: format.month(cost.month, 'long') })}: ${words.spent} ${words.of}`;
  return (
    <Box role="img" aria-label={label} title={label} sx={{ display: 'grid', placeItems: 'center', position: 'relative', height: 52 }}>
      <svg width="48" height="48" viewBox="0 0 48 48" aria-hidden focusable="false">
        <circle cx="24" cy="24" r={RADIUS} fill="none" strokeWidth="4" stroke="var(--mui-palette-tokens-line)" />
        <circle cx="24" cy="24" r={RADIUS} fill="none" strokeWidth="4" stroke={`var(--mui-palette-tokens-${tone})`} strokeDasharray={`${Math.min(1, share) * AROUND} ${AROUND}`} transform="rotate(-90 24 24)" strokeLinecap="round" />
      </svg>
      <Box component="span" sx={{ position: 'absolute', fontSize: 12, fontWeight: 600 }}>
        {format.wholeMoney({ minor: Math.floor(cost.spent_micros / 10_000), currency: cost.currency })}
      </Box>
    </Box>
  );
}
