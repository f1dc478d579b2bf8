import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';

import { DetailTitleProvider } from '@/components/detail-title';
import { useLayout } from '@/lib/use-layout';

import { BusinessClockProvider } from '../business-clock-provider';
import { useLiveUpdates } from '../live/use-live-updates';
import { SessionEnding } from '../session/session-ending';
import { usePage } from '../use-page';
import { BottomBar } from './bottom-bar';
import { Notices } from './notices';
import { OfflineBar } from './offline-bar';
import { Rail } from './rail';
import { SkipLink } from './skip-link';
import { TopBar } from './top-bar';
import { WaitingAnnouncer } from './waiting-announcer';

/** What stands around every page: rail or bottom bar, top bar, notices; and the one `main`. */
export function Frame() {
  useLiveUpdates();
  const layout = useLayout();
  const page = usePage();
  const main = useFocusOnNewPage();
  const phone = layout === 'phone';
  const hasBottomBar = phone && !page?.detailOf;
  const fills = page?.fillsWindow;
  return (
    <BusinessClockProvider>
      <DetailTitleProvider>
      <SkipLink />
      <Box sx={{ display: 'flex', minHeight: '100dvh', height: fills ? '100dvh' : undefined }}>
        {!phone && <Rail wide={layout === 'desktop'} />}
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', minHeight: fills ? 0 : undefined }}>
          <TopBar />
          <OfflineBar />
          <Box component="main" id="main" ref={main} tabIndex={-1} sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', pb: hasBottomBar ? '64px' : 0, '&:focus': { outline: 'none' } }}>
            <Outlet />
          </Box>
        </Box>
      </Box>
      {hasBottomBar && <BottomBar />}
      <Notices />
      <WaitingAnnouncer />
      <SessionEnding />
      <ScrollRestoration />
      </DetailTitleProvider>
    </BusinessClockProvider>
  );
}

/** A new page begins at its content, for those who do not see it change. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
