import { baseApi as api } from "./base-api";
export const addTagTypes = [
  "analytics",
  "api_keys",
  "assistant",
  "texts",
  "orders",
  "imports",
  "integrations",
  "conversations",
  "coupons",
  "dashboard",
  "delivery",
  "status",
  "leads",
  "me",
  "parked",
  "catalogue",
  "products",
  "sending",
  "templates",
  "tickets",
] as const;
const injectedRtkApi = api
  .enhanceEndpoints({
    addTagTypes,
  })
  .injectEndpoints({
    endpoints: (build) => ({
      getSuggestions: build.query<
        GetSuggestionsApiResponse,
        GetSuggestionsApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/analytics/suggestions`,
          params: {
            from: queryArg["from"],
            range: queryArg.range,
            to: queryArg.to,
          },
        }),
        providesTags: ["analytics"],
      }),
      getTicketFigures: build.query<
        GetTicketFiguresApiResponse,
        GetTicketFiguresApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/analytics/tickets`,
          params: {
            from: queryArg["from"],
            range: queryArg.range,
            to: queryArg.to,
          },
        }),
        providesTags: ["analytics"],
      }),
      listApiKeys: build.query<ListApiKeysApiResponse, ListApiKeysApiArg>({
        query: () => ({ url: `/api/v1/api-keys` }),
        providesTags: ["api_keys"],
      }),
      createApiKey: build.mutation<CreateApiKeyApiResponse, CreateApiKeyApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/api-keys`,
            method: "POST",
            body: queryArg.newApiKey,
          }),
          invalidatesTags: ["api_keys"],
        },
      ),
      revokeApiKey: build.mutation<RevokeApiKeyApiResponse, RevokeApiKeyApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/api-keys/${encodeURIComponent(String(queryArg.keyId))}`,
            method: "DELETE",
          }),
          invalidatesTags: ["api_keys"],
        },
      ),
      listAnswers: build.query<ListAnswersApiResponse, ListAnswersApiArg>({
        query: () => ({ url: `/api/v1/assistant/answers` }),
        providesTags: ["assistant"],
      }),
      createAnswer: build.mutation<CreateAnswerApiResponse, CreateAnswerApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/assistant/answers`,
            method: "POST",
            body: queryArg.newEntry,
          }),
          invalidatesTags: ["assistant"],
        },
      ),
      deleteAnswer: build.mutation<DeleteAnswerApiResponse, DeleteAnswerApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/assistant/answers/${encodeURIComponent(String(queryArg.entryId))}`,
            method: "DELETE",
          }),
          invalidatesTags: ["assistant"],
        },
      ),
      getAnswer: build.query<GetAnswerApiResponse, GetAnswerApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/assistant/answers/${encodeURIComponent(String(queryArg.entryId))}`,
        }),
        providesTags: ["assistant"],
      }),
      changeAnswer: build.mutation<ChangeAnswerApiResponse, ChangeAnswerApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/assistant/answers/${encodeURIComponent(String(queryArg.entryId))}`,
            method: "PUT",
            body: queryArg.newEntry,
          }),
          invalidatesTags: ["assistant"],
        },
      ),
      listExamples: build.query<ListExamplesApiResponse, ListExamplesApiArg>({
        query: () => ({ url: `/api/v1/assistant/examples` }),
        providesTags: ["assistant"],
      }),
      createExample: build.mutation<
        CreateExampleApiResponse,
        CreateExampleApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/assistant/examples`,
          method: "POST",
          body: queryArg.newExample,
        }),
        invalidatesTags: ["assistant"],
      }),
      deleteExample: build.mutation<
        DeleteExampleApiResponse,
        DeleteExampleApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/assistant/examples/${encodeURIComponent(String(queryArg.exampleId))}`,
          method: "DELETE",
        }),
        invalidatesTags: ["assistant"],
      }),
      listTexts: build.query<ListTextsApiResponse, ListTextsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/assistant/texts`,
          params: {
            language: queryArg.language,
            own: queryArg.own,
            q: queryArg.q,
            section: queryArg.section,
          },
        }),
        providesTags: ["texts"],
      }),
      unwordText: build.mutation<UnwordTextApiResponse, UnwordTextApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/assistant/texts/${encodeURIComponent(String(queryArg.language))}/${encodeURIComponent(String(queryArg.key))}`,
          method: "DELETE",
        }),
        invalidatesTags: ["texts"],
      }),
      wordText: build.mutation<WordTextApiResponse, WordTextApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/assistant/texts/${encodeURIComponent(String(queryArg.language))}/${encodeURIComponent(String(queryArg.key))}`,
          method: "PUT",
          body: queryArg.ownWording,
        }),
        invalidatesTags: ["texts"],
      }),
      tryAssistant: build.mutation<TryAssistantApiResponse, TryAssistantApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/assistant/try`,
            method: "POST",
            body: queryArg.newTry,
          }),
          invalidatesTags: ["assistant"],
        },
      ),
      listUnanswered: build.query<
        ListUnansweredApiResponse,
        ListUnansweredApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/assistant/unanswered`,
          params: {
            state: queryArg.state,
          },
        }),
        providesTags: ["assistant"],
      }),
      answerUnanswered: build.mutation<
        AnswerUnansweredApiResponse,
        AnswerUnansweredApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/assistant/unanswered/${encodeURIComponent(String(queryArg.unansweredId))}/answer`,
          method: "POST",
          body: queryArg.answerTo,
        }),
        invalidatesTags: ["assistant"],
      }),
      dismissUnanswered: build.mutation<
        DismissUnansweredApiResponse,
        DismissUnansweredApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/assistant/unanswered/${encodeURIComponent(String(queryArg.unansweredId))}/dismiss`,
          method: "POST",
        }),
        invalidatesTags: ["assistant"],
      }),
      teachUnanswered: build.mutation<
        TeachUnansweredApiResponse,
        TeachUnansweredApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/assistant/unanswered/${encodeURIComponent(String(queryArg.unansweredId))}/example`,
          method: "POST",
          body: queryArg.exampleOf,
        }),
        invalidatesTags: ["assistant"],
      }),
      getVoice: build.query<GetVoiceApiResponse, GetVoiceApiArg>({
        query: () => ({ url: `/api/v1/assistant/voice` }),
        providesTags: ["texts"],
      }),
      changeVoice: build.mutation<ChangeVoiceApiResponse, ChangeVoiceApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/assistant/voice`,
          method: "PUT",
          body: queryArg.voice,
        }),
        invalidatesTags: ["texts"],
      }),
      listCarriers: build.query<ListCarriersApiResponse, ListCarriersApiArg>({
        query: () => ({ url: `/api/v1/carriers` }),
        providesTags: ["orders"],
      }),
      exportCatalogue: build.query<
        ExportCatalogueApiResponse,
        ExportCatalogueApiArg
      >({
        query: () => ({ url: `/api/v1/catalogue/export` }),
        providesTags: ["imports"],
      }),
      listImports: build.query<ListImportsApiResponse, ListImportsApiArg>({
        query: () => ({ url: `/api/v1/catalogue/imports` }),
        providesTags: ["imports"],
      }),
      uploadCatalogue: build.mutation<
        UploadCatalogueApiResponse,
        UploadCatalogueApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/catalogue/imports`,
          method: "POST",
          body: queryArg.catalogueFile,
        }),
        invalidatesTags: ["imports"],
      }),
      discardImport: build.mutation<
        DiscardImportApiResponse,
        DiscardImportApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/catalogue/imports/${encodeURIComponent(String(queryArg.importId))}`,
          method: "DELETE",
        }),
        invalidatesTags: ["imports"],
      }),
      getImport: build.query<GetImportApiResponse, GetImportApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalogue/imports/${encodeURIComponent(String(queryArg.importId))}`,
        }),
        providesTags: ["imports"],
      }),
      applyImport: build.mutation<ApplyImportApiResponse, ApplyImportApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalogue/imports/${encodeURIComponent(String(queryArg.importId))}/apply`,
          method: "POST",
        }),
        invalidatesTags: ["imports"],
      }),
      listImportRows: build.query<
        ListImportRowsApiResponse,
        ListImportRowsApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/catalogue/imports/${encodeURIComponent(String(queryArg.importId))}/rows`,
          params: {
            cursor: queryArg.cursor,
            kind: queryArg.kind,
          },
        }),
        providesTags: ["imports"],
      }),
      undoImport: build.mutation<UndoImportApiResponse, UndoImportApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/catalogue/imports/${encodeURIComponent(String(queryArg.importId))}/undo`,
          method: "POST",
        }),
        invalidatesTags: ["imports"],
      }),
      listConnections: build.query<
        ListConnectionsApiResponse,
        ListConnectionsApiArg
      >({
        query: () => ({ url: `/api/v1/connections` }),
        providesTags: ["integrations"],
      }),
      createConnection: build.mutation<
        CreateConnectionApiResponse,
        CreateConnectionApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/connections`,
          method: "POST",
          body: queryArg.newConnection,
        }),
        invalidatesTags: ["integrations"],
      }),
      getConnection: build.query<GetConnectionApiResponse, GetConnectionApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}`,
          }),
          providesTags: ["integrations"],
        },
      ),
      updateConnection: build.mutation<
        UpdateConnectionApiResponse,
        UpdateConnectionApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}`,
          method: "PATCH",
          body: queryArg.changedConnection,
        }),
        invalidatesTags: ["integrations"],
      }),
      disconnectConnection: build.mutation<
        DisconnectConnectionApiResponse,
        DisconnectConnectionApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}/disconnect`,
          method: "POST",
        }),
        invalidatesTags: ["integrations"],
      }),
      enableConnection: build.mutation<
        EnableConnectionApiResponse,
        EnableConnectionApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}/enable`,
          method: "POST",
        }),
        invalidatesTags: ["integrations"],
      }),
      addNumber: build.mutation<AddNumberApiResponse, AddNumberApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}/numbers`,
          method: "POST",
          body: queryArg.newNumber,
        }),
        invalidatesTags: ["integrations"],
      }),
      removeNumber: build.mutation<RemoveNumberApiResponse, RemoveNumberApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}/numbers/${encodeURIComponent(String(queryArg.numberId))}`,
            method: "DELETE",
          }),
          invalidatesTags: ["integrations"],
        },
      ),
      updateNumber: build.mutation<UpdateNumberApiResponse, UpdateNumberApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}/numbers/${encodeURIComponent(String(queryArg.numberId))}`,
            method: "PATCH",
            body: queryArg.changedNumber,
          }),
          invalidatesTags: ["integrations"],
        },
      ),
      testConnection: build.mutation<
        TestConnectionApiResponse,
        TestConnectionApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/connections/${encodeURIComponent(String(queryArg.connectionId))}/test`,
          method: "POST",
        }),
        invalidatesTags: ["integrations"],
      }),
      listConversations: build.query<
        ListConversationsApiResponse,
        ListConversationsApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/conversations`,
          params: {
            cursor: queryArg.cursor,
            filter: queryArg.filter,
            q: queryArg.q,
          },
        }),
        providesTags: ["conversations"],
      }),
      getConversation: build.query<
        GetConversationApiResponse,
        GetConversationApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}`,
        }),
        providesTags: ["conversations"],
      }),
      unblockPerson: build.mutation<
        UnblockPersonApiResponse,
        UnblockPersonApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/block`,
          method: "DELETE",
        }),
        invalidatesTags: ["conversations"],
      }),
      blockPerson: build.mutation<BlockPersonApiResponse, BlockPersonApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/block`,
          method: "POST",
        }),
        invalidatesTags: ["conversations"],
      }),
      handBack: build.mutation<HandBackApiResponse, HandBackApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/hand-back`,
          method: "POST",
        }),
        invalidatesTags: ["conversations"],
      }),
      getMedia: build.query<GetMediaApiResponse, GetMediaApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/media/${encodeURIComponent(String(queryArg.mediaId))}`,
        }),
        providesTags: ["conversations"],
      }),
      listMessages: build.query<ListMessagesApiResponse, ListMessagesApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/messages`,
          params: {
            before: queryArg.before,
          },
        }),
        providesTags: ["conversations"],
      }),
      sendMessage: build.mutation<SendMessageApiResponse, SendMessageApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/messages`,
          method: "POST",
          body: queryArg.newMessage,
        }),
        invalidatesTags: ["conversations"],
      }),
      sendProducts: build.mutation<SendProductsApiResponse, SendProductsApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/products`,
            method: "POST",
            body: queryArg.selection,
          }),
          invalidatesTags: ["conversations"],
        },
      ),
      previewProducts: build.mutation<
        PreviewProductsApiResponse,
        PreviewProductsApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/products/preview`,
          method: "POST",
          body: queryArg.selection,
        }),
        invalidatesTags: ["conversations"],
      }),
      markSeen: build.mutation<MarkSeenApiResponse, MarkSeenApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/seen`,
          method: "POST",
        }),
        invalidatesTags: ["conversations"],
      }),
      takeOver: build.mutation<TakeOverApiResponse, TakeOverApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/take-over`,
          method: "POST",
        }),
        invalidatesTags: ["conversations"],
      }),
      listCoupons: build.query<ListCouponsApiResponse, ListCouponsApiArg>({
        query: () => ({ url: `/api/v1/coupons` }),
        providesTags: ["coupons"],
      }),
      createCoupon: build.mutation<CreateCouponApiResponse, CreateCouponApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/coupons`,
            method: "POST",
            body: queryArg.newCoupon,
          }),
          invalidatesTags: ["coupons"],
        },
      ),
      resumeCoupon: build.mutation<ResumeCouponApiResponse, ResumeCouponApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/coupons/${encodeURIComponent(String(queryArg.couponId))}/resume`,
            method: "POST",
          }),
          invalidatesTags: ["coupons"],
        },
      ),
      stopCoupon: build.mutation<StopCouponApiResponse, StopCouponApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/coupons/${encodeURIComponent(String(queryArg.couponId))}/stop`,
          method: "POST",
        }),
        invalidatesTags: ["coupons"],
      }),
      getDashboard: build.query<GetDashboardApiResponse, GetDashboardApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/dashboard`,
          params: {
            from: queryArg["from"],
            range: queryArg.range,
            to: queryArg.to,
          },
        }),
        providesTags: ["dashboard"],
      }),
      getDeliveryRules: build.query<
        GetDeliveryRulesApiResponse,
        GetDeliveryRulesApiArg
      >({
        query: () => ({ url: `/api/v1/delivery-rules` }),
        providesTags: ["delivery"],
      }),
      setDeliveryRules: build.mutation<
        SetDeliveryRulesApiResponse,
        SetDeliveryRulesApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/delivery-rules`,
          method: "PUT",
          body: queryArg.deliveryRulesInput,
        }),
        invalidatesTags: ["delivery"],
      }),
      advanceClock: build.mutation<AdvanceClockApiResponse, AdvanceClockApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/demo/clock`,
            method: "POST",
            body: queryArg.advanceClock,
          }),
          invalidatesTags: ["status"],
        },
      ),
      mergeLeads: build.mutation<MergeLeadsApiResponse, MergeLeadsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/leads/${encodeURIComponent(String(queryArg.leadId))}/merges`,
          method: "POST",
          body: queryArg.newMerge,
        }),
        invalidatesTags: ["leads"],
      }),
      undoMerge: build.mutation<UndoMergeApiResponse, UndoMergeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/leads/${encodeURIComponent(String(queryArg.leadId))}/merges/${encodeURIComponent(String(queryArg.mergeId))}/undo`,
          method: "POST",
        }),
        invalidatesTags: ["leads"],
      }),
      listRestockNotices: build.query<
        ListRestockNoticesApiResponse,
        ListRestockNoticesApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/leads/${encodeURIComponent(String(queryArg.leadId))}/notices`,
        }),
        providesTags: ["leads"],
      }),
      cancelRestockNotice: build.mutation<
        CancelRestockNoticeApiResponse,
        CancelRestockNoticeApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/leads/${encodeURIComponent(String(queryArg.leadId))}/notices/${encodeURIComponent(String(queryArg.variantId))}/cancel`,
          method: "POST",
        }),
        invalidatesTags: ["leads"],
      }),
      getMe: build.query<GetMeApiResponse, GetMeApiArg>({
        query: () => ({ url: `/api/v1/me` }),
        providesTags: ["me"],
      }),
      updateMe: build.mutation<UpdateMeApiResponse, UpdateMeApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/me`,
          method: "PATCH",
          body: queryArg.mePatch,
        }),
        invalidatesTags: ["me"],
      }),
      chooseShop: build.mutation<ChooseShopApiResponse, ChooseShopApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/me/shop`,
          method: "POST",
          body: queryArg.chooseShop,
        }),
        invalidatesTags: ["me"],
      }),
      dismissNotice: build.mutation<
        DismissNoticeApiResponse,
        DismissNoticeApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/notices/${encodeURIComponent(String(queryArg.noticeId))}/dismiss`,
          method: "POST",
        }),
        invalidatesTags: ["dashboard"],
      }),
      listOrders: build.query<ListOrdersApiResponse, ListOrdersApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders`,
          params: {
            cursor: queryArg.cursor,
            from: queryArg["from"],
            q: queryArg.q,
            tab: queryArg.tab,
            to: queryArg.to,
          },
        }),
        providesTags: ["orders"],
      }),
      exportOrders: build.query<ExportOrdersApiResponse, ExportOrdersApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/export`,
          params: {
            from: queryArg["from"],
            q: queryArg.q,
            tab: queryArg.tab,
            to: queryArg.to,
          },
        }),
        providesTags: ["orders"],
      }),
      getOrder: build.query<GetOrderApiResponse, GetOrderApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}`,
        }),
        providesTags: ["orders"],
      }),
      cancelOrder: build.mutation<CancelOrderApiResponse, CancelOrderApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/cancel`,
          method: "POST",
          body: queryArg.cancel,
        }),
        invalidatesTags: ["orders"],
      }),
      deliverOrder: build.mutation<DeliverOrderApiResponse, DeliverOrderApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/deliver`,
            method: "POST",
          }),
          invalidatesTags: ["orders"],
        },
      ),
      noteOrder: build.mutation<NoteOrderApiResponse, NoteOrderApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/notes`,
          method: "POST",
          body: queryArg.note,
        }),
        invalidatesTags: ["orders"],
      }),
      packOrder: build.mutation<PackOrderApiResponse, PackOrderApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/pack`,
          method: "POST",
        }),
        invalidatesTags: ["orders"],
      }),
      refundOrder: build.mutation<RefundOrderApiResponse, RefundOrderApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/refunds`,
          method: "POST",
          body: queryArg.newRefund,
        }),
        invalidatesTags: ["orders"],
      }),
      refundByHand: build.mutation<RefundByHandApiResponse, RefundByHandApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/refunds/by-hand`,
            method: "POST",
            body: queryArg.handRefund,
          }),
          invalidatesTags: ["orders"],
        },
      ),
      approveRefund: build.mutation<
        ApproveRefundApiResponse,
        ApproveRefundApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/refunds/${encodeURIComponent(String(queryArg.refundId))}/approve`,
          method: "POST",
        }),
        invalidatesTags: ["orders"],
      }),
      declineRefund: build.mutation<
        DeclineRefundApiResponse,
        DeclineRefundApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/refunds/${encodeURIComponent(String(queryArg.refundId))}/decline`,
          method: "POST",
        }),
        invalidatesTags: ["orders"],
      }),
      createReturn: build.mutation<CreateReturnApiResponse, CreateReturnApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/returns`,
            method: "POST",
            body: queryArg.newReturn,
          }),
          invalidatesTags: ["orders"],
        },
      ),
      shipOrder: build.mutation<ShipOrderApiResponse, ShipOrderApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/orders/${encodeURIComponent(String(queryArg.orderId))}/ship`,
          method: "POST",
          body: queryArg.ship,
        }),
        invalidatesTags: ["orders"],
      }),
      listParked: build.query<ListParkedApiResponse, ListParkedApiArg>({
        query: () => ({ url: `/api/v1/parked` }),
        providesTags: ["parked"],
      }),
      retryParked: build.mutation<RetryParkedApiResponse, RetryParkedApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/parked/${encodeURIComponent(String(queryArg.rowId))}/retry`,
          method: "POST",
        }),
        invalidatesTags: ["parked"],
      }),
      listPersonalCatalogues: build.query<
        ListPersonalCataloguesApiResponse,
        ListPersonalCataloguesApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/personal-catalogues`,
          params: {
            cursor: queryArg.cursor,
          },
        }),
        providesTags: ["catalogue"],
      }),
      createPersonalCatalogue: build.mutation<
        CreatePersonalCatalogueApiResponse,
        CreatePersonalCatalogueApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/personal-catalogues`,
          method: "POST",
          body: queryArg.newPersonalCatalogue,
        }),
        invalidatesTags: ["catalogue"],
      }),
      revokePersonalCatalogue: build.mutation<
        RevokePersonalCatalogueApiResponse,
        RevokePersonalCatalogueApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/personal-catalogues/${encodeURIComponent(String(queryArg.pageId))}/revoke`,
          method: "POST",
        }),
        invalidatesTags: ["catalogue"],
      }),
      listProducts: build.query<ListProductsApiResponse, ListProductsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/products`,
          params: {
            category: queryArg.category,
            cursor: queryArg.cursor,
            problem: queryArg.problem,
            q: queryArg.q,
            status: queryArg.status,
          },
        }),
        providesTags: ["products"],
      }),
      createProduct: build.mutation<
        CreateProductApiResponse,
        CreateProductApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/products`,
          method: "POST",
          body: queryArg.productForm,
        }),
        invalidatesTags: ["products"],
      }),
      getProduct: build.query<GetProductApiResponse, GetProductApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}`,
        }),
        providesTags: ["products"],
      }),
      changeProduct: build.mutation<
        ChangeProductApiResponse,
        ChangeProductApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}`,
          method: "PUT",
          body: queryArg.productChange,
        }),
        invalidatesTags: ["products"],
      }),
      getProductFeedback: build.query<
        GetProductFeedbackApiResponse,
        GetProductFeedbackApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}/feedback`,
        }),
        providesTags: ["products"],
      }),
      addPicture: build.mutation<AddPictureApiResponse, AddPictureApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}/pictures`,
          method: "POST",
          body: queryArg.pictureFile,
        }),
        invalidatesTags: ["products"],
      }),
      arrangePictures: build.mutation<
        ArrangePicturesApiResponse,
        ArrangePicturesApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}/pictures`,
          method: "PUT",
          body: queryArg.pictures,
        }),
        invalidatesTags: ["products"],
      }),
      setProductStatus: build.mutation<
        SetProductStatusApiResponse,
        SetProductStatusApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}/status`,
          method: "POST",
          body: queryArg.productStatus,
        }),
        invalidatesTags: ["products"],
      }),
      setStock: build.mutation<SetStockApiResponse, SetStockApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}/stock`,
          method: "POST",
          body: queryArg.stock,
        }),
        invalidatesTags: ["products"],
      }),
      listProviders: build.query<ListProvidersApiResponse, ListProvidersApiArg>(
        {
          query: () => ({ url: `/api/v1/providers` }),
          providesTags: ["integrations"],
        },
      ),
      listReturns: build.query<ListReturnsApiResponse, ListReturnsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/returns`,
          params: {
            cursor: queryArg.cursor,
            tab: queryArg.tab,
          },
        }),
        providesTags: ["orders"],
      }),
      getReturn: build.query<GetReturnApiResponse, GetReturnApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/returns/${encodeURIComponent(String(queryArg.returnId))}`,
        }),
        providesTags: ["orders"],
      }),
      moveReturn: build.mutation<MoveReturnApiResponse, MoveReturnApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/returns/${encodeURIComponent(String(queryArg.returnId))}/${encodeURIComponent(String(queryArg.deed))}`,
          method: "POST",
          body: queryArg.returnDeed,
        }),
        invalidatesTags: ["orders"],
      }),
      resumeSending: build.mutation<
        ResumeSendingApiResponse,
        ResumeSendingApiArg
      >({
        query: () => ({ url: `/api/v1/sending/resume`, method: "POST" }),
        invalidatesTags: ["sending"],
      }),
      listSizeCharts: build.query<
        ListSizeChartsApiResponse,
        ListSizeChartsApiArg
      >({
        query: () => ({ url: `/api/v1/size-charts` }),
        providesTags: ["products"],
      }),
      createSizeChart: build.mutation<
        CreateSizeChartApiResponse,
        CreateSizeChartApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/size-charts`,
          method: "POST",
          body: queryArg.chartForm,
        }),
        invalidatesTags: ["products"],
      }),
      deleteSizeChart: build.mutation<
        DeleteSizeChartApiResponse,
        DeleteSizeChartApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/size-charts/${encodeURIComponent(String(queryArg.chartId))}`,
          method: "DELETE",
        }),
        invalidatesTags: ["products"],
      }),
      changeSizeChart: build.mutation<
        ChangeSizeChartApiResponse,
        ChangeSizeChartApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/size-charts/${encodeURIComponent(String(queryArg.chartId))}`,
          method: "PUT",
          body: queryArg.chartForm,
        }),
        invalidatesTags: ["products"],
      }),
      getStatus: build.query<GetStatusApiResponse, GetStatusApiArg>({
        query: () => ({ url: `/api/v1/status` }),
        providesTags: ["status"],
      }),
      listTemplates: build.query<ListTemplatesApiResponse, ListTemplatesApiArg>(
        {
          query: () => ({ url: `/api/v1/templates` }),
          providesTags: ["templates"],
        },
      ),
      createTemplate: build.mutation<
        CreateTemplateApiResponse,
        CreateTemplateApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/templates`,
          method: "POST",
          body: queryArg.templateDraft,
        }),
        invalidatesTags: ["templates"],
      }),
      syncTemplates: build.mutation<
        SyncTemplatesApiResponse,
        SyncTemplatesApiArg
      >({
        query: () => ({ url: `/api/v1/templates/sync`, method: "POST" }),
        invalidatesTags: ["templates"],
      }),
      deleteTemplate: build.mutation<
        DeleteTemplateApiResponse,
        DeleteTemplateApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/templates/${encodeURIComponent(String(queryArg.templateId))}`,
          method: "DELETE",
        }),
        invalidatesTags: ["templates"],
      }),
      getTemplate: build.query<GetTemplateApiResponse, GetTemplateApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/templates/${encodeURIComponent(String(queryArg.templateId))}`,
        }),
        providesTags: ["templates"],
      }),
      editTemplate: build.mutation<EditTemplateApiResponse, EditTemplateApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/templates/${encodeURIComponent(String(queryArg.templateId))}`,
            method: "PUT",
            body: queryArg.templateDraft,
          }),
          invalidatesTags: ["templates"],
        },
      ),
      acceptTemplateCategory: build.mutation<
        AcceptTemplateCategoryApiResponse,
        AcceptTemplateCategoryApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/templates/${encodeURIComponent(String(queryArg.templateId))}/accept-category`,
          method: "POST",
        }),
        invalidatesTags: ["templates"],
      }),
      submitTemplate: build.mutation<
        SubmitTemplateApiResponse,
        SubmitTemplateApiArg
      >({
        query: (queryArg) => ({
          url: `/api/v1/templates/${encodeURIComponent(String(queryArg.templateId))}/submit`,
          method: "POST",
        }),
        invalidatesTags: ["templates"],
      }),
      listTickets: build.query<ListTicketsApiResponse, ListTicketsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/tickets`,
          params: {
            cursor: queryArg.cursor,
            kind: queryArg.kind,
            mine: queryArg.mine,
            order_id: queryArg.orderId,
            tab: queryArg.tab,
            thread_id: queryArg.threadId,
          },
        }),
        providesTags: ["tickets"],
      }),
      createTicket: build.mutation<CreateTicketApiResponse, CreateTicketApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/tickets`,
            method: "POST",
            body: queryArg.newTicket,
          }),
          invalidatesTags: ["tickets"],
        },
      ),
      getTicket: build.query<GetTicketApiResponse, GetTicketApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/tickets/${encodeURIComponent(String(queryArg.ticketId))}`,
        }),
        providesTags: ["tickets"],
      }),
      changeTicket: build.mutation<ChangeTicketApiResponse, ChangeTicketApiArg>(
        {
          query: (queryArg) => ({
            url: `/api/v1/tickets/${encodeURIComponent(String(queryArg.ticketId))}`,
            method: "PATCH",
            body: queryArg.ticketChange,
          }),
          invalidatesTags: ["tickets"],
        },
      ),
      noteTicket: build.mutation<NoteTicketApiResponse, NoteTicketApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/tickets/${encodeURIComponent(String(queryArg.ticketId))}/notes`,
          method: "POST",
          body: queryArg.ticketNote,
        }),
        invalidatesTags: ["tickets"],
      }),
      replyTicket: build.mutation<ReplyTicketApiResponse, ReplyTicketApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/tickets/${encodeURIComponent(String(queryArg.ticketId))}/reply`,
          method: "POST",
          body: queryArg.ticketReply,
        }),
        invalidatesTags: ["tickets"],
      }),
    }),
    overrideExisting: false,
  });
export { injectedRtkApi as endpoints };
export type GetSuggestionsApiResponse = /** status 200  */ Suggestions;
export type GetSuggestionsApiArg = {
  /** With `to`, instead of `range`: days of the shop, both included. */
  from?: string;
  /** Days of the shop, ending today. */
  range?: "30d" | "7d" | "today";
  to?: string;
};
export type GetTicketFiguresApiResponse = /** status 200  */ TicketFigures;
export type GetTicketFiguresApiArg = {
  /** With `to`, instead of `range`: days of the shop, both included. */
  from?: string;
  /** Days of the shop, ending today. */
  range?: "30d" | "7d" | "today";
  to?: string;
};
export type ListApiKeysApiResponse = /** status 200  */ ApiKeyPage;
export type ListApiKeysApiArg = void;
export type CreateApiKeyApiResponse = /** status 201  */ MadeApiKey;
export type CreateApiKeyApiArg = {
  newApiKey: NewApiKey;
};
export type RevokeApiKeyApiResponse = unknown;
export type RevokeApiKeyApiArg = {
  keyId: string;
};
export type ListAnswersApiResponse = /** status 200  */ EntryPage;
export type ListAnswersApiArg = void;
export type CreateAnswerApiResponse = /** status 201  */ Entry;
export type CreateAnswerApiArg = {
  newEntry: NewEntry;
};
export type DeleteAnswerApiResponse = unknown;
export type DeleteAnswerApiArg = {
  entryId: string;
};
export type GetAnswerApiResponse = /** status 200  */ Entry;
export type GetAnswerApiArg = {
  entryId: string;
};
export type ChangeAnswerApiResponse = /** status 200  */ Entry;
export type ChangeAnswerApiArg = {
  entryId: string;
  newEntry: NewEntry;
};
export type ListExamplesApiResponse = /** status 200  */ ExamplePage;
export type ListExamplesApiArg = void;
export type CreateExampleApiResponse = /** status 201  */ Example;
export type CreateExampleApiArg = {
  newExample: NewExample;
};
export type DeleteExampleApiResponse = unknown;
export type DeleteExampleApiArg = {
  exampleId: string;
};
export type ListTextsApiResponse = /** status 200  */ TextPage;
export type ListTextsApiArg = {
  language?: "en" | "es" | "hi" | "hi-Latn" | "id" | "pt";
  /** Only what the shop words itself. */
  own?: "true";
  q?: string;
  section?:
    | "buttons"
    | "cart"
    | "greetings"
    | "later"
    | "orders"
    | "payment"
    | "people"
    | "products"
    | "returns"
    | "search"
    | "shipping"
    | "shop"
    | "sizes";
};
export type UnwordTextApiResponse = /** status 200  */ Text;
export type UnwordTextApiArg = {
  key: string;
  language: string;
};
export type WordTextApiResponse = /** status 200  */ Text;
export type WordTextApiArg = {
  key: string;
  language: string;
  ownWording: OwnWording;
};
export type TryAssistantApiResponse = /** status 200  */ Tried;
export type TryAssistantApiArg = {
  newTry: NewTry;
};
export type ListUnansweredApiResponse = /** status 200  */ UnansweredPage;
export type ListUnansweredApiArg = {
  state?: "answered" | "dismissed" | "example" | "open";
};
export type AnswerUnansweredApiResponse = /** status 200  */ Entry;
export type AnswerUnansweredApiArg = {
  unansweredId: string;
  answerTo: AnswerTo;
};
export type DismissUnansweredApiResponse = unknown;
export type DismissUnansweredApiArg = {
  unansweredId: string;
};
export type TeachUnansweredApiResponse = unknown;
export type TeachUnansweredApiArg = {
  unansweredId: string;
  exampleOf: ExampleOf;
};
export type GetVoiceApiResponse = /** status 200  */ Voice;
export type GetVoiceApiArg = void;
export type ChangeVoiceApiResponse = /** status 200  */ Voice;
export type ChangeVoiceApiArg = {
  voice: Voice;
};
export type ListCarriersApiResponse = /** status 200  */ Carriers;
export type ListCarriersApiArg = void;
export type ExportCatalogueApiResponse = /** status 200  */ Blob;
export type ExportCatalogueApiArg = void;
export type ListImportsApiResponse = /** status 200  */ ImportPage;
export type ListImportsApiArg = void;
export type UploadCatalogueApiResponse = /** status 201  */ Import;
export type UploadCatalogueApiArg = {
  catalogueFile: CatalogueFile;
};
export type DiscardImportApiResponse = /** status 200  */ Import;
export type DiscardImportApiArg = {
  importId: string;
};
export type GetImportApiResponse = /** status 200  */ Import;
export type GetImportApiArg = {
  importId: string;
};
export type ApplyImportApiResponse = /** status 200  */ Import;
export type ApplyImportApiArg = {
  importId: string;
};
export type ListImportRowsApiResponse = /** status 200  */ ImportRowPage;
export type ListImportRowsApiArg = {
  cursor?: string;
  importId: string;
  kind?: "change" | "create" | "failed" | "kept" | "same";
};
export type UndoImportApiResponse = /** status 200  */ Import;
export type UndoImportApiArg = {
  importId: string;
};
export type ListConnectionsApiResponse = /** status 200  */ ConnectionPage;
export type ListConnectionsApiArg = void;
export type CreateConnectionApiResponse = /** status 201  */ Connection;
export type CreateConnectionApiArg = {
  newConnection: NewConnection;
};
export type GetConnectionApiResponse = /** status 200  */ Connection;
export type GetConnectionApiArg = {
  connectionId: string;
};
export type UpdateConnectionApiResponse = /** status 200  */ Connection;
export type UpdateConnectionApiArg = {
  connectionId: string;
  changedConnection: ChangedConnection;
};
export type DisconnectConnectionApiResponse = /** status 200  */ Connection;
export type DisconnectConnectionApiArg = {
  connectionId: string;
};
export type EnableConnectionApiResponse = /** status 200  */ Connection;
export type EnableConnectionApiArg = {
  connectionId: string;
};
export type AddNumberApiResponse = /** status 201  */ Connection;
export type AddNumberApiArg = {
  connectionId: string;
  newNumber: NewNumber;
};
export type RemoveNumberApiResponse = /** status 200  */ Connection;
export type RemoveNumberApiArg = {
  connectionId: string;
  numberId: string;
};
export type UpdateNumberApiResponse = /** status 200  */ Connection;
export type UpdateNumberApiArg = {
  connectionId: string;
  numberId: string;
  changedNumber: ChangedNumber;
};
export type TestConnectionApiResponse = /** status 200  */ CheckedPage;
export type TestConnectionApiArg = {
  connectionId: string;
};
export type ListConversationsApiResponse = /** status 200  */ ConversationPage;
export type ListConversationsApiArg = {
  cursor?: string;
  /** `all` are those that are open or held by people. */
  filter?: "all" | "bot" | "closed" | "mine" | "needs_you";
  /** Words of a name, or a number: whole or its last four digits. */
  q?: string;
};
export type GetConversationApiResponse = /** status 200  */ Conversation;
export type GetConversationApiArg = {
  threadId: string;
};
export type UnblockPersonApiResponse = /** status 200  */ Conversation;
export type UnblockPersonApiArg = {
  threadId: string;
};
export type BlockPersonApiResponse = /** status 200  */ Conversation;
export type BlockPersonApiArg = {
  threadId: string;
};
export type HandBackApiResponse = /** status 200  */ Conversation;
export type HandBackApiArg = {
  threadId: string;
};
export type GetMediaApiResponse = /** status 200  */ Blob;
export type GetMediaApiArg = {
  mediaId: string;
  threadId: string;
};
export type ListMessagesApiResponse = /** status 200  */ MessagePage;
export type ListMessagesApiArg = {
  before?: string;
  threadId: string;
};
export type SendMessageApiResponse = /** status 201  */ Message;
export type SendMessageApiArg = {
  threadId: string;
  newMessage: NewMessage;
};
export type SendProductsApiResponse = /** status 201  */ Message;
export type SendProductsApiArg = {
  threadId: string;
  selection: Selection;
};
export type PreviewProductsApiResponse = /** status 200  */ Preview;
export type PreviewProductsApiArg = {
  threadId: string;
  selection: Selection;
};
export type MarkSeenApiResponse = /** status 200  */ Conversation;
export type MarkSeenApiArg = {
  threadId: string;
};
export type TakeOverApiResponse = /** status 200  */ Conversation;
export type TakeOverApiArg = {
  threadId: string;
};
export type ListCouponsApiResponse = /** status 200  */ CouponPage;
export type ListCouponsApiArg = void;
export type CreateCouponApiResponse = /** status 201  */ Coupon;
export type CreateCouponApiArg = {
  newCoupon: NewCoupon;
};
export type ResumeCouponApiResponse = /** status 200  */ Coupon;
export type ResumeCouponApiArg = {
  couponId: string;
};
export type StopCouponApiResponse = /** status 200  */ Coupon;
export type StopCouponApiArg = {
  couponId: string;
};
export type GetDashboardApiResponse = /** status 200  */ Dashboard;
export type GetDashboardApiArg = {
  /** With `to`, instead of `range`: days of the shop, both included. */
  from?: string;
  /** Days of the shop, ending today. */
  range?: "30d" | "7d" | "today";
  to?: string;
};
export type GetDeliveryRulesApiResponse = /** status 200  */ DeliveryRules;
export type GetDeliveryRulesApiArg = void;
export type SetDeliveryRulesApiResponse = /** status 200  */ DeliveryRules;
export type SetDeliveryRulesApiArg = {
  deliveryRulesInput: DeliveryRulesInput;
};
export type AdvanceClockApiResponse = /** status 200  */ Clock;
export type AdvanceClockApiArg = {
  advanceClock: AdvanceClock;
};
export type MergeLeadsApiResponse = /** status 201  */ Merged;
export type MergeLeadsApiArg = {
  leadId: string;
  newMerge: NewMerge;
};
export type UndoMergeApiResponse = unknown;
export type UndoMergeApiArg = {
  leadId: string;
  mergeId: string;
};
export type ListRestockNoticesApiResponse = /** status 200  */ NoticePage;
export type ListRestockNoticesApiArg = {
  leadId: string;
};
export type CancelRestockNoticeApiResponse = unknown;
export type CancelRestockNoticeApiArg = {
  leadId: string;
  variantId: string;
};
export type GetMeApiResponse = /** status 200  */ Me;
export type GetMeApiArg = void;
export type UpdateMeApiResponse = /** status 200  */ Me;
export type UpdateMeApiArg = {
  mePatch: MePatch;
};
export type ChooseShopApiResponse = /** status 200  */ Me;
export type ChooseShopApiArg = {
  chooseShop: ChooseShop;
};
export type DismissNoticeApiResponse = unknown;
export type DismissNoticeApiArg = {
  noticeId: string;
};
export type ListOrdersApiResponse = /** status 200  */ OrderPage;
export type ListOrdersApiArg = {
  cursor?: string;
  /** The first day of the shop on which they were placed. */
  from?: string;
  /** The start of an order number, words of a name, or a phone number. */
  q?: string;
  tab?: "all" | "closed" | "on_the_way" | "to_pay" | "to_ship";
  /** The last one, included. */
  to?: string;
};
export type ExportOrdersApiResponse = /** status 200  */ Blob;
export type ExportOrdersApiArg = {
  /** The first day of the shop on which they were placed. */
  from?: string;
  /** The start of an order number, words of a name, or a phone number. */
  q?: string;
  tab?: "all" | "closed" | "on_the_way" | "to_pay" | "to_ship";
  /** The last one, included. */
  to?: string;
};
export type GetOrderApiResponse = /** status 200  */ Order;
export type GetOrderApiArg = {
  orderId: string;
};
export type CancelOrderApiResponse = /** status 200  */ Order;
export type CancelOrderApiArg = {
  orderId: string;
  cancel: Cancel;
};
export type DeliverOrderApiResponse = /** status 200  */ Order;
export type DeliverOrderApiArg = {
  orderId: string;
};
export type NoteOrderApiResponse = /** status 201  */ Order;
export type NoteOrderApiArg = {
  orderId: string;
  note: Note;
};
export type PackOrderApiResponse = /** status 200  */ Order;
export type PackOrderApiArg = {
  orderId: string;
};
export type RefundOrderApiResponse = /** status 201  */ Order;
export type RefundOrderApiArg = {
  orderId: string;
  newRefund: NewRefund;
};
export type RefundByHandApiResponse = /** status 201  */ Order;
export type RefundByHandApiArg = {
  orderId: string;
  handRefund: HandRefund;
};
export type ApproveRefundApiResponse = /** status 200  */ Order;
export type ApproveRefundApiArg = {
  orderId: string;
  refundId: string;
};
export type DeclineRefundApiResponse = /** status 200  */ Order;
export type DeclineRefundApiArg = {
  orderId: string;
  refundId: string;
};
export type CreateReturnApiResponse = /** status 201  */ Return;
export type CreateReturnApiArg = {
  orderId: string;
  newReturn: NewReturn;
};
export type ShipOrderApiResponse = /** status 200  */ Order;
export type ShipOrderApiArg = {
  orderId: string;
  ship: Ship;
};
export type ListParkedApiResponse = /** status 200  */ ParkedPage;
export type ListParkedApiArg = void;
export type RetryParkedApiResponse = unknown;
export type RetryParkedApiArg = {
  rowId: string;
};
export type ListPersonalCataloguesApiResponse =
  /** status 200  */ PersonalCataloguePage;
export type ListPersonalCataloguesApiArg = {
  cursor?: string;
};
export type CreatePersonalCatalogueApiResponse =
  /** status 201  */ PersonalCatalogue;
export type CreatePersonalCatalogueApiArg = {
  newPersonalCatalogue: NewPersonalCatalogue;
};
export type RevokePersonalCatalogueApiResponse =
  /** status 200  */ PersonalCatalogue;
export type RevokePersonalCatalogueApiArg = {
  pageId: string;
};
export type ListProductsApiResponse = /** status 200  */ ProductPage;
export type ListProductsApiArg = {
  category?: string;
  cursor?: string;
  /** `sold_out`: and asked for; `low`: one to three pieces of a size. */
  problem?: "low" | "sold_out";
  /** Part of a name, colour or SKU. */
  q?: string;
  /** `active` are on sale; `hidden` and `archived` are not spoken of. */
  status?: "active" | "archived" | "hidden";
};
export type CreateProductApiResponse = /** status 201  */ Product;
export type CreateProductApiArg = {
  productForm: ProductForm;
};
export type GetProductApiResponse = /** status 200  */ Product;
export type GetProductApiArg = {
  productId: string;
};
export type ChangeProductApiResponse = /** status 200  */ Product;
export type ChangeProductApiArg = {
  productId: string;
  productChange: ProductChange;
};
export type GetProductFeedbackApiResponse = /** status 200  */ ProductFeedback;
export type GetProductFeedbackApiArg = {
  productId: string;
};
export type AddPictureApiResponse = /** status 201  */ Product;
export type AddPictureApiArg = {
  productId: string;
  pictureFile: PictureFile;
};
export type ArrangePicturesApiResponse = /** status 200  */ Product;
export type ArrangePicturesApiArg = {
  productId: string;
  pictures: Pictures;
};
export type SetProductStatusApiResponse = /** status 200  */ Product;
export type SetProductStatusApiArg = {
  productId: string;
  productStatus: ProductStatus;
};
export type SetStockApiResponse = /** status 200  */ Product;
export type SetStockApiArg = {
  productId: string;
  stock: Stock;
};
export type ListProvidersApiResponse = /** status 200  */ ProviderPage;
export type ListProvidersApiArg = void;
export type ListReturnsApiResponse = /** status 200  */ ReturnPage;
export type ListReturnsApiArg = {
  cursor?: string;
  tab?: "all" | "closed" | "coming" | "here" | "to_decide";
};
export type GetReturnApiResponse = /** status 200  */ Return;
export type GetReturnApiArg = {
  returnId: string;
};
export type MoveReturnApiResponse = /** status 200  */ Return;
export type MoveReturnApiArg = {
  deed: string;
  returnId: string;
  returnDeed: ReturnDeed;
};
export type ResumeSendingApiResponse = unknown;
export type ResumeSendingApiArg = void;
export type ListSizeChartsApiResponse = /** status 200  */ ChartPage;
export type ListSizeChartsApiArg = void;
export type CreateSizeChartApiResponse = /** status 201  */ Chart;
export type CreateSizeChartApiArg = {
  chartForm: ChartForm;
};
export type DeleteSizeChartApiResponse = unknown;
export type DeleteSizeChartApiArg = {
  chartId: string;
};
export type ChangeSizeChartApiResponse = /** status 200  */ Chart;
export type ChangeSizeChartApiArg = {
  chartId: string;
  chartForm: ChartForm;
};
export type GetStatusApiResponse = /** status 200  */ Status;
export type GetStatusApiArg = void;
export type ListTemplatesApiResponse = /** status 200  */ TemplatePage;
export type ListTemplatesApiArg = void;
export type CreateTemplateApiResponse = /** status 201  */ Template;
export type CreateTemplateApiArg = {
  templateDraft: TemplateDraft;
};
export type SyncTemplatesApiResponse = /** status 200  */ Synced;
export type SyncTemplatesApiArg = void;
export type DeleteTemplateApiResponse = unknown;
export type DeleteTemplateApiArg = {
  templateId: string;
};
export type GetTemplateApiResponse = /** status 200  */ Template;
export type GetTemplateApiArg = {
  templateId: string;
};
export type EditTemplateApiResponse = /** status 200  */ Template;
export type EditTemplateApiArg = {
  templateId: string;
  templateDraft: TemplateDraft;
};
export type AcceptTemplateCategoryApiResponse = /** status 200  */ Template;
export type AcceptTemplateCategoryApiArg = {
  templateId: string;
};
export type SubmitTemplateApiResponse = /** status 200  */ Template;
export type SubmitTemplateApiArg = {
  templateId: string;
};
export type ListTicketsApiResponse = /** status 200  */ TicketPage;
export type ListTicketsApiArg = {
  cursor?: string;
  kind?:
    | "complaint"
    | "damaged"
    | "exchange"
    | "missing"
    | "not_arrived"
    | "payment"
    | "question"
    | "refund"
    | "wrong_item";
  /** Those given to the person who asks. */
  mine?: boolean;
  orderId?: string;
  tab?: "all" | "solved" | "to_do" | "waiting";
  threadId?: string;
};
export type CreateTicketApiResponse = /** status 201  */ TicketDetail;
export type CreateTicketApiArg = {
  newTicket: NewTicket;
};
export type GetTicketApiResponse = /** status 200  */ TicketDetail;
export type GetTicketApiArg = {
  ticketId: string;
};
export type ChangeTicketApiResponse = /** status 200  */ TicketDetail;
export type ChangeTicketApiArg = {
  ticketId: string;
  ticketChange: TicketChange;
};
export type NoteTicketApiResponse = /** status 201  */ TicketDetail;
export type NoteTicketApiArg = {
  ticketId: string;
  ticketNote: TicketNote;
};
export type ReplyTicketApiResponse = /** status 201  */ TicketDetail;
export type ReplyTicketApiArg = {
  ticketId: string;
  ticketReply: TicketReply;
};
export type Reach = {
  added: number;
  bought: number;
  shown: number;
  /** Showings that were opened, asked about or taken. */
  tapped: number;
};
export type ProductPart = {
  image_url: string | null;
  name: string;
  product_id: string;
  reach: Reach;
};
export type Part = {
  name: string;
  reach: Reach;
};
export type Suggestions = {
  from: string;
  /** The most opened, at most 20. */
  products: ProductPart[];
  reasons: Part[];
  /** By place in the list, from 1. */
  slots: Part[];
  /** `chat` or `page`. */
  sources: Part[];
  to: string;
  total: Reach;
};
export type Problem = {
  code: string;
  detail: string;
  fields: {
    [key: string]: string[];
  };
  status: number;
  title: string;
  trace_id: string;
  type: string;
};
export type TicketFigures = {
  by_kind: {
    [key: string]: number;
  };
  /** Mean. */
  first_answer_seconds: number | null;
  from: string;
  orders: number;
  orders_with_ticket: number;
  /** Orders with a ticket, of those placed in the period, 0 to 1. */
  rate: number | null;
  /** Mean. */
  solution_seconds: number | null;
  tickets: number;
  to: string;
};
export type ApiKey = {
  created_at: string;
  ending: string;
  id: string;
  last_used_at: string | null;
  name: string;
};
export type ApiKeyPage = {
  next_cursor: string | null;
  results: ApiKey[];
};
export type MadeApiKey = {
  created_at: string;
  ending: string;
  id: string;
  /** Told this once; only its SHA-256 is kept. */
  key: string;
  last_used_at: string | null;
  name: string;
};
export type NewApiKey = {
  name: string;
};
export type Question = {
  from_customer: boolean;
  language: "en" | "es" | "hi" | "id" | "pt";
  text: string;
};
export type Entry = {
  answers: {
    [key: string]: string;
  };
  id: string;
  is_active: boolean;
  keywords: string[];
  questions: Question[];
  updated_at: string;
  version: number;
};
export type EntryPage = {
  next_cursor: string | null;
  results: Entry[];
};
export type NewQuestion = {
  language: "en" | "es" | "hi" | "id" | "pt";
  text: string;
};
export type NewEntry = {
  answers: {
    [key: string]: string;
  };
  is_active?: boolean;
  keywords?: string[];
  questions: NewQuestion[];
};
export type Example = {
  created_at: string;
  from_customer: boolean;
  id: string;
  intent:
    | "greeting"
    | "goodbye"
    | "thanks"
    | "affirm"
    | "deny"
    | "product_search"
    | "product_details"
    | "availability"
    | "price"
    | "discount"
    | "size_help"
    | "recommendation"
    | "add_to_cart"
    | "view_cart"
    | "edit_cart"
    | "checkout"
    | "payment_methods"
    | "shipping"
    | "order_status"
    | "cancel_order"
    | "return_exchange"
    | "store_info"
    | "human_agent"
    | "complaint"
    | "opt_in"
    | "notify_restock"
    | "change_language"
    | "delete_data"
    | "out_of_scope";
  language: "en" | "es" | "hi" | "id" | "pt";
  text: string;
};
export type ExamplePage = {
  next_cursor: string | null;
  results: Example[];
};
export type NewExample = {
  intent:
    | "greeting"
    | "goodbye"
    | "thanks"
    | "affirm"
    | "deny"
    | "product_search"
    | "product_details"
    | "availability"
    | "price"
    | "discount"
    | "size_help"
    | "recommendation"
    | "add_to_cart"
    | "view_cart"
    | "edit_cart"
    | "checkout"
    | "payment_methods"
    | "shipping"
    | "order_status"
    | "cancel_order"
    | "return_exchange"
    | "store_info"
    | "human_agent"
    | "complaint"
    | "opt_in"
    | "notify_restock"
    | "change_language"
    | "delete_data"
    | "out_of_scope";
  language: "en" | "es" | "hi" | "id" | "pt";
  text: string;
};
export type Name = {
  is_needed: boolean;
  name: string;
  sample: string;
};
export type Text = {
  key: string;
  longest: number;
  names: Name[];
  ours: {
    [key: string]: string;
  }[];
  /** Empty while ours are said. */
  own: {
    [key: string]: string;
  }[];
  section:
    | "greetings"
    | "products"
    | "search"
    | "sizes"
    | "cart"
    | "payment"
    | "shipping"
    | "orders"
    | "returns"
    | "shop"
    | "later"
    | "people"
    | "buttons";
};
export type TextPage = {
  next_cursor: string | null;
  results: Text[];
};
export type OwnWording = {
  wordings: {
    [key: string]: string;
  }[];
};
export type Fact = {
  kind: string;
  subject: string;
  value: string;
};
export type Understood = {
  confidence: number;
  intent: string;
};
export type Turn = {
  facts: Fact[];
  options: string[];
  read_as: string[];
  reply: string;
  rule: string;
  said: string;
  skill: string;
  understood: Understood[];
};
export type Tried = {
  turns: Turn[];
};
export type NewTry = {
  /** What the customer writes, one message after the other; [Button] taps a button. */
  lines: string[];
};
export type Unanswered = {
  count: number;
  first_at: string;
  id: string;
  language: string;
  last_at: string;
  others: string[];
  people: number;
  reason: "low_confidence" | "out_of_scope" | "asked_person";
  state: "open" | "answered" | "example" | "dismissed";
  text: string;
  thread_id: string;
};
export type UnansweredPage = {
  next_cursor: string | null;
  open_count: number;
  results: Unanswered[];
};
export type AnswerTo = {
  /** A new answer. */
  entry?: NewEntry;
  /** An answer that is there and gets one more question. */
  entry_id?: string;
};
export type ExampleOf = {
  intent:
    | "greeting"
    | "goodbye"
    | "thanks"
    | "affirm"
    | "deny"
    | "product_search"
    | "product_details"
    | "availability"
    | "price"
    | "discount"
    | "size_help"
    | "recommendation"
    | "add_to_cart"
    | "view_cart"
    | "edit_cart"
    | "checkout"
    | "payment_methods"
    | "shipping"
    | "order_status"
    | "cancel_order"
    | "return_exchange"
    | "store_info"
    | "human_agent"
    | "complaint"
    | "opt_in"
    | "notify_restock"
    | "change_language"
    | "delete_data"
    | "out_of_scope";
};
export type Voice = {
  emoji: "none" | "some" | "many";
  /** Own opening, "Hey {name}!". */
  greeting: string;
  /** The emoji that is the shop's own. */
  signature: string;
};
export type Carrier = {
  name: string;
  slug: string;
};
export type Carriers = {
  results: Carrier[];
};
export type FileProblem = {
  code: string;
  column: string;
  /** In English; `code` with its `values` says the same. */
  message: string;
  /** As a spreadsheet counts: the line of column names is 1. */
  row: number;
  values: {
    [key: string]: any;
  };
};
export type Why = {
  /** Empty where nothing failed. */
  code: string;
  column: string;
  values: {
    [key: string]: any;
  };
};
export type Import = {
  created_at: string;
  done: number;
  file_name: string;
  finished_at: string | null;
  id: string;
  outcomes: {
    [key: string]: number;
  };
  planned: {
    [key: string]: number;
  };
  problem_count: number;
  /** The first thousand; none in a list. */
  problems: FileProblem[];
  reason: string;
  state: string;
  total: number;
  why: Why;
};
export type ImportPage = {
  next_cursor: string | null;
  results: Import[];
};
export type CatalogueFile = {
  file: string;
};
export type Change = {
  after: any | null;
  before: any | null;
  field: string;
  sku: string;
};
export type ImportRow = {
  action: string;
  changes: Change[];
  id: string;
  line: number;
  name: string;
  outcome: string;
  reason: string;
  why: Why;
};
export type ImportRowPage = {
  next_cursor: string | null;
  results: ImportRow[];
};
export type Health = {
  failed: number;
  last_error: string;
  last_error_code: string;
  last_failed_at: string | null;
  last_heard_at: string | null;
  last_sent_at: string | null;
  parked: number;
};
export type BusinessNumber = {
  display_number: string;
  id: string;
  phone_number_id: string;
  waba_id: string;
};
export type Secret = {
  ending: string;
  is_set: boolean;
  name: string;
};
export type Connection = {
  attention: ("no_number" | "no_events" | "parked" | "failing")[];
  created_at: string;
  health: Health;
  id: string;
  kind: "messaging" | "payments";
  name: string;
  numbers: BusinessNumber[];
  paste_there: {
    [key: string]: string;
  };
  secrets: Secret[];
  settings: {
    [key: string]: any;
  };
  slug: string;
  state: "connected" | "attention" | "off";
  webhook_url: string;
};
export type ConnectionPage = {
  next_cursor: string | null;
  results: Connection[];
};
export type NewConnection = {
  kind: "messaging" | "payments";
  settings: {
    [key: string]: any;
  };
  slug: string;
};
export type ChangedConnection = {
  settings: {
    [key: string]: any;
  };
};
export type NewNumber = {
  display_number?: string;
  phone_number_id: string;
  waba_id: string;
};
export type ChangedNumber = {
  display_number?: string;
  phone_number_id?: string;
  waba_id?: string;
};
export type Checked = {
  detail: string;
  facts: {
    [key: string]: string;
  };
  name: string;
  reason: string;
  subject: string;
  verdict: "works" | "look" | "failed";
};
export type CheckedPage = {
  next_cursor: string | null;
  results: Checked[];
};
export type ConversationCounts = {
  all: number;
  bot: number;
  closed: number;
  mine: number;
  needs_you: number;
};
export type LeadRef = {
  country: string;
  id: string;
  initials: string;
  language: string;
  name: string;
};
export type Money = {
  currency: string;
  minor: number;
};
export type Window = {
  free: boolean;
  kind: "ad" | "service" | "closed";
  until: string | null;
};
export type ConversationRow = {
  holder: "bot" | "person" | "waiting";
  holder_name: string;
  /** The thread's id. */
  id: string;
  image_url: string | null;
  last_at: string;
  lead: LeadRef;
  preview: string;
  preview_from: "customer" | "bot" | "agent";
  reason: string | null;
  stage:
    | "browsing"
    | "choosing_size"
    | "at_checkout"
    | "waiting_for_person"
    | "bought"
    | "with_person"
    | "closed";
  unread: number;
  value: Money | null;
  window: Window;
};
export type ConversationPage = {
  counts: ConversationCounts;
  next_cursor: string | null;
  results: ConversationRow[];
};
export type AdRef = {
  headline: string;
  name: string;
};
export type CartLine = {
  color: string;
  image_url: string | null;
  name: string;
  quantity: number;
  size: string;
  unit_price: Money;
};
export type Cart = {
  lines: CartLine[];
  total: Money | null;
};
export type Consent = {
  marketing: boolean;
  opted_out: boolean;
  reminders: boolean;
  since: string | null;
};
export type Focus = {
  image_url: string | null;
  name: string;
  price: Money;
  product_id: string;
};
export type FollowUp = {
  due_at: string;
  how: ("free_text" | "template" | null) | ("free_text" | "template" | null);
  reason: string | null;
  state: "planned" | "sent" | "held" | "cancelled";
  step: string;
};
export type Handoff = {
  reason: string;
  since: string;
  summary: string[];
};
export type MaybeSame = {
  id: string;
  name: string;
};
export type Merge = {
  at: string;
  id: string;
  name: string;
  reason: "number_changed" | "linked" | "person";
};
export type OrderRef = {
  id: string;
  number: string;
  placed_at: string;
  state: string;
  total: Money;
};
export type Conversation = {
  ad: AdRef | null;
  can_block: boolean;
  can_merge: boolean;
  can_take_over: boolean;
  can_write: boolean;
  cart: Cart;
  consent: Consent;
  cost_currency: string;
  cost_so_far_micros: number;
  focus: Focus | null;
  follow_ups: FollowUp[];
  handoff: Handoff | null;
  holder: "bot" | "person" | "waiting";
  holder_name: string;
  /** The thread's id. */
  id: string;
  image_url: string | null;
  is_blocked: boolean;
  last_at: string;
  lead: LeadRef;
  local_time: string;
  maybe_same: MaybeSame[];
  merges: Merge[];
  next_message_micros: number | null;
  orders: OrderRef[];
  phone_masked: string;
  preview: string;
  preview_from: "customer" | "bot" | "agent";
  reason: string | null;
  source: string;
  stage:
    | "browsing"
    | "choosing_size"
    | "at_checkout"
    | "waiting_for_person"
    | "bought"
    | "with_person"
    | "closed";
  timezone: string;
  unread: number;
  usual_size: string | null;
  value: Money | null;
  window: Window;
};
export type MessageAd = {
  headline: string;
  name: string;
};
export type MessageCost = {
  category: string | null;
  currency: string;
  free: boolean;
  micros: number;
};
export type Decision = {
  facts: Fact[];
  id: string;
  product_id: string | null;
  read_as: string[];
  rule: string;
  skill: string;
  took_ms: number | null;
  understood: Understood[];
};
export type SendError = {
  code: string;
  text: string;
  told: string;
};
export type MessageMedia = {
  id: string;
  kind: "image" | "video" | "audio" | "document" | "sticker";
  mime_type: string;
  size: number;
  state: "due" | "fetching" | "stored" | "expired" | "refused" | "failed";
  url: string;
};
export type Quoted = {
  direction: "in" | "out";
  text: string;
};
export type Reactions = {
  customer?: string;
  shop?: string;
};
export type Marks = {
  forwarded: "" | "once" | "often";
  is_deleted: boolean;
  is_edited: boolean;
  media: MessageMedia | null;
  quoted: Quoted | null;
  reactions: Reactions;
};
export type Message = {
  ad: MessageAd | null;
  at: string;
  content: {
    [key: string]: any;
  };
  cost: MessageCost | null;
  decision: Decision | null;
  direction: "in" | "out";
  error: SendError | null;
  id: string;
  kind:
    | "address"
    | "audio"
    | "buttons"
    | "carousel"
    | "catalog"
    | "contact_request"
    | "contacts"
    | "document"
    | "flow"
    | "image"
    | "link"
    | "list"
    | "location"
    | "location_request"
    | "media"
    | "order"
    | "order_details"
    | "order_status"
    | "product"
    | "product_carousel"
    | "product_list"
    | "reaction"
    | "sticker"
    | "template"
    | "text"
    | "unsupported"
    | "video";
  marks: Marks;
  reply_to: string | null;
  sender: "customer" | "bot" | "agent" | "system";
  sender_name: string;
  status:
    | "received"
    | "queued"
    | "sending"
    | "sent"
    | "delivered"
    | "read"
    | "failed"
    | "unknown"
    | "cancelled";
  text: string;
};
export type MessagePage = {
  next_cursor: string | null;
  results: Message[];
};
export type NewMessage = {
  /** The message that this answers. */
  reply_to?: string | null;
  text: string;
};
export type Selection = {
  product_ids: string[];
  /** Words above the goods; ours in the customer's language without. */
  text?: string;
  way?: "link" | "list";
};
export type PreviewItem = {
  image_url: string;
  in_stock: boolean;
  name: string;
  price: string;
  was: string;
};
export type Preview = {
  /** What it says on the button that opens the page. */
  button: string;
  /** Whether they can go out of WhatsApp's own catalogue. */
  can_list: boolean;
  items: PreviewItem[];
  text: string;
};
export type Coupon = {
  amount: Money | null;
  categories: string[];
  code: string;
  ends_at: string | null;
  /** What it took off in all. */
  given: Money;
  id: string;
  is_told: boolean;
  minimum: Money;
  percent: number | null;
  starts_at: string | null;
  state: "active" | "planned" | "over" | "used_up" | "stopped";
  used: number;
  uses: number | null;
  uses_per_customer: number | null;
};
export type CouponPage = {
  /** Kinds of goods that the shop sells and a coupon may be for. */
  categories: string[];
  next_cursor: string | null;
  results: Coupon[];
};
export type NewCoupon = {
  /** Minor units. */
  amount?: number | null;
  categories?: string[];
  /** 4 to 15 letters, then 1 to 3 digits: WELCOME10. */
  code: string;
  ends_at?: string | null;
  /** Its last day, included, instead of `ends_at`. */
  ends_on?: string | null;
  is_told?: boolean;
  /** Minor units. */
  minimum?: number;
  percent?: number | null;
  starts_at?: string | null;
  /** A day of the shop, instead of `starts_at`. */
  starts_on?: string | null;
  uses?: number | null;
  uses_per_customer?: number | null;
};
export type Bought = {
  arrived: number;
  people: number;
  share: number;
  trend: number[];
};
export type ChannelAd = {
  ad_id: string;
  id: string;
  name: string;
  orders: number;
  revenue: Money;
};
export type Channel = {
  ads: ChannelAd[];
  orders: number;
  revenue: Money;
  source: string;
};
export type ChannelsTotal = {
  message_cost_micros: number;
  orders: number;
  revenue: Money;
};
export type FirstReply = {
  count: number;
  median_ms: number | null;
  p95_ms: number | null;
};
export type Funnel = {
  arrived: number;
  bought: number;
  chose: number;
  wrote: number;
};
export type Need = {
  amount: Money | null;
  count: number;
  detail: string | null;
  id: string | null;
  kind:
    | "person_wanted"
    | "ticket_late"
    | "payment_failed"
    | "sold_out"
    | "parked"
    | "unknown_sends"
    | "cap"
    | "sending_stopped"
    | "notice";
  link: string;
  since: string | null;
  subject: string | null;
  told: string | null;
};
export type Open = {
  total: number;
  with_bot: number;
  with_people: number;
};
export type Revenue = {
  trend: number[];
  usual: Money | null;
  value: Money;
};
export type Dashboard = {
  bought: Bought;
  channels: Channel[];
  channels_total: ChannelsTotal;
  currency: string;
  first_reply: FirstReply;
  from: string;
  funnel: Funnel;
  live: ConversationRow[];
  needs_you: Need[];
  open_conversations: Open;
  revenue: Revenue;
  to: string;
};
export type TaxRate = {
  country: string;
  percent: string;
  /** Only postcodes that begin like one of these. */
  postcodes?: string[];
  /** Only these states or provinces. */
  regions?: string[];
};
export type Taxes = {
  /** Prices contain it; else it is added at checkout. */
  is_included: boolean;
  /** What it is called: VAT, IVA, GST… */
  name?: string;
  /** Shipping is taxed, too. */
  on_shipping: boolean;
  rates: TaxRate[];
};
export type ShippingOption = {
  /** Ours; empty for a new option. */
  code?: string;
  days_max?: number | null;
  days_min?: number | null;
  flat: string;
  free_from?: string | null;
  kind?: "standard" | "express" | "pickup";
  /** Empty: the kind's word in the customer's language. */
  name?: string;
  /** What every piece beyond the first adds. */
  per_item?: string;
};
export type ShippingZone = {
  /** Only these towns. */
  cities?: string[];
  /** Two letters each (ISO 3166). */
  countries?: string[];
  name?: string;
  options: ShippingOption[];
  /** Only postcodes that begin like one of these. */
  postcodes?: string[];
  /** Only these states or provinces of the one country. */
  regions?: string[];
};
export type DeliveryRules = {
  /** The shop's own. */
  country: string;
  currency: string;
  taxes: Taxes;
  zones: ShippingZone[];
};
export type DeliveryRulesInput = {
  taxes: Taxes;
  zones: ShippingZone[];
};
export type Clock = {
  demo: boolean;
  now: string;
  offset_seconds: number;
};
export type AdvanceClock = {
  advance_seconds: number;
};
export type Merged = {
  id: string;
};
export type NewMerge = {
  lead_id: string;
};
export type Notice = {
  asked_at: string;
  color: string;
  product: string;
  product_id: string;
  /** Why it was held back when the piece was there, a code of the contact gate. */
  reason: string;
  size: string;
  variant_id: string;
};
export type NoticePage = {
  next_cursor: string | null;
  results: Notice[];
};
export type ShopRef = {
  country: string;
  currency: string;
  id: string;
  language: string;
  name: string;
  slug: string;
  timezone: string;
};
export type Person = {
  email: string;
  id: string;
  language: string;
  name: string;
  theme: "system" | "light" | "dark";
};
export type Me = {
  demo: boolean;
  is_owner: boolean;
  role: "admin" | "manager" | "agent" | "viewer";
  /** A session ends when nothing was asked for so long. */
  session_seconds: number;
  shop: ShopRef | null;
  shops: ShopRef[];
  user: Person;
  version: string;
};
export type MePatch = {
  language?: "en" | "es" | "pt-BR" | "hi" | "id";
  theme?: "system" | "light" | "dark";
};
export type ChooseShop = {
  shop: string;
};
export type OrderCounts = {
  all: number;
  closed: number;
  on_the_way: number;
  to_pay: number;
  to_ship: number;
};
export type Buyer = {
  id: string;
  initials: string;
  name: string;
};
export type OrderRow = {
  ad_name: string | null;
  id: string;
  image_url: string | null;
  items_text: string;
  lead: Buyer;
  number: string;
  payment_state: string;
  placed_at: string;
  source: string;
  state: string;
  total: Money;
};
export type OrderPage = {
  counts: OrderCounts;
  next_cursor: string | null;
  results: OrderRow[];
};
export type OrderLine = {
  color: string;
  id: string;
  image_url: string | null;
  name: string;
  product_id: string;
  quantity: number;
  /** Pieces that no return is about yet, once the order has left; 0 before. */
  returnable: number;
  size: string;
  total: Money;
  unit_price: Money;
  variant_id: string;
};
export type Refund = {
  amount: Money;
  at: string;
  /** Who asked for it or gave it by hand; empty when a rule did. */
  by: string;
  id: string;
  is_by_hand: boolean;
  reason: string;
  state: string;
};
export type Payment = {
  amount: Money;
  at: string;
  id: string;
  problem: string | null;
  provider: string;
  reference: string;
  /** What may still be given back by asking the provider. */
  refundable: Money;
  /** What may still be given back where no provider can be asked. */
  refundable_by_hand: Money;
  refunds: Refund[];
  state: string;
};
export type Return = {
  amount: Money;
  asked_by: string;
  color: string;
  created_at: string;
  deeds: string[];
  exchange_number: string;
  exchange_order_id: string | null;
  id: string;
  image_url: string | null;
  lead: LeadRef;
  name: string;
  order_id: string;
  order_number: string;
  quantity: number;
  reason: string;
  refund_amount: Money | null;
  size: string;
  state: string;
  state_at: string;
  thread_id: string;
  wanted: string;
  wanted_size: string;
  /** Why a person has to decide; empty when the rule did. */
  why: string;
  words: string;
};
export type OrderEvent = {
  at: string;
  /** Who of the shop did it, where that is said. */
  by: string;
  detail: string;
  kind: string;
  text_code: string;
};
export type Tracking = {
  carrier: string;
  number: string;
  url: string;
};
export type Order = {
  ad_name: string | null;
  address: string;
  coupon: string;
  /** `pack`, `ship`, `deliver`, `cancel`. */
  deeds: string[];
  discount: Money;
  fee: Money;
  hold_until: string | null;
  id: string;
  image_url: string | null;
  /** Prices contain it; else it is a part of the total. */
  is_tax_included: boolean;
  items_text: string;
  lead: Buyer;
  lines: OrderLine[];
  number: string;
  payment_state: string;
  payments: Payment[];
  placed_at: string;
  returns: Return[];
  shipping: Money;
  /** A kind (`standard`, `express`, `pickup`) or the shop's own name. */
  shipping_option: string;
  source: string;
  state: string;
  subtotal: Money;
  tax: Money;
  tax_name: string;
  tax_percent: number;
  thread_id: string;
  timeline: OrderEvent[];
  total: Money;
  tracking: Tracking;
};
export type Cancel = {
  /** Money that came goes back. */
  refund?: boolean;
  /** The goods are sold again. */
  restock?: boolean;
};
export type Note = {
  /** Made by the caller: the same one twice is one note. */
  id: string;
  text: string;
};
export type NewRefund = {
  /** Minor units; left out: all that is left. */
  amount?: number | null;
  /** Made by the caller: the same one twice is one refund. */
  id: string;
  payment_id: string;
  reason?: string;
};
export type HandRefund = {
  /** Minor units; left out: all that is left. */
  amount?: number | null;
  /** Made by the caller: the same one twice is one refund. */
  id: string;
  note?: string;
  payment_id: string;
};
export type NewReturn = {
  /** Write it down, to be decided, though the rule says `too_late` or `excluded`. */
  despite_rule?: boolean;
  /** Made by the caller: the same one twice is one return. */
  id: string;
  line_id: string;
  quantity: number;
  reason:
    | "size_small"
    | "size_large"
    | "not_as_expected"
    | "damaged"
    | "wrong_item"
    | "changed_mind"
    | "late";
  wanted: "exchange" | "refund" | "credit";
  wanted_variant_id?: string | null;
};
export type Ship = {
  /** Of `listCarriers`, or any name. */
  carrier?: string;
  tracking_number?: string;
  /** Left out: the page of a known carrier. */
  tracking_url?: string;
};
export type ParkedRow = {
  at: string;
  attempts: number;
  error: string;
  id: string;
  kind: string;
};
export type ParkedPage = {
  next_cursor: string | null;
  results: ParkedRow[];
};
export type PersonalCatalogue = {
  /** People who wrote from it. */
  asked: number;
  /** How often people went on from it to the chat. */
  clicks: number;
  created_at: string;
  expires_at: string;
  id: string;
  items: number;
  language: string;
  lead: LeadRef | null;
  made_by: "assistant" | "user" | "key" | "system";
  names: string[];
  pictures: string[];
  state: "open" | "expired" | "revoked";
  url: string;
};
export type PersonalCataloguePage = {
  next_cursor: string | null;
  results: PersonalCatalogue[];
};
export type NewPersonalCatalogue = {
  /** The shop's setting where none is given. */
  days?: number | null;
  /** The shop's where none is given. */
  language?: string;
  /** For whom; nobody in particular without. */
  lead_id?: string | null;
  product_ids: string[];
};
export type SizeStock = {
  size: string;
  stock: number;
};
export type ProductRow = {
  asked_30d: number;
  category: string;
  collection: string;
  colors: string[];
  id: string;
  image_url: string | null;
  name: string;
  price_from: Money;
  price_to: Money;
  sale: boolean;
  sizes: SizeStock[];
  sold_30d: number;
  status: string;
  stock_total: number;
};
export type ProductPage = {
  next_cursor: string | null;
  results: ProductRow[];
};
export type Picture = {
  alt: string;
  color: string;
  id: string;
  url: string;
};
export type Detail = {
  name: string;
  value: string;
};
export type ChartRow = {
  body: {
    [key: string]: number[];
  };
  size: string;
};
export type Variant = {
  color: string;
  compare_at: Money | null;
  held: number;
  id: string;
  measures: {
    [key: string]: number;
  };
  price: Money;
  size: string;
  sku: string;
  stock: number;
};
export type Product = {
  asked_30d: number;
  audience: string;
  category: string;
  collection: string;
  colors: string[];
  description: string;
  details: string[];
  fit: string;
  id: string;
  image_url: string | null;
  images: Picture[];
  material: string;
  name: string;
  named_details: Detail[];
  occasions: string[];
  price_from: Money;
  price_to: Money;
  sale: boolean;
  size_chart: ChartRow[];
  size_chart_id: string | null;
  sizes: SizeStock[];
  sold_30d: number;
  status: string;
  stock_total: number;
  variants: Variant[];
  version: number;
};
export type DetailForm = {
  name?: string;
  value?: string;
};
export type VariantForm = {
  color?: string;
  /** The price before a reduction, empty for none. */
  compare_at?: string;
  id?: string | null;
  measures?: {
    [key: string]: number;
  };
  /** As written: 49.90, 49,90 or 1.299,00. */
  price?: string;
  size?: string;
  sku?: string;
  /** Null leaves what is there. */
  stock?: number | null;
  stock_seen?: number | null;
};
export type ProductForm = {
  audience?: string;
  category?: string;
  collection?: string;
  description?: string;
  fit?: string;
  material?: string;
  name?: string;
  named_details?: DetailForm[];
  occasions?: string[];
  size_chart_id?: string | null;
  status?: "active" | "hidden" | "archived";
  variants?: VariantForm[];
};
export type ProductChange = {
  audience?: string;
  category?: string;
  collection?: string;
  description?: string;
  fit?: string;
  material?: string;
  name?: string;
  named_details?: DetailForm[];
  occasions?: string[];
  size_chart_id?: string | null;
  status?: "active" | "hidden" | "archived";
  variants?: VariantForm[];
  /** The one that was edited. */
  version: number;
};
export type Awaited = {
  color: string;
  people: number;
  size: string;
  variant_id: string;
};
export type Fit = {
  large: number;
  /** Empty while nobody has said anything. */
  leaning: "small" | "large" | "true" | "";
  right: number;
  small: number;
  /** How many have said how it fits. */
  verdicts: number;
};
export type ProductFeedback = {
  awaited: Awaited[];
  fit: Fit;
};
export type PictureFile = {
  alt?: string;
  color?: string;
  file: string;
};
export type PictureForm = {
  alt?: string;
  color?: string;
  id: string;
};
export type Pictures = {
  pictures: PictureForm[];
};
export type ProductStatus = {
  status: "active" | "hidden" | "archived";
};
export type Stock = {
  /** Or: so many more, or fewer. */
  change?: number;
  /** The count that it replaces. */
  seen?: number;
  /** The new count, with `seen`. */
  stock?: number;
  variant_id: string;
};
export type Provider = {
  can_test: boolean;
  has_numbers: boolean;
  has_webhooks: boolean;
  kind: "messaging" | "payments";
  name: string;
  /** JSON schema of the settings; titles and descriptions in the caller's language. */
  schema: {
    [key: string]: any;
  };
  secret_fields: string[];
  /** Whether we tell the provider where its events go. */
  sets_webhook: boolean;
  slug: string;
};
export type ProviderPage = {
  next_cursor: string | null;
  results: Provider[];
};
export type ReturnCounts = {
  all: number;
  closed: number;
  coming: number;
  here: number;
  to_decide: number;
};
export type ReturnPage = {
  counts: ReturnCounts;
  next_cursor: string | null;
  results: Return[];
};
export type ReturnDeed = {
  /** Settling: minor units to give back; left out: what was paid for the pieces. */
  amount?: number | null;
  /** Settling: the money was given back by hand, no provider is asked. */
  by_hand?: boolean;
  note?: string;
  /** Receiving: the goods are sold again. */
  restock?: boolean;
};
export type ChartLine = {
  /** Centimetres from and to, by measure. */
  body: {
    [key: string]: number[];
  };
  size: string;
};
export type Chart = {
  id: string;
  name: string;
  products: number;
  rows: ChartLine[];
};
export type ChartPage = {
  next_cursor: string | null;
  results: Chart[];
};
export type ChartForm = {
  name: string;
  rows: ChartLine[];
};
export type MonthSpent = {
  cap_micros: number | null;
  currency: string;
  month: string;
  spent_micros: number;
};
export type Status = {
  bot: "answering" | "paused";
  clock: Clock;
  message_cost: MonthSpent;
  waiting: number;
};
export type TemplateButton = {
  phone_number?: string;
  text: string;
  type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER";
  url?: string;
};
export type Template = {
  body: string;
  buttons: TemplateButton[];
  category: string;
  editable_at: string | null;
  footer: string;
  header: string;
  held_reason: string;
  id: string;
  is_submitted: boolean;
  language: string;
  name: string;
  next_category: string;
  parameters: string[];
  paused_until: string | null;
  previous_category: string;
  quality: string;
  reason: string;
  status: string;
  ttl_seconds: number | null;
  updated_at: string;
};
export type TemplatePage = {
  next_cursor: string | null;
  results: Template[];
};
export type TemplateDraft = {
  body: string;
  buttons?: TemplateButton[];
  category: "MARKETING" | "UTILITY";
  footer?: string;
  header?: string;
  language: string;
  name: string;
  parameters?: string[];
  ttl_seconds?: number | null;
};
export type Synced = {
  count: number;
};
export type TicketCounts = {
  all: number;
  overdue: number;
  solved: number;
  to_do: number;
  waiting: number;
};
export type Ticket = {
  answered_at: string | null;
  assignee: string;
  assignee_id: string | null;
  /** Until when a person answers, by the shop's opening hours. */
  due_at: string;
  id: string;
  is_overdue: boolean;
  kind:
    | "damaged"
    | "wrong_item"
    | "missing"
    | "not_arrived"
    | "exchange"
    | "refund"
    | "payment"
    | "complaint"
    | "question";
  lead: LeadRef;
  /** As people say it: T-12. */
  number: string;
  opened_at: string;
  opened_by: string;
  order_id: string | null;
  order_number: string;
  photos: number;
  priority: "normal" | "high";
  return_id: string | null;
  solved_at: string | null;
  state: "open" | "waiting" | "solved" | "reopened";
  state_at: string;
  /** Where it may go next. */
  states: string[];
  thread_id: string;
  /** What was told when it was opened. */
  words: string;
};
export type TicketPage = {
  counts: TicketCounts;
  next_cursor: string | null;
  results: Ticket[];
};
export type TicketEvent = {
  /** `customer`, a person's name, or a machine's key. */
  actor: string;
  at: string;
  detail: string;
  id: string;
  kind: string;
  media_id: string | null;
  message_id: string | null;
  words: string;
};
export type TicketPerson = {
  id: string;
  name: string;
};
export type TicketDetail = {
  answered_at: string | null;
  assignee: string;
  assignee_id: string | null;
  /** Until when a person answers, by the shop's opening hours. */
  due_at: string;
  events: TicketEvent[];
  id: string;
  is_overdue: boolean;
  kind:
    | "damaged"
    | "wrong_item"
    | "missing"
    | "not_arrived"
    | "exchange"
    | "refund"
    | "payment"
    | "complaint"
    | "question";
  lead: LeadRef;
  /** As people say it: T-12. */
  number: string;
  opened_at: string;
  opened_by: string;
  order_id: string | null;
  order_number: string;
  /** Whom it may be given to. */
  people: TicketPerson[];
  photos: number;
  priority: "normal" | "high";
  return_id: string | null;
  solved_at: string | null;
  state: "open" | "waiting" | "solved" | "reopened";
  state_at: string;
  /** Where it may go next. */
  states: string[];
  thread_id: string;
  /** What was told when it was opened. */
  words: string;
};
export type NewTicket = {
  /** Made by the caller: the same one twice is one ticket. */
  id: string;
  kind:
    | "damaged"
    | "wrong_item"
    | "missing"
    | "not_arrived"
    | "exchange"
    | "refund"
    | "payment"
    | "complaint"
    | "question";
  order_id?: string | null;
  priority?: "normal" | "high";
  thread_id: string;
  words: string;
};
export type TicketChange = {
  assignee_id?: string | null;
  priority?: "normal" | "high";
  state?: "open" | "waiting" | "solved" | "reopened";
};
export type TicketNote = {
  /** Made by the caller: the same one twice is one note. */
  id: string;
  text: string;
};
export type TicketReply = {
  text: string;
  /** It is the customer's turn then. */
  waits?: boolean;
};
export const {
  useGetSuggestionsQuery,
  useGetTicketFiguresQuery,
  useListApiKeysQuery,
  useCreateApiKeyMutation,
  useRevokeApiKeyMutation,
  useListAnswersQuery,
  useCreateAnswerMutation,
  useDeleteAnswerMutation,
  useGetAnswerQuery,
  useChangeAnswerMutation,
  useListExamplesQuery,
  useCreateExampleMutation,
  useDeleteExampleMutation,
  useListTextsQuery,
  useUnwordTextMutation,
  useWordTextMutation,
  useTryAssistantMutation,
  useListUnansweredQuery,
  useAnswerUnansweredMutation,
  useDismissUnansweredMutation,
  useTeachUnansweredMutation,
  useGetVoiceQuery,
  useChangeVoiceMutation,
  useListCarriersQuery,
  useExportCatalogueQuery,
  useListImportsQuery,
  useUploadCatalogueMutation,
  useDiscardImportMutation,
  useGetImportQuery,
  useApplyImportMutation,
  useListImportRowsQuery,
  useUndoImportMutation,
  useListConnectionsQuery,
  useCreateConnectionMutation,
  useGetConnectionQuery,
  useUpdateConnectionMutation,
  useDisconnectConnectionMutation,
  useEnableConnectionMutation,
  useAddNumberMutation,
  useRemoveNumberMutation,
  useUpdateNumberMutation,
  useTestConnectionMutation,
  useListConversationsQuery,
  useGetConversationQuery,
  useUnblockPersonMutation,
  useBlockPersonMutation,
  useHandBackMutation,
  useGetMediaQuery,
  useListMessagesQuery,
  useSendMessageMutation,
  useSendProductsMutation,
  usePreviewProductsMutation,
  useMarkSeenMutation,
  useTakeOverMutation,
  useListCouponsQuery,
  useCreateCouponMutation,
  useResumeCouponMutation,
  useStopCouponMutation,
  useGetDashboardQuery,
  useGetDeliveryRulesQuery,
  useSetDeliveryRulesMutation,
  useAdvanceClockMutation,
  useMergeLeadsMutation,
  useUndoMergeMutation,
  useListRestockNoticesQuery,
  useCancelRestockNoticeMutation,
  useGetMeQuery,
  useUpdateMeMutation,
  useChooseShopMutation,
  useDismissNoticeMutation,
  useListOrdersQuery,
  useExportOrdersQuery,
  useGetOrderQuery,
  useCancelOrderMutation,
  useDeliverOrderMutation,
  useNoteOrderMutation,
  usePackOrderMutation,
  useRefundOrderMutation,
  useRefundByHandMutation,
  useApproveRefundMutation,
  useDeclineRefundMutation,
  useCreateReturnMutation,
  useShipOrderMutation,
  useListParkedQuery,
  useRetryParkedMutation,
  useListPersonalCataloguesQuery,
  useCreatePersonalCatalogueMutation,
  useRevokePersonalCatalogueMutation,
  useListProductsQuery,
  useCreateProductMutation,
  useGetProductQuery,
  useChangeProductMutation,
  useGetProductFeedbackQuery,
  useAddPictureMutation,
  useArrangePicturesMutation,
  useSetProductStatusMutation,
  useSetStockMutation,
  useListProvidersQuery,
  useListReturnsQuery,
  useGetReturnQuery,
  useMoveReturnMutation,
  useResumeSendingMutation,
  useListSizeChartsQuery,
  useCreateSizeChartMutation,
  useDeleteSizeChartMutation,
  useChangeSizeChartMutation,
  useGetStatusQuery,
  useListTemplatesQuery,
  useCreateTemplateMutation,
  useSyncTemplatesMutation,
  useDeleteTemplateMutation,
  useGetTemplateQuery,
  useEditTemplateMutation,
  useAcceptTemplateCategoryMutation,
  useSubmitTemplateMutation,
  useListTicketsQuery,
  useCreateTicketMutation,
  useGetTicketQuery,
  useChangeTicketMutation,
  useNoteTicketMutation,
  useReplyTicketMutation,
} = injectedRtkApi;
