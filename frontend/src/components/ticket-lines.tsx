import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { TicketRow } from '@/api/rows';
import { ticketPath } from '@/config/paths';

import { TextLink } from './text-link';
import { TicketTags, useDueWords } from './ticket-tags';

/** Tickets beside something else: one line each. */
export function TicketLines({ rows }: { rows: readonly TicketRow[] }) {
  const { t } = useTranslation();
  const due = useDueWords();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
      {rows.map((row) => (
        <Box component="li" key={row.id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
          <TextLink to={ticketPath(row.id)}>{row.number}</TextLink>
          <span>{t(`tickets.kind.${row.kind}`)}</span>
          <TicketTags row={row} />
          <Box sx={{ flexBasis: '100%', fontSize: 13, color: 'tokens.text2' }}>{due(row)}</Box>
        </Box>
      ))}
    </Box>
  );
}
