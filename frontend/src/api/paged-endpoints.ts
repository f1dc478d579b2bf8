import { endpoints } from './endpoints.gen';
import type {
  ListConversationsApiArg,
  ListConversationsApiResponse,
  ListImportRowsApiArg,
  ListImportRowsApiResponse,
  ListMessagesApiArg,
  ListMessagesApiResponse,
  ListOrdersApiArg,
  ListOrdersApiResponse,
  ListPersonalCataloguesApiResponse,
  ListProductsApiArg,
  ListProductsApiResponse,
  ListReturnsApiArg,
  ListReturnsApiResponse,
  ListTicketsApiArg,
  ListTicketsApiResponse,
} from './endpoints.gen';

/** Follows `next_cursor` from page to page; null stands for the first page. */
const following = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor ?? undefined,
};

const pageOf = (url: string, params: object) => ({ url, params });

/** The generated lists again as endless ones: all loaded pages refresh together, in order. */
const pagedApi = endpoints.injectEndpoints({
  endpoints: (build) => ({
    conversationPages: build.infiniteQuery<ListConversationsApiResponse, Omit<ListConversationsApiArg, 'cursor'>, string | null>({
      query: ({ queryArg, pageParam }) => pageOf('/api/v1/conversations', { ...queryArg, cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: [{ type: 'conversations', id: 'LIST' }],
    }),
    messagePages: build.infiniteQuery<ListMessagesApiResponse, Omit<ListMessagesApiArg, 'before'>, string | null>({
      query: ({ queryArg, pageParam }) =>
        pageOf(`/api/v1/conversations/${encodeURIComponent(queryArg.threadId)}/messages`, { before: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: (_result, _error, { threadId }) => [{ type: 'conversations', id: threadId }],
    }),
    orderPages: build.infiniteQuery<ListOrdersApiResponse, Omit<ListOrdersApiArg, 'cursor'>, string | null>({
      query: ({ queryArg, pageParam }) => pageOf('/api/v1/orders', { ...queryArg, cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: [{ type: 'orders', id: 'LIST' }],
    }),
    returnPages: build.infiniteQuery<ListReturnsApiResponse, Omit<ListReturnsApiArg, 'cursor'>, string | null>({
      query: ({ queryArg, pageParam }) => pageOf('/api/v1/returns', { ...queryArg, cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: [{ type: 'orders', id: 'LIST' }],
    }),
    ticketPages: build.infiniteQuery<ListTicketsApiResponse, Omit<ListTicketsApiArg, 'cursor'>, string | null>({
      query: ({ queryArg, pageParam }) => pageOf('/api/v1/tickets', { ...queryArg, cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: ['tickets'],
    }),
    productPages: build.infiniteQuery<ListProductsApiResponse, Omit<ListProductsApiArg, 'cursor'>, string | null>({
      query: ({ queryArg, pageParam }) => pageOf('/api/v1/products', { ...queryArg, cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: [{ type: 'products', id: 'LIST' }],
    }),
    personalCataloguePages: build.infiniteQuery<ListPersonalCataloguesApiResponse, undefined, string | null>({
      query: ({ pageParam }) => pageOf('/api/v1/personal-catalogues', { cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: ['catalogue'],
    }),
    importRowPages: build.infiniteQuery<ListImportRowsApiResponse, Omit<ListImportRowsApiArg, 'cursor'>, string | null>({
      query: ({ queryArg: { importId, kind }, pageParam }) =>
        pageOf(`/api/v1/catalogue/imports/${encodeURIComponent(importId)}/rows`, { kind, cursor: pageParam ?? undefined }),
      infiniteQueryOptions: following,
      providesTags: ['imports'],
    }),
  }),
});

export const {
  useConversationPagesInfiniteQuery,
  useImportRowPagesInfiniteQuery,
  useMessagePagesInfiniteQuery,
  useOrderPagesInfiniteQuery,
  usePersonalCataloguePagesInfiniteQuery,
  useProductPagesInfiniteQuery,
  useReturnPagesInfiniteQuery,
  useTicketPagesInfiniteQuery,
} = pagedApi;
export const { endpoints: pagedEndpoints, util: pagedUtil } = pagedApi;
