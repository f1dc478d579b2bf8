import { createBrowserRouter, type RouteObject } from 'react-router';

import { paths } from '@/config/paths';

import { Frame } from './frame/frame';
import { NotFoundPage } from './frame/not-found-page';
import { PageFailure } from './frame/page-failure';
import { pages } from './pages';
import { RequireSession } from './session/require-session';

const inside: RouteObject[] = pages.map(({ path, load }) => ({
  path,
  lazy: async () => ({ Component: await load() }),
  ErrorBoundary: PageFailure,
}));

export const routes: RouteObject[] = [
  { path: paths.signIn, lazy: async () => ({ Component: (await import('./routes/sign-in-page')).SignInPage }), hydrateFallbackElement: <></>, ErrorBoundary: PageFailure },
  {
    element: (
      <RequireSession>
        <Frame />
      </RequireSession>
    ),
    hydrateFallbackElement: <></>,
    children: [...inside, { path: '*', element: <NotFoundPage /> }],
  },
];

export const createRouter = () => createBrowserRouter(routes);
