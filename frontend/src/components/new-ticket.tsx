import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { useCreateTicketMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { ticketPath } from '@/config/paths';
import { useMay } from '@/lib/authorization';

import { ProblemBox } from './problem-box';
import { ticketKinds } from './ticket-kinds';

type Kind = (typeof ticketKinds)[number];

interface NewTicketProps {
  threadId: string;
  /** The orders it can be about; the only one is taken as meant. */
  orders: readonly { id: string; number: string }[];
}

interface Draft {
  id: string;
  kind: Kind;
  order: string;
  words: string;
}

/** Opens a ticket by hand, for a customer or one of their orders. */
export function NewTicket(props: NewTicketProps) {
  const { t } = useTranslation();
  const mayWork = useMay('fulfil.order');
  const [open, setOpen] = useState(false);
  if (!mayWork) return null;
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)} sx={{ justifySelf: 'start' }}>
        {t('tickets.new')}
      </Button>
      {open && <NewTicketDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewTicketDialog({ threadId, orders, onClose }: NewTicketProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const titleId = useId();
  const [draft, setDraft] = useState<Draft>(() => ({ id: crypto.randomUUID(), kind: 'damaged', order: orders.length === 1 ? (orders[0]?.id ?? '') : '', words: '' }));
  const [create, { error, isLoading }] = useCreateTicketMutation();
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!draft.words.trim()) return;
    const newTicket = { id: draft.id, thread_id: threadId, order_id: draft.order || null, kind: draft.kind, words: draft.words.trim() };
    void create({ newTicket }).then((answer) => answer.data && navigate(ticketPath(answer.data.id)));
  };
  const above = { inputLabel: { shrink: true }, select: { displayEmpty: true } } as const;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId} variant="h2" sx={{ pb: 2 }}>
        {t('tickets.new')}
      </DialogTitle>
      <Box component="form" noValidate onSubmit={submit}>
        <DialogContent sx={{ display: 'grid', gap: 4, pt: '8px !important' }}>
          <ProblemBox text={error ? readProblem(error).detail || t('orderDeed.failed') : ''} />
          <TextField select label={t('tickets.about')} value={draft.kind} onChange={(event) => setDraft({ ...draft, kind: event.target.value as Kind })} slotProps={above}>
            {ticketKinds.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`tickets.kind.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          {orders.length > 0 && (
            <TextField select label={t('orders.order')} value={draft.order} onChange={(event) => setDraft({ ...draft, order: event.target.value })} slotProps={above}>
              <MenuItem value="">{t('tickets.noOrder')}</MenuItem>
              {orders.map((order) => (
                <MenuItem key={order.id} value={order.id}>
                  #{order.number}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField label={t('tickets.whatHappened')} value={draft.words} onChange={(event) => setDraft({ ...draft, words: event.target.value })} multiline minRows={3} maxRows={8} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 1000 } }} />
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, gap: 2, flexWrap: 'wrap' }}>
          <Button variant="outlined" onClick={onClose}>
            {t('states.leaveIt')}
          </Button>
          <Button type="submit" variant="contained" loading={isLoading} disabled={!draft.words.trim()}>
            {t('tickets.open')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
