import type { Need } from '@/api/rows';
import { isPortalPath } from '@/config/paths';

/** The address of what is to be done; null when its page does not exist (yet). */
export function needPath({ link }: Pick<Need, 'link'>): string | null {
  if (!link) return null;
  const address = link.startsWith('/') ? link : `/${link}`;
  return isPortalPath(address) ? address : null;
}
