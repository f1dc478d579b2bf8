import ForumOutlined from '@mui/icons-material/ForumOutlined';
import LocalShippingOutlined from '@mui/icons-material/LocalShippingOutlined';
import LocationOnOutlined from '@mui/icons-material/LocationOnOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';

import type { Order } from '@/api/rows';
import { Avatar } from '@/components/avatar';
import { Panel } from '@/components/panel';
import { useSourceName } from '@/components/source-name';
import { TextLink } from '@/components/text-link';
import { conversationPath } from '@/config/paths';

/** Who bought, where it goes, where it came from. */
export function OrderCustomer({ order }: { order: Order }) {
  const { t } = useTranslation();
  const sourceName = useSourceName();
  const lined = { display: 'flex', gap: 3, mt: 3 } as const;
  return (
    <Panel>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Avatar id={order.lead.id} initials={order.lead.initials} />
        <Box>
          <Box component="h2" sx={{ fontWeight: 600, fontSize: 14, m: 0 }}>
            {order.lead.name}
          </Box>
          <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{order.ad_name ? t('order.throughAd', { source: sourceName(order.source), ad: order.ad_name }) : sourceName(order.source)}</Box>
        </Box>
      </Box>
      <Box sx={lined}>
        <LocationOnOutlined aria-hidden fontSize="small" sx={{ color: 'tokens.text2' }} />
        <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{order.address || t('order.noAddress')}</Box>
      </Box>
      {order.tracking.carrier || order.tracking.number ? (
        <Box sx={lined}>
          <LocalShippingOutlined aria-hidden fontSize="small" sx={{ color: 'tokens.text2' }} />
          <Box sx={{ overflowWrap: 'anywhere' }}>
            {[order.tracking.carrier, order.tracking.number].filter(Boolean).join(', ')}{' '}
            {order.tracking.url && (
              <Link href={order.tracking.url} target="_blank" rel="noopener noreferrer">
                {t('ship.follow')}
              </Link>
            )}
          </Box>
        </Box>
      ) : null}
      {order.thread_id && (
        <Box sx={{ ...lined, alignItems: 'center' }}>
          <ForumOutlined aria-hidden fontSize="small" sx={{ color: 'tokens.text2' }} />
          <TextLink to={conversationPath(order.thread_id)}>{t('order.openConversation')}</TextLink>
        </Box>
      )}
    </Panel>
  );
}
