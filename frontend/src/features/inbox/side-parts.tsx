import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';

/** A list of terms and what they are, the answers at the right. */
export function Facts({ children }: { children: React.ReactNode }) {
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2 }}>
      {children}
    </Box>
  );
}

export function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
      <Box component="dt" sx={{ color: 'tokens.text2', flexShrink: 0 }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, textAlign: 'right', minWidth: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

interface SidePartProps {
  title: string;
  note?: string;
  children?: React.ReactNode;
}

/** One part of the side column, after a line. */
export function SidePart({ title, note, children }: SidePartProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: 4, pt: 3, borderTop: '1px solid', borderColor: 'tokens.line' }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2, mb: children ? 2 : 0 }}>
        <Typography variant="h3" id={id}>
          {title}
        </Typography>
        {note && (
          <Box component="span" sx={{ fontSize: 13, color: 'tokens.text2' }}>
            {note}
          </Box>
        )}
      </Box>
      {children}
    </Box>
  );
}
