import { endpoints } from './endpoints.gen';

const list = (type: 'conversations' | 'orders' | 'products') => ({ type, id: 'LIST' }) as const;

/** What a change to one conversation makes stale: it, the lists it stands in, and the counts in the frame. */
const conversationChanged = (_result: unknown, _error: unknown, { threadId }: { threadId: string }) =>
  [{ type: 'conversations', id: threadId } as const, list('conversations'), 'status', 'dashboard'] as const;

/** What a change to one product makes stale; also when it was refused, because then somebody else has changed it. */
const productChanged = (_result: unknown, _error: unknown, { productId }: { productId: string }) => [{ type: 'products', id: productId } as const, list('products'), 'dashboard'] as const;

/** Finer tags than the generated ones, so that one message does not refetch every conversation. */
endpoints.enhanceEndpoints({
  endpoints: {
    listConversations: { providesTags: [list('conversations')] },
    getConversation: { providesTags: (_result, _error, { threadId }) => [{ type: 'conversations', id: threadId }] },
    listMessages: { providesTags: (_result, _error, { threadId }) => [{ type: 'conversations', id: threadId }] },
    takeOver: { invalidatesTags: conversationChanged },
    handBack: { invalidatesTags: conversationChanged },
    sendMessage: { invalidatesTags: conversationChanged },
    sendProducts: { invalidatesTags: (result, error, arg) => [...conversationChanged(result, error, arg), 'catalogue'] },
    // Looking changes nothing.
    previewProducts: { invalidatesTags: [] },
    markSeen: { invalidatesTags: conversationChanged },
    blockPerson: { invalidatesTags: conversationChanged },
    unblockPerson: { invalidatesTags: conversationChanged },
    listOrders: { providesTags: [list('orders')] },
    getOrder: { providesTags: (_result, _error, { orderId }) => [{ type: 'orders', id: orderId }] },
    changeTicket: { invalidatesTags: ['tickets', 'conversations', 'dashboard'] },
    createTicket: { invalidatesTags: ['tickets', 'dashboard'] },
    replyTicket: { invalidatesTags: ['tickets', 'conversations', 'status', 'dashboard'] },
    // A photo that was fetched is news of its conversation.
    getTicket: { providesTags: (ticket) => ['tickets', ...(ticket ? [{ type: 'conversations', id: ticket.thread_id } as const] : [])] },
    getTicketFigures: { providesTags: ['tickets'] },
    refundOrder: { invalidatesTags: ['orders', 'dashboard'] },
    approveRefund: { invalidatesTags: ['orders', 'dashboard'] },
    refundByHand: { invalidatesTags: ['orders', 'dashboard'] },
    // What comes back or is set aside changes what is on the shelf.
    createReturn: { invalidatesTags: ['orders', 'products'] },
    moveReturn: { invalidatesTags: ['orders', 'products', 'dashboard'] },
    declineRefund: { invalidatesTags: ['orders', 'dashboard'] },
    listRestockNotices: { providesTags: (_result, _error, { leadId }) => [{ type: 'leads', id: leadId }, list('conversations')] },
    cancelRestockNotice: { invalidatesTags: (_result, _error, { leadId }) => [{ type: 'leads', id: leadId }, 'products'] },
    getProductFeedback: { providesTags: (_result, _error, { productId }) => [{ type: 'products', id: productId }] },
    listProducts: { providesTags: [list('products')] },
    listSizeCharts: { providesTags: ['products'] },
    getProduct: { providesTags: (_result, _error, { productId }) => [{ type: 'products', id: productId }] },
    advanceClock: { invalidatesTags: ['status', 'dashboard', 'conversations', 'orders', 'tickets', 'products', 'parked', 'templates'] },
    chooseShop: { invalidatesTags: ['me', 'status', 'dashboard', 'conversations', 'orders', 'tickets', 'products', 'parked', 'templates', 'integrations', 'api_keys', 'assistant', 'coupons', 'delivery', 'imports', 'texts'] },
    changeProduct: { invalidatesTags: productChanged },
    setProductStatus: { invalidatesTags: productChanged },
    setStock: { invalidatesTags: productChanged },
    addPicture: { invalidatesTags: productChanged },
    arrangePictures: { invalidatesTags: productChanged },
    // Trying changes nothing.
    tryAssistant: { invalidatesTags: [] },
    // Forms of settings come in the person's language.
    updateMe: { invalidatesTags: ['me', 'integrations'] },
    testConnection: { invalidatesTags: [] },
    mergeLeads: { invalidatesTags: ['conversations', 'orders', 'dashboard'] },
    undoMerge: { invalidatesTags: ['conversations', 'orders', 'dashboard'] },
    retryParked: { invalidatesTags: ['parked', 'dashboard', 'integrations'] },
    resumeSending: { invalidatesTags: ['dashboard', 'integrations'] },
    // Agreeing to a template's new category is a notice put away.
    dismissNotice: { invalidatesTags: ['dashboard', 'templates'] },
    submitTemplate: { invalidatesTags: ['templates', 'dashboard'] },
  },
});

export const taggedApi = endpoints;
