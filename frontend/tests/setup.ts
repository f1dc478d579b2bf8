import '@testing-library/jest-dom/vitest';

import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

import { createHandlers } from './mocks/handlers';
import { resetLive } from './mocks/live-stream';
import { server } from './mocks/server';
import { setLayout } from './mocks/viewport';

// Pages are loaded on demand; the machine may be busy.
configure({ asyncUtilTimeout: 5000 });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  setLayout('desktop');
  server.resetHandlers(...createHandlers());
});
afterEach(() => {
  cleanup();
  resetLive();
  window.localStorage.clear();
});
afterAll(() => server.close());

// jsdom has no layout to scroll in.
Element.prototype.scrollIntoView = () => undefined;

// jsdom has no layout to scroll in.
Element.prototype.scrollIntoView = () => undefined;
