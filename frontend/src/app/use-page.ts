import { matchPath, useLocation } from 'react-router';

import { paths } from '@/config/paths';

import { pages, type PageEntry } from './pages';

/** The entry of the page that is open; undefined on an address that does not exist. */
export function usePage(): PageEntry | undefined {
  const { pathname } = useLocation();
  return pages.find(({ path }) => matchPath(path, pathname) !== null);
}

/** The path whose entry in the rail is lit: the page's own, or that of the list it belongs to. */
export function useActivePath(): string {
  const page = usePage();
  return page?.detailOf ?? page?.path ?? paths.dashboard;
}
