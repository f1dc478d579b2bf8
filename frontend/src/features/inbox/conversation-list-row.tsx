import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

import type { ConversationRow } from '@/api/rows';
import { Avatar } from '@/components/avatar';
import { conversationPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { HolderLine } from './holder-line';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

const rowLook = {
  position: 'relative',
  display: 'flex',
  gap: 3,
  px: 3.5,
  py: 1.5,
  minHeight: 66,
  color: 'tokens.text',
  textDecoration: 'none',
  borderBottom: '1px solid',
  borderColor: 'tokens.line',
  '&:hover': { bgcolor: 'tokens.sunken' },
  '&[aria-current]': { bgcolor: 'tokens.primarySoft' },
  '&[aria-current]::before': { content: '""', position: 'absolute', insetBlock: 0, left: 0, width: 3, bgcolor: 'tokens.primary' },
  '&:focus-visible': { outlineOffset: '-2px !important' },
} as const;

interface ConversationListRowProps {
  row: ConversationRow;
  open: boolean;
}

/** Name and wait, last words, who holds it and what is at stake. */
export function ConversationListRow({ row, open }: ConversationListRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search } = useLocation();
  return (
    <Box component={Link} to={{ pathname: conversationPath(row.id), search }} aria-current={open ? 'page' : undefined} sx={rowLook}>
      <Box sx={{ pt: 1 }}>
        <Avatar id={row.lead.id} initials={row.lead.initials} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
          <Box component="span" title={row.lead.name} sx={{ ...oneLine, flex: 1, fontWeight: 600 }}>
            {row.lead.name}
          </Box>
          <Box component="span" title={format.exactly(row.last_at)} sx={{ fontSize: 13, color: 'tokens.text2' }}>
            {format.since(row.last_at)}
          </Box>
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box component="span" title={row.preview} sx={{ ...oneLine, flex: 1, fontSize: 13, color: row.unread ? 'tokens.text' : 'tokens.text2', fontWeight: row.unread ? 600 : 400 }}>
            {row.preview}
          </Box>
          {row.unread > 0 && (
            <Box component="span" sx={{ minWidth: 18, height: 18, px: 1, borderRadius: '999px', bgcolor: 'tokens.coral', color: 'tokens.surface', fontSize: 12, lineHeight: '18px', fontWeight: 600, textAlign: 'center' }} aria-label={t('inbox.unread', { count: row.unread })}>
              {row.unread}
            </Box>
          )}
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2 }}>
          <HolderLine row={row} />
          {row.value && (
            <Box component="span" sx={{ fontSize: 13, color: 'tokens.text2' }}>
              {format.wholeMoney(row.value)}
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  );
}
