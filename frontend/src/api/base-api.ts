import { createApi, fetchBaseQuery, type BaseQueryFn, type FetchArgs, type FetchBaseQueryError } from '@reduxjs/toolkit/query/react';

import { csrfToken } from './csrf-token';
import { noteAnswer } from './last-answer';
import { isSignedOut } from './problem';
import { connectionChanged, sessionEnded } from './session-signals';

const fetchQuery = fetchBaseQuery({
  // Absolute, so that tests outside a browser can resolve it too.
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json' },
  prepareHeaders: (headers) => {
    const token = csrfToken();
    if (token) headers.set('X-CSRFToken', token);
    return headers;
  },
});

/** Every request also tells the frame whether the server answers and whether we are still signed in. */
const query: BaseQueryFn<string | FetchArgs, unknown, FetchBaseQueryError> = async (args, api, extra) => {
  const result = await fetchQuery(args, api, extra);
  const aborted = api.signal.aborted;
  if (result.data !== undefined) noteAnswer();
  if (!aborted) api.dispatch(connectionChanged(result.error?.status !== 'FETCH_ERROR'));
  if (result.error && api.endpoint !== 'getMe' && isSignedOut(result.error)) api.dispatch(sessionEnded());
  return result;
};

/** The one client of the server. Its endpoints are generated from the API description, see `endpoints.gen.ts`. */
export const baseApi = createApi({
  reducerPath: 'api',
  baseQuery: query,
  refetchOnReconnect: true,
  keepUnusedDataFor: 300,
  endpoints: () => ({}),
});
