import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMoveReturnMutation, type Return, type ReturnDeed } from '@/api/endpoints.gen';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { FormDialog } from '@/components/form-dialog';
import { ProblemBox } from '@/components/problem-box';
import { useMay } from '@/lib/authorization';

import { useRefusalWords } from './refusal-words';
import { SettleDialog } from './settle-dialog';

const grave = new Set(['reject', 'cancel']);
/** What the customer is told, what moves goods or money, asks first. */
const asksFirst = (row: Return, deed: string) => grave.has(deed) || deed === 'receive' || (deed === 'settle' && row.wanted === 'refund');

/** What can be done with a return now; the next deed is the filled button. */
export function ReturnDeeds({ row }: { row: Return }) {
  const { t } = useTranslation();
  const may = useMay('fulfil.order');
  const refusal = useRefusalWords();
  const [asking, setAsking] = useState('');
  const [move, { error, isLoading, reset }] = useMoveReturnMutation();
  if (!may || row.deeds.length === 0) return null;
  const ask = (deed: string) => {
    reset();
    setAsking(deed);
  };
  const close = () => ask('');
  const act = (deed: string, returnDeed: ReturnDeed = {}) => void move({ returnId: row.id, deed, returnDeed }).then((answer) => 'error' in answer || close());
  const problem = refusal(error);
  const deeds = [...row.deeds].sort((one, other) => Number(grave.has(one)) - Number(grave.has(other)));
  return (
    <>
      {!asking && <ProblemBox text={problem} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1 }}>
        {deeds.map((deed, index) => (
          <Button key={deed} size="small" variant={index === 0 && !grave.has(deed) ? 'contained' : 'outlined'} color={grave.has(deed) ? 'error' : 'primary'} disabled={isLoading} onClick={() => (asksFirst(row, deed) ? ask(deed) : act(deed))}>
            {t(`returns.deed.${deed}`)}
          </Button>
        ))}
      </Box>
      {grave.has(asking) && <ConfirmDialog open title={t(`returns.ask.${asking}`)} text={problem || t(`returns.ask.${asking}Text`)} deed={t(`returns.deed.${asking}`)} busy={isLoading} onConfirm={() => act(asking)} onClose={close} />}
      {asking === 'receive' && <ReceiveDialog row={row} problem={problem} busy={isLoading} onSubmit={(restock) => act('receive', { restock })} onClose={close} />}
      {asking === 'settle' && <SettleDialog row={row} problem={problem} busy={isLoading} onSubmit={(deed) => act('settle', deed)} onClose={close} />}
    </>
  );
}

interface ReceiveDialogProps {
  row: Return;
  problem: string;
  busy: boolean;
  onSubmit: (restock: boolean) => void;
  onClose: () => void;
}

/** Whether what came back is sold again: what is damaged is not, unless somebody says so. */
function ReceiveDialog({ row, problem, busy, onSubmit, onClose }: ReceiveDialogProps) {
  const { t } = useTranslation();
  const [restock, setRestock] = useState(row.reason !== 'damaged');
  return (
    <FormDialog title={t('returns.ask.receive')} text={t('returns.ask.receiveText')} problem={problem} deed={t('returns.deed.receive')} busy={busy} onSubmit={() => onSubmit(restock)} onClose={onClose}>
      <FormControlLabel control={<Checkbox checked={restock} onChange={(event) => setRestock(event.target.checked)} />} label={t('returns.restock', { count: row.quantity })} />
    </FormDialog>
  );
}
