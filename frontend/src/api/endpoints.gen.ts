import { baseApi as api } from "./base-api";
export const addTagTypes = [
  "conversations",
  "dashboard",
  "status",
  "leads",
  "me",
  "orders",
  "parked",
  "products",
] as const;
const injectedRtkApi = api
  .enhanceEndpoints({
    addTagTypes,
  })
  .injectEndpoints({
    endpoints: (build) => ({
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
      takeOver: build.mutation<TakeOverApiResponse, TakeOverApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/conversations/${encodeURIComponent(String(queryArg.threadId))}/take-over`,
          method: "POST",
        }),
        invalidatesTags: ["conversations"],
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
            q: queryArg.q,
            tab: queryArg.tab,
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
      listProducts: build.query<ListProductsApiResponse, ListProductsApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/products`,
          params: {
            category: queryArg.category,
            cursor: queryArg.cursor,
            problem: queryArg.problem,
            q: queryArg.q,
          },
        }),
        providesTags: ["products"],
      }),
      getProduct: build.query<GetProductApiResponse, GetProductApiArg>({
        query: (queryArg) => ({
          url: `/api/v1/products/${encodeURIComponent(String(queryArg.productId))}`,
        }),
        providesTags: ["products"],
      }),
      getStatus: build.query<GetStatusApiResponse, GetStatusApiArg>({
        query: () => ({ url: `/api/v1/status` }),
        providesTags: ["status"],
      }),
    }),
    overrideExisting: false,
  });
export { injectedRtkApi as endpoints };
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
export type TakeOverApiResponse = /** status 200  */ Conversation;
export type TakeOverApiArg = {
  threadId: string;
};
export type GetDashboardApiResponse = /** status 200  */ Dashboard;
export type GetDashboardApiArg = {
  /** With `to`, instead of `range`: days of the shop, both included. */
  from?: string;
  /** Days of the shop, ending today. */
  range?: "30d" | "7d" | "today";
  to?: string;
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
  /** The start of an order number, words of a name, or a phone number. */
  q?: string;
  tab?: "all" | "closed" | "on_the_way" | "to_pay" | "to_ship";
};
export type GetOrderApiResponse = /** status 200  */ Order;
export type GetOrderApiArg = {
  orderId: string;
};
export type ListParkedApiResponse = /** status 200  */ ParkedPage;
export type ListParkedApiArg = void;
export type RetryParkedApiResponse = unknown;
export type RetryParkedApiArg = {
  rowId: string;
};
export type ListProductsApiResponse = /** status 200  */ ProductPage;
export type ListProductsApiArg = {
  category?: string;
  cursor?: string;
  /** `sold_out`: and asked for; `low`: one to three pieces of a size. */
  problem?: "low" | "sold_out";
  /** Part of a name, colour or SKU. */
  q?: string;
};
export type GetProductApiResponse = /** status 200  */ Product;
export type GetProductApiArg = {
  productId: string;
};
export type GetStatusApiResponse = /** status 200  */ Status;
export type GetStatusApiArg = void;
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
export type Fact = {
  kind: string;
  subject: string;
  value: string;
};
export type Understood = {
  confidence: number;
  intent: string;
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
    | "text"
    | "image"
    | "buttons"
    | "list"
    | "link"
    | "carousel"
    | "template"
    | "order"
    | "media"
    | "reaction"
    | "unsupported";
  marks: Marks;
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
  text: string;
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
  kind:
    | "person_wanted"
    | "payment_failed"
    | "sold_out"
    | "parked"
    | "unknown_sends"
    | "cap"
    | "template_rejected"
    | "template_paused"
    | "template_disabled"
    | "template_category_changed"
    | "template_quality_low"
    | "number_quality_low"
    | "number_limited"
    | "name_rejected"
    | "account_restricted"
    | "account_disabled"
    | "account_to_be_disabled"
    | "account_disconnected"
    | "account_violation"
    | "account_alert"
    | "account_rejected"
    | "security_changed"
    | "flow_trouble"
    | "username_changed"
    | "history_declined"
    | "whatsapp_error";
  link: string;
  notice_id: string | null;
  since: string | null;
  subject: string | null;
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
  image_url: string | null;
  name: string;
  quantity: number;
  size: string;
  total: Money;
  unit_price: Money;
};
export type Payment = {
  amount: Money;
  at: string;
  problem: string | null;
  provider: string;
  reference: string;
  state: string;
};
export type OrderEvent = {
  at: string;
  detail: string;
  kind: string;
  text_code: string;
};
export type Order = {
  ad_name: string | null;
  address: string;
  hold_until: string | null;
  id: string;
  image_url: string | null;
  items_text: string;
  lead: Buyer;
  lines: OrderLine[];
  number: string;
  payment_state: string;
  payments: Payment[];
  placed_at: string;
  shipping: Money;
  source: string;
  state: string;
  subtotal: Money;
  thread_id: string;
  timeline: OrderEvent[];
  total: Money;
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
  stock_total: number;
};
export type ProductPage = {
  next_cursor: string | null;
  results: ProductRow[];
};
export type Picture = {
  color: string;
  url: string;
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
  price: Money;
  size: string;
  sku: string;
  stock: number;
};
export type Product = {
  asked_30d: number;
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
  price_from: Money;
  price_to: Money;
  sale: boolean;
  size_chart: ChartRow[];
  sizes: SizeStock[];
  sold_30d: number;
  stock_total: number;
  variants: Variant[];
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
  store:
    | {
        [key: string]: any;
      }
    | {
        [key: string]: any;
      };
  waiting: number;
};
export const {
  useListConversationsQuery,
  useGetConversationQuery,
  useHandBackMutation,
  useGetMediaQuery,
  useListMessagesQuery,
  useSendMessageMutation,
  useTakeOverMutation,
  useGetDashboardQuery,
  useAdvanceClockMutation,
  useMergeLeadsMutation,
  useUndoMergeMutation,
  useGetMeQuery,
  useUpdateMeMutation,
  useChooseShopMutation,
  useDismissNoticeMutation,
  useListOrdersQuery,
  useGetOrderQuery,
  useListParkedQuery,
  useRetryParkedMutation,
  useListProductsQuery,
  useGetProductQuery,
  useGetStatusQuery,
} = injectedRtkApi;
