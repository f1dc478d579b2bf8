import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { Suspense } from 'react';
import { Provider } from 'react-redux';

import type { Store } from '@/state/store';
import { theme } from '@/theme/theme';

/** Everything a page needs around it: data, colours, texts. */
export function Providers({ store, children }: { store: Store; children: React.ReactNode }) {
  return (
    <Provider store={store}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="leadnurturebot.theme" disableTransitionOnChange>
        <CssBaseline enableColorScheme />
        <Suspense fallback={null}>{children}</Suspense>
      </ThemeProvider>
    </Provider>
  );
}
