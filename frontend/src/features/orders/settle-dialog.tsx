import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useGetOrderQuery, type Return, type ReturnDeed } from '@/api/endpoints.gen';
import type { Order } from '@/api/rows';
import { FormDialog } from '@/components/form-dialog';
import { minorUnits } from '@/lib/format/money';
import { useFormat } from '@/lib/use-format';

interface SettleDialogProps {
  row: Return;
  problem: string;
  busy: boolean;
  onSubmit: (deed: ReturnDeed) => void;
  onClose: () => void;
}

type Choice = 'whole' | 'less' | 'own';

/** The payment that the money can go back of, and whether a person has to give it back by hand. */
function sourceOf(order: Order | undefined) {
  const asked = order?.payments.find(({ refundable }) => refundable.minor > 0);
  const byHand = asked ? undefined : order?.payments.find(({ refundable_by_hand: left }) => left.minor > 0);
  return { left: asked?.refundable ?? byHand?.refundable_by_hand, byHand: byHand !== undefined, provider: asked?.provider };
}

/** How much goes back for what has come back: all of it, less the delivery, or another sum, never more than is left. */
export function SettleDialog({ row, problem, busy, onSubmit, onClose }: SettleDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currentData: order } = useGetOrderQuery({ orderId: row.order_id });
  const { left, byHand, provider } = sourceOf(order);
  const [choice, setChoice] = useState<Choice>('whole');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const { currency } = row.amount;
  const money = (minor: number) => format.money({ minor, currency });
  const less = row.amount.minor - (order?.shipping.minor ?? 0);
  const minor = choice === 'own' ? minorUnits(typed, currency) : choice === 'less' ? less : row.amount.minor;
  const none = order !== undefined && !left;
  const tooMuch = left && minor !== null && minor > left.minor ? t('refund.tooMuch', { most: format.money(left) }) : '';
  const wrong = none ? '' : tooMuch || (minor === null || minor <= 0 ? t('refund.noAmount') : '');
  const text = none ? t('settle.nothingLeft') : byHand ? t('settle.byHand') : t('settle.byProvider', { provider: t(`provider.${provider}`, { defaultValue: provider }) });
  const deed = none ? t('settle.withoutMoney') : wrong || minor === null ? t('returns.deed.settle') : t(byHand ? 'settle.deedByHand' : 'refund.deedAmount', { amount: money(minor) });
  const choices: [Choice, string][] = [['whole', t('settle.whole', { amount: money(row.amount.minor) })], ...(less > 0 && less < row.amount.minor ? [['less', t('settle.less', { amount: money(less) })] as [Choice, string]] : []), ['own', t('settle.own')]];
  return (
    <FormDialog title={t('settle.title')} text={order ? text : undefined} problem={problem} deed={deed} grave busy={busy} disabled={!order || wrong !== ''} onSubmit={() => onSubmit(none ? { amount: 0 } : { amount: minor, by_hand: byHand, note: note.trim() })} onClose={onClose}>
      {!none && (
        <FormControl error={Boolean(wrong && choice !== 'own')}>
          <FormLabel id="settle-label">{t('settle.howMuch')}</FormLabel>
          <RadioGroup aria-labelledby="settle-label" value={choice} onChange={(_event, next) => setChoice(next as Choice)}>
            {choices.map(([value, label]) => (
              <FormControlLabel key={value} value={value} control={<Radio />} label={label} />
            ))}
          </RadioGroup>
        </FormControl>
      )}
      {!none && choice === 'own' && <TextField autoFocus label={t('refund.amount', { currency })} value={typed} onChange={(event) => setTyped(event.target.value)} error={Boolean(typed && wrong)} helperText={(typed && wrong) || (left && t('settle.most', { most: format.money(left) }))} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal' } }} />}
      {!none && choice !== 'own' && tooMuch && <div role="alert">{tooMuch}</div>}
      {byHand && <TextField label={t('byHand.note')} value={note} onChange={(event) => setNote(event.target.value)} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 500 } }} />}
    </FormDialog>
  );
}
