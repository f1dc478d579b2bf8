import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useApproveRefundMutation, useDeclineRefundMutation } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { PaymentStateTag } from '@/components/order-tags';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';
import { Tag, type Tone } from '@/components/tag';
import { useMay } from '@/lib/authorization';
import { useFormat } from '@/lib/use-format';

import { HandRefundButton } from './hand-refund';
import { RefundButton } from './refund-dialog';
import { useRefusalWords } from './refusal-words';

type Payment = Order['payments'][number];
type Refund = Payment['refunds'][number];

/** Every attempt to pay, with the provider's own reference, and what went back of it. */
export function OrderPayments({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('orders.payment')}>
      {order.payments.length === 0 && <Box sx={{ color: 'tokens.text2' }}>{t('order.noPayment')}</Box>}
      {order.payments.map((payment) => (
        <PaymentRow key={payment.id} orderId={order.id} payment={payment} />
      ))}
    </Panel>
  );
}

function PaymentRow({ orderId, payment }: { orderId: string; payment: Payment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRefund = useMay('money.refund');
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
      {payment.refunds.map((refund) => (
        <RefundRow key={refund.id} orderId={orderId} refund={refund} />
      ))}
      {mayRefund && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          {payment.refundable.minor > 0 && <RefundButton orderId={orderId} payment={payment} />}
          {payment.refundable_by_hand.minor > 0 && <HandRefundButton orderId={orderId} payment={payment} />}
        </Box>
      )}
    </Box>
  );
}

const tones: Record<string, Tone> = { waiting: 'look', requested: 'look', pending: 'look', succeeded: 'fine', failed: 'failed', canceled: 'failed' };

function RefundRow({ orderId, refund }: { orderId: string; refund: Refund }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refundReason = useRefundReason();
  return (
    <Box sx={{ mt: 2, pl: 3, borderLeft: '2px solid', borderColor: 'tokens.line' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box component="span" sx={{ flex: 1 }}>
          {t(refund.is_by_hand ? 'byHand.one' : 'refund.one')}
        </Box>
        <Tag tone={tones[refund.state] ?? 'plain'}>{t(`refundState.${refund.state}`, { defaultValue: refund.state })}</Tag>
        <strong>{format.money(refund.amount)}</strong>
      </Box>
      <Box sx={{ fontSize: 13, color: 'tokens.text2', overflowWrap: 'anywhere' }}>{[format.moment(refund.at), refund.by, refundReason(refund.reason)].filter(Boolean).join(', ')}</Box>
      {refund.state === 'waiting' && <Decision orderId={orderId} refundId={refund.id} />}
    </Box>
  );
}

function Decision({ orderId, refundId }: { orderId: string; refundId: string }) {
  const { t } = useTranslation();
  const mayDecide = useMay('money.approve');
  const [approve, approving] = useApproveRefundMutation();
  const [decline, declining] = useDeclineRefundMutation();
  const refusal = useRefusalWords();
  const error = approving.error ?? declining.error;
  if (!mayDecide) return <Box sx={{ fontSize: 13 }}>{t('refund.waits')}</Box>;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1.5 }}>
      <ProblemBox text={refusal(error, t('refund.failed'))} />
      <Button size="small" variant="contained" loading={approving.isLoading} onClick={() => void approve({ orderId, refundId })}>
        {t('refund.approve')}
      </Button>
      <Button size="small" variant="outlined" loading={declining.isLoading} onClick={() => void decline({ orderId, refundId })}>
        {t('refund.decline')}
      </Button>
    </Box>
  );
}

/** Why money went back: our own codes in words, what somebody wrote as it is. */
function useRefundReason() {
  const { t } = useTranslation();
  return (reason: string): string => {
    if (reason.startsWith('return: ')) return t(`returns.reason.${reason.slice('return: '.length)}`, { defaultValue: reason });
    return t(`refundReason.${reason}`, { defaultValue: reason });
  };
}
