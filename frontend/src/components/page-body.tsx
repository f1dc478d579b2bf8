import Box from '@mui/material/Box';

/** The page's margin and the space between its cards; content stays within 1440. */
export function PageBody({ children }: { children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: { xs: 3, sm: 4 }, p: { xs: 4, sm: 6 }, pt: { xs: 4, sm: 5 }, maxWidth: 1440, mx: 'auto', width: '100%' }}>
      {children}
    </Box>
  );
}
