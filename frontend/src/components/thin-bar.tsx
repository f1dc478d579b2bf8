import Box from '@mui/material/Box';

interface ThinBarProps {
  /** From 0 to 1. */
  share: number;
  height: number;
  /** Name of the colour token. */
  tone?: string;
  track?: string;
}

/** A bar from zero. Decoration: the figure stands beside it. */
export function ThinBar({ share, height, tone = 'tokens.c1', track = 'tokens.sunken' }: ThinBarProps) {
  const width = `${Math.min(100, Math.max(0, share * 100))}%`;
  return (
    <Box aria-hidden sx={{ height, borderRadius: '999px', bgcolor: track, overflow: 'hidden' }}>
      <Box sx={{ width, minWidth: share > 0 ? height : 0, height: '100%', borderRadius: '999px', bgcolor: tone, forcedColorAdjust: 'none' }} />
    </Box>
  );
}
