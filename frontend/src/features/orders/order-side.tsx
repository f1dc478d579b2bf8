import ForumOutlined from '@mui/icons-material/ForumOutlined';
import LocationOnOutlined from '@mui/icons-material/LocationOnOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Order } from '@/api/rows';
import { Avatar } from '@/components/avatar';
import { PaymentStateTag } from '@/components/order-tags';
import { Panel } from '@/components/panel';
import { useSourceName } from '@/components/source-name';
import { TextLink } from '@/components/text-link';
import { conversationPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

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
      {order.thread_id && (
        <Box sx={{ ...lined, alignItems: 'center' }}>
          <ForumOutlined aria-hidden fontSize="small" sx={{ color: 'tokens.text2' }} />
          <TextLink to={conversationPath(order.thread_id)}>{t('order.openConversation')}</TextLink>
        </Box>
      )}
    </Panel>
  );
}

/** Every attempt to pay, with the provider's own reference. */
export function OrderPayments({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('orders.payment')}>
      {order.payments.length === 0 && <Box sx={{ color: 'tokens.text2' }}>{t('order.noPayment')}</Box>}
      {order.payments.map((payment) => (
        <PaymentRow key={`${payment.provider} ${payment.reference} ${payment.at}`} payment={payment} />
      ))}
    </Panel>
  );
}

function PaymentRow({ payment }: { payment: Order['payments'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const provider = t(`provider.${payment.provider}`, { defaultValue: payment.provider });
  return (
    <Box sx={{ py: 1.5, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box component="span" sx={{ flex: 1, fontWeight: 500 }}>
          {provider}
        </Box>
        <PaymentStateTag state={payment.state} />
        <strong>{format.money(payment.amount)}</strong>
      </Box>
      <Box sx={{ fontSize: 13, color: 'tokens.text2', overflowWrap: 'anywhere' }}>{[format.moment(payment.at), payment.reference].filter(Boolean).join(', ')}</Box>
      {payment.problem && <Box sx={{ fontSize: 13, color: 'tokens.danger' }}>{t(`paymentProblem.${payment.problem}`, { defaultValue: payment.problem })}</Box>}
    </Box>
  );
}
