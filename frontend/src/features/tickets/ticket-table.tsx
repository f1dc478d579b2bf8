import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { TicketRow } from '@/api/rows';
import { Table } from '@/components/table';
import { TicketTags, useDueWords } from '@/components/ticket-tags';
import { ticketPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';


const tabletHidden = { display: { sm: 'none', md: 'table-cell' } } as const;
const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: 320 } as const;

/** Tickets on wide screens: what it is about, whose, and until when it is answered. */
export function TicketTable({ rows }: { rows: readonly TicketRow[] }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('tickets.title')}>
      <thead>
        <tr>
          <th scope="col">{t('tickets.ticket')}</th>
          <th scope="col">{t('tickets.about')}</th>
          <th scope="col">{t('orders.customer')}</th>
          <Box component="th" scope="col" sx={tabletHidden}>
            {t('orders.order')}
          </Box>
          <th scope="col">{t('orders.state')}</th>
          <Box component="th" scope="col" sx={tabletHidden}>
            {t('tickets.assignee')}
          </Box>
          <th scope="col" className="number">
            {t('tickets.due')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TicketTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

function TicketTableRow({ row }: { row: TicketRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const due = useDueWords();
  return (
    <tr className="opens">
      <td>
        <Box component={Link} to={ticketPath(row.id)} className="row-link">
          {row.number}
        </Box>
      </td>
      <td>
        <Box sx={{ fontWeight: 500 }}>{t(`tickets.kind.${row.kind}`)}</Box>
        {row.words && (
          <Box title={row.words} sx={{ ...oneLine, fontSize: 13, color: 'tokens.text2' }}>
            {row.words}
          </Box>
        )}
      </td>
      <td>{row.lead.name}</td>
      <Box component="td" sx={tabletHidden}>
        {row.order_number && `#${row.order_number}`}
      </Box>
      <td>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <TicketTags row={row} />
        </Box>
      </td>
      <Box component="td" sx={{ ...tabletHidden, color: 'tokens.text2' }}>
        {row.assignee || t('tickets.nobody')}
      </Box>
      <Box component="td" className="number" title={format.exactly(row.due_at)} sx={{ color: row.is_overdue ? 'tokens.warning' : 'tokens.text2', fontWeight: row.is_overdue ? 600 : 400 }}>
        {due(row)}
      </Box>
    </tr>
  );
}
