import { useTranslation } from 'react-i18next';

import { Tag, type Tone } from './tag';

const orderTones: Record<string, Tone> = {
  awaiting_payment: 'plain',
  confirmed: 'look',
  paid: 'look',
  packed: 'look',
  shipped: 'ours',
  delivered: 'fine',
};

const paymentTones: Record<string, Tone> = {
  created: 'look',
  open: 'look',
  pending: 'look',
  paid: 'fine',
  failed: 'failed',
  amount_mismatch: 'failed',
  duplicate: 'failed',
  late: 'failed',
  disputed: 'failed',
  refund_pending: 'look',
};

const asWords = (code: string) => code.replaceAll('_', ' ');

/** Where an order stands. */
export function OrderStateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag tone={orderTones[state] ?? 'plain'}>{t(`orderState.${state}`, { defaultValue: asWords(state) })}</Tag>;
}

/** Where its money stands. */
export function PaymentStateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag tone={paymentTones[state] ?? 'plain'}>{t(`paymentState.${state}`, { defaultValue: asWords(state) })}</Tag>;
}
