import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useReplyTicketMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Ticket } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';

/** Writes into the customer's conversation, which is taken over by it. */
export function TicketReply({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [waits, setWaits] = useState(true);
  const [reply, { error, isLoading }] = useReplyTicketMutation();
  const problem = error ? readProblem(error) : null;
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    void reply({ ticketId: ticket.id, ticketReply: { text: text.trim(), waits } }).then((answer) => 'error' in answer || setText(''));
  };
  return (
    <Panel title={t('tickets.answer')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <ProblemBox text={problem ? t(`tickets.refused.${problem.code}`, { name: ticket.lead.name, defaultValue: problem.detail || t('orderDeed.failed') }) : ''} />
        <TextField label={t('tickets.answerTo', { name: ticket.lead.name })} helperText={t('tickets.answerHint')} value={text} onChange={(event) => setText(event.target.value)} multiline minRows={2} maxRows={8} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 4096 } }} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
          <Button type="submit" variant="contained" loading={isLoading} disabled={!text.trim()}>
            {t('tickets.send')}
          </Button>
          <FormControlLabel control={<Checkbox checked={waits} onChange={(event) => setWaits(event.target.checked)} />} label={t('tickets.thenWaits')} />
        </Box>
      </Box>
    </Panel>
  );
}
