import { setupServer } from 'msw/node';

/** The network of the tests; a request nobody expects fails the test. */
export const server = setupServer();
