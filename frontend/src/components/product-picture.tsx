import CheckroomOutlined from '@mui/icons-material/CheckroomOutlined';
import Box from '@mui/material/Box';

interface ProductPictureProps {
  src: string | null;
  /** Product and colour; empty when the name stands beside it. */
  alt?: string;
  width: number;
  height: number;
}

/** A product on its soft ground; a hanger when there is no picture. */
export function ProductPicture({ src, alt = '', width, height }: ProductPictureProps) {
  const frame = { width, height, flexShrink: 0, borderRadius: '8px', bgcolor: 'tokens.sunken', overflow: 'hidden' };
  if (src) return <Box component="img" src={src} alt={alt} loading="lazy" width={width} height={height} sx={{ ...frame, objectFit: 'cover', display: 'block' }} />;
  return (
    <Box role={alt ? 'img' : undefined} aria-label={alt || undefined} sx={{ ...frame, display: 'grid', placeItems: 'center', color: 'tokens.text3' }}>
      <CheckroomOutlined aria-hidden fontSize="small" />
    </Box>
  );
}
