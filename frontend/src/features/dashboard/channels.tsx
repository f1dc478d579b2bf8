import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Channel, Dashboard } from '@/api/rows';
import { Panel } from '@/components/panel';
import { sourceTone, useSourceName } from '@/components/source-name';
import { useFormat } from '@/lib/use-format';

/** Which way people came, and the money that came with them. A bar opens its ads. */
export function Channels({ dashboard, periodText }: { dashboard: Dashboard; periodText: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { channels, channels_total: total } = dashboard;
  const most = Math.max(1, ...channels.map(({ revenue }) => revenue.minor));
  const cost = format.messageCost(total.message_cost_micros, total.revenue.currency);
  return (
    <Panel title={t('channels.title')}>
      <Box sx={{ fontSize: 13, color: 'tokens.text2', mt: -1.5, mb: 2 }}>{t('channels.firstTouch', { period: periodText })}</Box>
      {channels.length === 0 && <Box sx={{ color: 'tokens.text2' }}>{t('channels.none')}</Box>}
      {channels.map((channel) => (
        <ChannelRow key={channel.source} channel={channel} share={channel.revenue.minor / most} />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: 2, mt: 2, pt: 3, borderTop: '1px solid', borderColor: 'tokens.line' }}>
        <Box component="span" sx={{ fontSize: 13, color: 'tokens.text2' }}>
          {t('channels.total', { count: total.orders, orders: format.count(total.orders), cost })}
        </Box>
        <strong>{format.wholeMoney(total.revenue)}</strong>
      </Box>
    </Panel>
  );
}

function ChannelRow({ channel, share }: { channel: Channel; share: number }) {
  const format = useFormat();
  const sourceName = useSourceName();
  const id = useId();
  const [open, setOpen] = useState(false);
  const opens = channel.ads.length > 0;
  return (
    <>
      <ButtonBase disabled={!opens} aria-expanded={opens ? open : undefined} aria-controls={opens ? id : undefined} onClick={() => setOpen(!open)} sx={{ width: '100%', display: 'grid', gridTemplateColumns: '100px minmax(0, 1fr) auto', alignItems: 'center', gap: 3, minHeight: 30, textAlign: 'left', fontSize: 13, fontWeight: 500, borderRadius: '6px', '&:hover': { bgcolor: 'tokens.sunken' }, '@media (pointer: coarse)': { minHeight: 44 } }}>
        {sourceName(channel.source)}
        <Box aria-hidden sx={{ height: 12, width: `${Math.max(2, share * 100)}%`, borderRadius: '4px', bgcolor: sourceTone(channel.source) }} />
        <Box component="span" sx={{ fontWeight: 600 }}>
          {format.wholeMoney(channel.revenue)}
        </Box>
      </ButtonBase>
      {open && <Ads id={id} channel={channel} />}
    </>
  );
}

function Ads({ id, channel }: { id: string; channel: Channel }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="ul" id={id} sx={{ m: 0, mb: 2, pl: 3, listStyle: 'none', borderLeft: '2px solid', borderColor: 'tokens.line' }}>
      {channel.ads.map((ad) => (
        <Box component="li" key={ad.id} sx={{ display: 'flex', gap: 3, py: 1, fontSize: 13 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>{ad.name}</Box>
          <Box sx={{ color: 'tokens.text2', whiteSpace: 'nowrap' }}>{t('channels.orders', { count: ad.orders })}</Box>
          <Box sx={{ fontWeight: 600 }}>{format.wholeMoney(ad.revenue)}</Box>
        </Box>
      ))}
    </Box>
  );
}
