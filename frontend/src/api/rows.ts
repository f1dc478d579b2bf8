import type {
  CatalogueFile as SentCatalogue,
  Chart as SavedChart,
  GetImportApiResponse,
  ListImportRowsApiResponse,
  PictureFile as SentPicture,
  ProductForm as WrittenProduct,
  GetConnectionApiResponse,
  GetConversationApiResponse,
  GetDashboardApiResponse,
  GetMeApiResponse,
  GetOrderApiResponse,
  GetProductApiResponse,
  GetStatusApiResponse,
  GetTicketApiResponse,
  ListAnswersApiResponse,
  ListApiKeysApiResponse,
  ListCouponsApiResponse,
  ListConversationsApiResponse,
  ListMessagesApiResponse,
  ListOrdersApiResponse,
  ListParkedApiResponse,
  ListProductsApiResponse,
  GetSuggestionsApiResponse,
  ListPersonalCataloguesApiResponse,
  PreviewProductsApiResponse,
  ListTemplatesApiResponse,
  ListTextsApiArg,
  ListTextsApiResponse,
  ListTicketsApiResponse,
  ListUnansweredApiResponse,
  TemplateDraft as WrittenTemplate,
  ListProvidersApiResponse,
  TestConnectionApiResponse,
} from './endpoints.gen';

/** Short names for what the generated endpoints answer. */
export type Me = GetMeApiResponse;
export type ProductsPreview = PreviewProductsApiResponse;
export type Suggestions = GetSuggestionsApiResponse;
export type Reach = Suggestions['total'];
export type SuggestionPart = Suggestions['slots'][number];
export type PersonalCatalogue = ListPersonalCataloguesApiResponse['results'][number];
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
export type ProductForm = WrittenProduct;
export type PictureFile = SentPicture;
export type Chart = SavedChart;
export type CatalogueFile = SentCatalogue;
export type CatalogueImport = GetImportApiResponse;
export type ImportRow = ListImportRowsApiResponse['results'][number];
export type OrderPage = ListOrdersApiResponse;
export type OrderRow = OrderPage['results'][number];
export type Order = GetOrderApiResponse;
export type TicketPage = ListTicketsApiResponse;
export type TicketRow = TicketPage['results'][number];
export type Ticket = GetTicketApiResponse;
export type TicketEvent = Ticket['events'][number];
export type Template = ListTemplatesApiResponse['results'][number];
export type TemplateDraft = WrittenTemplate;
export type Entry = ListAnswersApiResponse['results'][number];
export type Unanswered = ListUnansweredApiResponse['results'][number];
export type ParkedRow = ListParkedApiResponse['results'][number];
export type Provider = ListProvidersApiResponse['results'][number];
export type Connection = GetConnectionApiResponse;
export type BusinessNumber = Connection['numbers'][number];
export type Checked = TestConnectionApiResponse['results'][number];
export type Coupon = ListCouponsApiResponse['results'][number];
export type ApiKey = ListApiKeysApiResponse['results'][number];
export type ReplyText = ListTextsApiResponse['results'][number];
export type ReplyLanguage = NonNullable<ListTextsApiArg['language']>;
