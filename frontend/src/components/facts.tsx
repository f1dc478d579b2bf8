import Box from '@mui/material/Box';

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
