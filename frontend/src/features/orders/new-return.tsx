import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCreateReturnMutation, type NewReturn as Body } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Order } from '@/api/rows';
import { FormDialog } from '@/components/form-dialog';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { useRefusalWords } from './refusal-words';
import { blankReturn, chosenLines, missingOf, reasons, returnable, wishes, type Reason, type ReturnDraft, type Wish } from './return-draft';
import { ReturnPieces } from './return-pieces';

/** Writes a return or an exchange down for the customer, once something of the order can come back. */
export function NewReturnButton({ order }: { order: Order }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open && returnable(order).length === 0) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {t('newReturn.deed')}
      </Button>
      {open && <NewReturnDialog order={order} onClose={() => setOpen(false)} />}
    </>
  );
}

const overruled = new Set(['too_late', 'excluded']);

function NewReturnDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ReturnDraft>(() => blankReturn(order));
  const { send, error, isLoading } = useSendReturns(order, onClose);
  const refusal = useRefusalWords();
  const missing = missingOf(order, draft);
  const change = (changes: Partial<ReturnDraft>) => setDraft((before) => ({ ...before, ...changes }));
  return (
    <FormDialog title={t('newReturn.title')} text={t('newReturn.text')} problem={refusal(error)} deed={t('newReturn.write')} busy={isLoading} disabled={missing !== ''} onSubmit={() => void send(draft)} onClose={onClose}>
      <ReturnPieces order={order} draft={draft} onChange={change} />
      <TextField select label={t('newReturn.reason')} value={draft.reason} onChange={(event) => change({ reason: event.target.value as Reason })} slotProps={{ inputLabel: { shrink: true } }}>
        {reasons.map((reason) => (
          <MenuItem key={reason} value={reason}>
            {t(`returns.reason.${reason}`)}
          </MenuItem>
        ))}
      </TextField>
      <FormControl>
        <FormLabel id="wanted-label">{t('newReturn.wanted')}</FormLabel>
        <RadioGroup aria-labelledby="wanted-label" value={draft.wanted} onChange={(_event, wanted) => change({ wanted: wanted as Wish })}>
          {wishes.map((wish) => (
            <FormControlLabel key={wish} value={wish} control={<Radio />} label={t(`newReturn.wish.${wish}`)} />
          ))}
        </RadioGroup>
      </FormControl>
      {overruled.has(readProblem(error).code) && <FormControlLabel control={<Checkbox checked={draft.despiteRule} onChange={(event) => change({ despiteRule: event.target.checked })} />} label={t('newReturn.despiteRule')} />}
    </FormDialog>
  );
}

/** Sends a return for each line, one after the other: what is written down stays, and sending again writes it once. */
function useSendReturns(order: Order, onDone: () => void) {
  const dispatch = useAppDispatch();
  const [ids] = useState<Record<string, string>>(() => Object.fromEntries(order.lines.map(({ id }) => [id, crypto.randomUUID()])));
  const [create, { error, isLoading }] = useCreateReturnMutation();
  const send = async (draft: ReturnDraft) => {
    let waits = false;
    for (const line of chosenLines(order, draft)) {
      const body: Body = { id: ids[line.id] ?? '', line_id: line.id, quantity: draft.pieces[line.id] ?? 1, reason: draft.reason || 'changed_mind', wanted: draft.wanted, wanted_variant_id: draft.wanted === 'exchange' ? draft.sizes[line.id] : null, despite_rule: draft.despiteRule };
      const answer = await create({ orderId: order.id, newReturn: body });
      if (!answer.data) return;
      waits ||= answer.data.state === 'requested';
    }
    dispatch(noticeShown({ kind: 'done', textKey: waits ? 'newReturn.waits' : 'newReturn.agreed' }));
    onDone();
  };
  return { send, error, isLoading };
}
