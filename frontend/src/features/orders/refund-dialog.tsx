import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRefundOrderMutation } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { ProblemBox } from '@/components/problem-box';
import { majorUnits, minorUnits } from '@/lib/format/money';
import { useFormat } from '@/lib/use-format';

import { useRefusalWords } from './refusal-words';

interface RefundProps {
  orderId: string;
  payment: Order['payments'][number];
}

/** Opens the question how much goes back. Each opening is one refund, however often its button is pressed. */
export function RefundButton({ orderId, payment }: RefundProps) {
  const { t } = useTranslation();
  const [id, setId] = useState('');
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setId(crypto.randomUUID())} sx={{ mt: 2 }}>
        {t('refund.deed')}
      </Button>
      {id && <RefundDialog key={id} id={id} orderId={orderId} payment={payment} onClose={() => setId('')} />}
    </>
  );
}

function RefundDialog({ id, orderId, payment, onClose }: RefundProps & { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refusal = useRefusalWords();
  const titleId = useId();
  const { refundable } = payment;
  const [amount, setAmount] = useState(() => String(majorUnits(refundable)));
  const [reason, setReason] = useState('');
  const [refund, { error, isLoading }] = useRefundOrderMutation();
  const minor = minorUnits(amount, refundable.currency);
  const wrong = minor === null || minor <= 0 ? t('refund.noAmount') : minor > refundable.minor ? t('refund.tooMuch', { most: format.money(refundable) }) : '';
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (wrong) return;
    void refund({ orderId, newRefund: { id, payment_id: payment.id, amount: minor, reason: reason.trim() } }).then((answer) => 'error' in answer || onClose());
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <Box component="form" noValidate onSubmit={submit}>
        <DialogTitle id={titleId} variant="h2" sx={{ pb: 2 }}>
          {t('refund.title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          <Box sx={{ color: 'tokens.text2' }}>{t('refund.text', { most: format.money(refundable), provider: t(`provider.${payment.provider}`, { defaultValue: payment.provider }) })}</Box>
          <ProblemBox text={refusal(error, t('refund.failed'))} />
          <TextField label={t('refund.amount', { currency: refundable.currency })} value={amount} onChange={(event) => setAmount(event.target.value)} error={Boolean(wrong)} helperText={wrong} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal' } }} />
          <TextField label={t('refund.reason')} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 200 } }} />
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={onClose}>
            {t('states.leaveIt')}
          </Button>
          <Button type="submit" variant="contained" color="error" loading={isLoading} disabled={Boolean(wrong)}>
            {wrong || minor === null ? t('refund.deed') : t('refund.deedAmount', { amount: format.money({ minor, currency: refundable.currency }) })}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
