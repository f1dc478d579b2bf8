import useMediaQuery from '@mui/material/useMediaQuery';

export type Layout = 'phone' | 'tablet' | 'desktop';

/** The three ways a page is laid out: below 768, below 1280, and wider. */
export function useLayout(): Layout {
  const tablet = useMediaQuery('(min-width:768px)', { noSsr: true });
  const desktop = useMediaQuery('(min-width:1280px)', { noSsr: true });
  if (desktop) return 'desktop';
  return tablet ? 'tablet' : 'phone';
}
