import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCancelOrderMutation } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { ProblemBox } from '@/components/problem-box';

import { useRefusalWords } from './refusal-words';

/** Asks what becomes of goods and money before an order is called off. */
export function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const refusal = useRefusalWords();
  const titleId = useId();
  const [restock, setRestock] = useState(true);
  const [refund, setRefund] = useState(true);
  const [cancel, { error, isLoading }] = useCancelOrderMutation();
  const hasMoney = order.payments.some(({ refundable }) => refundable.minor > 0);
  const submit = () => void cancel({ orderId: order.id, cancel: { restock, refund } }).then((answer) => 'error' in answer || onClose());
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId} variant="h2" sx={{ pb: 2 }}>
        {t('cancelOrder.title', { number: order.number })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ color: 'tokens.text2' }}>{t('cancelOrder.text')}</Box>
        <ProblemBox text={refusal(error)} />
        <FormControlLabel control={<Checkbox checked={restock} onChange={(event) => setRestock(event.target.checked)} />} label={t('cancelOrder.restock')} />
        {hasMoney && <FormControlLabel control={<Checkbox checked={refund} onChange={(event) => setRefund(event.target.checked)} />} label={t('cancelOrder.refund')} />}
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={onClose}>
          {t('states.leaveIt')}
        </Button>
        <Button variant="contained" color="error" loading={isLoading} onClick={submit}>
          {t('orderDeed.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
