import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';

interface PanelProps {
  title?: React.ReactNode;
  /** Stands after the title in small print, such as a count. */
  note?: React.ReactNode;
  /** Stands at the right of the title: a link or a time. */
  action?: React.ReactNode;
  /** Whether the content keeps the card's padding. Lists with full-width lines do not. */
  flush?: boolean;
  children: React.ReactNode;
}

/** A card: a line around it, no shadow, its title an h2. */
export function Panel({ title, note, action, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={title ? id : undefined}
      sx={{ bgcolor: 'tokens.surface', border: '1px solid', borderColor: 'tokens.line', borderRadius: '12px', minWidth: 0, overflow: 'clip' }}
    >
      {title && (
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, px: 4, pt: 4, pb: flush ? 3 : 2 }}>
          <Typography id={id} variant="h2">
            {title}
          </Typography>
          {note && (
            <Typography component="span" variant="small" sx={{ color: 'tokens.text3' }}>
              {note}
            </Typography>
          )}
          <Box sx={{ ml: 'auto', textAlign: 'right' }}>{action}</Box>
        </Box>
      )}
      <Box sx={flush ? undefined : { px: 4, pb: 4, pt: title ? 0 : 4 }}>{children}</Box>
    </Box>
  );
}
