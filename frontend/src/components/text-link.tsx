import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';

interface TextLinkProps {
  to: string;
  children: React.ReactNode;
  label?: string;
}

/** A way to another page, in the colour of what can be pressed; 44 px tall under a finger. */
export function TextLink({ to, children, label }: TextLinkProps) {
  return (
    <Link
      component={RouterLink}
      to={to}
      aria-label={label}
      sx={{ whiteSpace: 'nowrap', fontSize: 14, display: 'inline-flex', alignItems: 'center', minHeight: 24, '@media (pointer: coarse)': { minHeight: 44 } }}
    >
      {children}
    </Link>
  );
}
