import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRefundByHandMutation } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { FormDialog } from '@/components/form-dialog';
import { majorUnits, minorUnits } from '@/lib/format/money';
import { useFormat } from '@/lib/use-format';

import { useRefusalWords } from './refusal-words';

interface HandRefundProps {
  orderId: string;
  payment: Order['payments'][number];
}

/** Writes down money that somebody has given back: cash, or a transfer. Each opening is one refund. */
export function HandRefundButton({ orderId, payment }: HandRefundProps) {
  const { t } = useTranslation();
  const [id, setId] = useState('');
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setId(crypto.randomUUID())} sx={{ mt: 2 }}>
        {t('byHand.deed')}
      </Button>
      {id && <HandRefundDialog key={id} id={id} orderId={orderId} payment={payment} onClose={() => setId('')} />}
    </>
  );
}

function HandRefundDialog({ id, orderId, payment, onClose }: HandRefundProps & { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refusal = useRefusalWords();
  const left = payment.refundable_by_hand;
  const [amount, setAmount] = useState(() => String(majorUnits(left)));
  const [note, setNote] = useState('');
  const [give, { error, isLoading }] = useRefundByHandMutation();
  const minor = minorUnits(amount, left.currency);
  const wrong = minor === null || minor <= 0 ? t('refund.noAmount') : minor > left.minor ? t('refund.tooMuch', { most: format.money(left) }) : '';
  const submit = () => void give({ orderId, handRefund: { id, payment_id: payment.id, amount: minor, note: note.trim() } }).then((answer) => 'error' in answer || onClose());
  return (
    <FormDialog title={t('byHand.title')} text={t('byHand.text', { most: format.money(left) })} problem={refusal(error, t('byHand.failed'))} deed={wrong || minor === null ? t('byHand.deed') : t('byHand.deedAmount', { amount: format.money({ minor, currency: left.currency }) })} busy={isLoading} disabled={Boolean(wrong)} onSubmit={submit} onClose={onClose}>
      <TextField label={t('refund.amount', { currency: left.currency })} value={amount} onChange={(event) => setAmount(event.target.value)} error={Boolean(wrong)} helperText={wrong} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal' } }} />
      <TextField label={t('byHand.note')} helperText={t('byHand.noteHint')} value={note} onChange={(event) => setNote(event.target.value)} autoComplete="off" multiline maxRows={4} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 500 } }} />
    </FormDialog>
  );
}
