import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';

import { Providers } from '@/app/providers';
import { createRouter } from '@/app/router';
import { startTexts } from '@/lib/i18n';
import { createStore } from '@/state/store';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

await startTexts(navigator.language);
createRoot(root).render(
  <StrictMode>
    <Providers store={createStore()}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
);
