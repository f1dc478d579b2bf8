import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';

import { useLayout } from '@/lib/use-layout';

/** The way back to the list on a phone, where no bar shows the path. */
export function BackLink({ to, children }: { to: string; children: string }) {
  if (useLayout() !== 'phone') return null;
  return (
    <Button component={Link} to={to} startIcon={<ArrowBackOutlined />} sx={{ justifySelf: 'start', ml: -2 }}>
      {children}
    </Button>
  );
}
