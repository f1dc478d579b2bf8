import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useNoteOrderMutation } from '@/api/endpoints.gen';
import { ProblemBox } from '@/components/problem-box';

import { useRefusalWords } from './refusal-words';

/** A note among the team. Sent twice it is one note; only after it is kept does the next one begin. */
export function NoteField({ orderId }: { orderId: string }) {
  const { t } = useTranslation();
  const refusal = useRefusalWords();
  const [note, setNote] = useState(() => ({ id: crypto.randomUUID(), text: '' }));
  const [write, { error, isLoading }] = useNoteOrderMutation();
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!note.text.trim()) return;
    void write({ orderId, note }).then((answer) => 'error' in answer || setNote({ id: crypto.randomUUID(), text: '' }));
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <ProblemBox text={refusal(error)} />
      <TextField label={t('orderDeed.note')} helperText={t('orderDeed.noteHint')} value={note.text} onChange={(event) => setNote({ ...note, text: event.target.value })} multiline maxRows={6} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 1000 } }} />
      <Button type="submit" variant="outlined" loading={isLoading} disabled={!note.text.trim()} sx={{ justifySelf: 'start' }}>
        {t('orderDeed.keepNote')}
      </Button>
    </Box>
  );
}
