import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';

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
