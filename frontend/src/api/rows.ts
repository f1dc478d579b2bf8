import type {
  GetConversationApiResponse,
  GetDashboardApiResponse,
  GetMeApiResponse,
  GetOrderApiResponse,
  GetProductApiResponse,
  GetStatusApiResponse,
  ListConversationsApiResponse,
  ListMessagesApiResponse,
  ListOrdersApiResponse,
  ListParkedApiResponse,
  ListProductsApiResponse,
} from './endpoints.gen';

/** Short names for what the generated endpoints answer. */
export type Me = GetMeApiResponse;
export type Role = Me['role'];
export type Status = GetStatusApiResponse;
export type Dashboard = GetDashboardApiResponse;
export type Need = Dashboard['needs_you'][number];
export type Channel = Dashboard['channels'][number];
export type Money = Dashboard['revenue']['value'];
export type ConversationPage = ListConversationsApiResponse;
export type ConversationRow = ConversationPage['results'][number];
export type Conversation = GetConversationApiResponse;
export type FollowUp = Conversation['follow_ups'][number];
export type Message = ListMessagesApiResponse['results'][number];
export type Decision = NonNullable<Message['decision']>;
export type ProductRow = ListProductsApiResponse['results'][number];
export type Product = GetProductApiResponse;
export type OrderPage = ListOrdersApiResponse;
export type OrderRow = OrderPage['results'][number];
export type Order = GetOrderApiResponse;
export type ParkedRow = ListParkedApiResponse['results'][number];
