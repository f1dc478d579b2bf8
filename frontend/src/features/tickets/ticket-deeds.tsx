import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import { useChangeTicketMutation, type TicketChange } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Ticket } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';

/** In which order the moves are offered. */
const moves = ['solved', 'waiting', 'open', 'reopened'] as const;

/** Who sees to it, how urgent it is, and where it goes next. */
export function TicketDeeds({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [change, { error, isLoading }] = useChangeTicketMutation();
  const set = (ticketChange: TicketChange) => void change({ ticketId: ticket.id, ticketChange });
  const offered = moves.filter((state) => ticket.states.includes(state));
  return (
    <Panel title={t('orderDeed.title')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <ProblemBox text={error ? readProblem(error).detail || t('orderDeed.failed') : ''} />
        <TextField select size="small" label={t('tickets.assignee')} value={ticket.assignee_id ?? ''} disabled={isLoading} onChange={(event) => set({ assignee_id: event.target.value || null })} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
          <MenuItem value="">{t('tickets.nobody')}</MenuItem>
          {ticket.people.map((person) => (
            <MenuItem key={person.id} value={person.id}>
              {person.name}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel control={<Checkbox checked={ticket.priority === 'high'} disabled={isLoading} onChange={(event) => set({ priority: event.target.checked ? 'high' : 'normal' })} />} label={t('tickets.isHigh')} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {offered.map((state) => (
            <Button key={state} variant="outlined" disabled={isLoading} onClick={() => set({ state })}>
              {t(`tickets.move.${state}`)}
            </Button>
          ))}
        </Box>
        {offered.includes('solved') && <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{t('tickets.solvedHint', { name: ticket.lead.name })}</Box>}
      </Box>
    </Panel>
  );
}
