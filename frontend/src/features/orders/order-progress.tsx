import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Order } from '@/api/rows';
import { Panel } from '@/components/panel';
import { useFormat } from '@/lib/use-format';

import { progressOf, type Stop } from './progress';

/** One line of progress, the next step open. Orders that ended otherwise have none. */
export function OrderProgress({ order }: { order: Order }) {
  const { t } = useTranslation();
  const stops = progressOf(order);
  if (stops.length === 0) return null;
  return (
    <Panel>
      <Box component="ol" aria-label={t('order.progress')} sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: `repeat(${stops.length}, minmax(0, 1fr))` } }}>
        {stops.map((stop, index) => (
          <ProgressStop key={stop.name} stop={stop} last={index === stops.length - 1} />
        ))}
      </Box>
    </Panel>
  );
}

const discs = {
  done: { bgcolor: 'tokens.primary', borderColor: 'tokens.primary', color: 'tokens.onPrimary' },
  next: { bgcolor: 'tokens.primarySoft', borderColor: 'tokens.primary', color: 'tokens.primary' },
  later: { bgcolor: 'tokens.surface', borderColor: 'tokens.line', color: 'tokens.text3' },
} as const;

function ProgressStop({ stop: { name, state, at }, last }: { stop: Stop; last: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const passed = state === 'done' ? 'tokens.primary' : 'tokens.line';
  return (
    <Box component="li" aria-current={state === 'next' ? 'step' : undefined} sx={{ minWidth: 0, display: { xs: 'flex', sm: 'block' }, alignItems: 'center', gap: 3, minHeight: { xs: 36, sm: 0 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box sx={{ ...discs[state], width: 26, height: 26, flexShrink: 0, borderRadius: '50%', borderWidth: '2px', borderStyle: 'solid', display: 'grid', placeItems: 'center' }}>
          {state === 'done' && <CheckOutlined titleAccess={t('order.done')} sx={{ fontSize: 16 }} />}
        </Box>
        {!last && <Box aria-hidden sx={{ display: { xs: 'none', sm: 'block' }, flex: 1, height: 2, mx: '2px', bgcolor: passed }} />}
      </Box>
      <Box sx={{ fontSize: 13, fontWeight: 600, mt: { sm: 1.5 }, pr: 1, flex: 1 }}>{t(`order.stop.${name}`)}</Box>
      <Box sx={{ fontSize: { xs: 13, sm: 12 }, color: 'tokens.text2' }}>{at ? format.moment(at) : ''}</Box>
    </Box>
  );
}
