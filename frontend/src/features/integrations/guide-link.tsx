import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import Link from '@mui/material/Link';

/** A guide that the server itself serves; it opens beside the portal. */
export function GuideLink({ to, children }: { to: string; children: string }) {
  return (
    <Link href={to} target="_blank" rel="noreferrer" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minHeight: 24, '@media (pointer: coarse)': { minHeight: 44 } }}>
      {children}
      <OpenInNewOutlined aria-hidden sx={{ fontSize: 16 }} />
    </Link>
  );
}
