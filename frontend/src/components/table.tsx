import Box from '@mui/material/Box';

import { visuallyHidden } from './visually-hidden';

const look = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th': { position: 'sticky', top: 'var(--sticky-top, 56px)', zIndex: 1, bgcolor: 'tokens.surface', textAlign: 'left', fontSize: 12, fontWeight: 500, color: 'tokens.text2', height: 40 },
  '& td, & th': { px: 2, borderBottom: '1px solid', borderColor: 'tokens.line' },
  '& td:first-of-type, & th:first-of-type': { pl: 4 },
  '& td:last-of-type, & th:last-of-type': { pr: 4 },
  '& tr:last-of-type td': { borderBottom: 0 },
  '& td': { height: 48, py: 1 },
  '& .number': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& tr.opens': { position: 'relative', transition: 'background-color 120ms ease-out' },
  '& tr.opens:hover': { bgcolor: 'tokens.sunken' },
  '& .row-link': { color: 'tokens.primary', fontWeight: 600, textDecoration: 'none', whiteSpace: 'nowrap', '&::after': { content: '""', position: 'absolute', inset: 0 }, '&:hover': { textDecoration: 'underline' } },
} as const;

/** A table with its caption for the ear. A row of class "opens" is pressed anywhere; its "row-link" is the one link. */
export function Table({ caption, children }: { caption: string; children: React.ReactNode }) {
  return (
    <Box component="table" sx={look}>
      <Box component="caption" sx={visuallyHidden}>
        {caption}
      </Box>
      {children}
    </Box>
  );
}
