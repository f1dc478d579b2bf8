import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { TicketRow } from '@/api/rows';
import { TicketTags, useDueWords } from '@/components/ticket-tags';
import { ticketPath } from '@/config/paths';


const cardLook = { display: 'grid', gap: 1, p: 3, color: 'tokens.text', textDecoration: 'none', bgcolor: 'tokens.surface', border: '1px solid', borderColor: 'tokens.line', borderRadius: '12px' } as const;
const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Tickets on a phone: one card each, the whole card opens it. */
export function TicketCards({ rows }: { rows: readonly TicketRow[] }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {rows.map((row) => (
        <li key={row.id}>
          <TicketCard row={row} />
        </li>
      ))}
    </Box>
  );
}

function TicketCard({ row }: { row: TicketRow }) {
  const { t } = useTranslation();
  const due = useDueWords();
  return (
    <Box component={Link} to={ticketPath(row.id)} sx={cardLook}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Box component="span" sx={{ ...oneLine, flex: 1, minWidth: 0, fontWeight: 600 }}>
          {row.lead.name}
        </Box>
        <Box component="span" sx={{ fontSize: 13, whiteSpace: 'nowrap', color: row.is_overdue ? 'tokens.warning' : 'tokens.text2' }}>
          {due(row)}
        </Box>
      </Box>
      <Box sx={{ fontSize: 13 }}>{[row.number, t(`tickets.kind.${row.kind}`), row.order_number && `#${row.order_number}`].filter(Boolean).join(' · ')}</Box>
      {row.words && <Box sx={{ ...oneLine, fontSize: 13, color: 'tokens.text2' }}>{row.words}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 0.5 }}>
        <TicketTags row={row} />
      </Box>
    </Box>
  );
}
