import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useNoteTicketMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';

/** A note among the team. Sent twice it is one note; only after it is kept does the next one begin. */
export function TicketNote({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const [note, setNote] = useState(() => ({ id: crypto.randomUUID(), text: '' }));
  const [write, { error, isLoading }] = useNoteTicketMutation();
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!note.text.trim()) return;
    void write({ ticketId, ticketNote: note }).then((answer) => 'error' in answer || setNote({ id: crypto.randomUUID(), text: '' }));
  };
  return (
    <Panel>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <ProblemBox text={error ? readProblem(error).detail || t('orderDeed.failed') : ''} />
        <TextField label={t('orderDeed.note')} helperText={t('orderDeed.noteHint')} value={note.text} onChange={(event) => setNote({ ...note, text: event.target.value })} multiline maxRows={6} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 1000 } }} />
        <Button type="submit" variant="outlined" loading={isLoading} disabled={!note.text.trim()} sx={{ justifySelf: 'start' }}>
          {t('orderDeed.keepNote')}
        </Button>
      </Box>
    </Panel>
  );
}
