import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';

import { Providers } from '@/app/providers';
import { routes } from '@/app/router';
import { startTexts } from '@/lib/i18n';
import { createStore } from '@/state/store';

/** Opens the portal at an address, as a browser would, and waits until the page is there. */
export async function renderApp(address: string) {
  await startTexts('en');
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const view = render(
    <Providers store={createStore()}>
      <RouterProvider router={router} />
    </Providers>,
  );
  await screen.findByRole('main', { hidden: true });
  return { ...view, router };
}
