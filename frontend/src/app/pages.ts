import AutoAwesomeOutlined from '@mui/icons-material/AutoAwesomeOutlined';
import CableOutlined from '@mui/icons-material/CableOutlined';
import CheckroomOutlined from '@mui/icons-material/CheckroomOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType } from 'react';

import { paths } from '@/config/paths';
import type { Deed } from '@/lib/authorization';

export interface NavigationEntry {
  labelKey: string;
  icon: SvgIconComponent;
  /** The part of the rail it stands in; the parts have a small head of their own. */
  group: 'main' | 'grow' | 'setUp';
  /** Whether the phone's bottom bar shows it; the others are in the More sheet. */
  onBottomBar: boolean;
  /** Which count of the status stands as a badge. */
  badge?: 'waiting';
  /** Who is led there; without it everybody. */
  needs?: Deed;
}

export interface PageEntry {
  path: string;
  load: () => Promise<ComponentType>;
  navigation?: NavigationEntry;
  /** A page about one thing. Phones hide the bottom bar there, the top bar shows the way back to this list. */
  detailOf?: string;
  /** Fills the window and scrolls inside, as a chat does. */
  fillsWindow?: boolean;
}

/** Every page behind the sign-in: routes, rail, bottom bar, More sheet and search are all made from this table. */
export const pages: readonly PageEntry[] = [
  {
    path: paths.dashboard,
    load: async () => (await import('./routes/dashboard-page')).DashboardPage,
    navigation: { labelKey: 'nav.dashboard', icon: SpaceDashboardOutlined, group: 'main', onBottomBar: true },
  },
  {
    path: paths.inbox,
    load: async () => (await import('./routes/inbox-page')).InboxPage,
    navigation: { labelKey: 'nav.inbox', icon: ForumOutlined, group: 'main', onBottomBar: true, badge: 'waiting' },
    fillsWindow: true,
  },
  {
    path: paths.conversation,
    load: async () => (await import('./routes/inbox-page')).InboxPage,
    detailOf: paths.inbox,
    fillsWindow: true,
  },
  {
    path: paths.orders,
    load: async () => (await import('./routes/orders-page')).OrdersPage,
    navigation: { labelKey: 'nav.orders', icon: ReceiptLongOutlined, group: 'main', onBottomBar: true },
  },
  { path: paths.order, load: async () => (await import('./routes/order-page')).OrderPage, detailOf: paths.orders },
  { path: paths.ticket, load: async () => (await import('./routes/ticket-page')).TicketPage, detailOf: paths.orders },
  {
    path: paths.catalogue,
    load: async () => (await import('./routes/catalogue-page')).CataloguePage,
    navigation: { labelKey: 'nav.catalogue', icon: CheckroomOutlined, group: 'main', onBottomBar: false },
  },
  { path: paths.newProduct, load: async () => (await import('./routes/product-edit-page')).ProductEditPage, detailOf: paths.catalogue },
  { path: paths.productEdit, load: async () => (await import('./routes/product-edit-page')).ProductEditPage, detailOf: paths.catalogue },
  { path: paths.sizeCharts, load: async () => (await import('./routes/size-charts-page')).SizeChartsPage, detailOf: paths.catalogue },
  { path: paths.suggestions, load: async () => (await import('./routes/suggestions-page')).SuggestionsPage, detailOf: paths.catalogue },
  { path: paths.imports, load: async () => (await import('./routes/import-page')).ImportPage, detailOf: paths.catalogue },
  { path: paths.import, load: async () => (await import('./routes/import-page')).ImportPage, detailOf: paths.catalogue },
  { path: paths.product, load: async () => (await import('./routes/product-page')).ProductPage, detailOf: paths.catalogue },
  {
    path: paths.templates,
    load: async () => (await import('./routes/templates-page')).TemplatesPage,
    navigation: { labelKey: 'nav.templates', icon: DescriptionOutlined, group: 'grow', onBottomBar: false },
  },
  {
    path: paths.assistant,
    load: async () => (await import('./routes/assistant-page')).AssistantPage,
    navigation: { labelKey: 'nav.assistant', icon: AutoAwesomeOutlined, group: 'setUp', onBottomBar: false },
  },
  {
    path: paths.integrations,
    load: async () => (await import('./routes/integrations-page')).IntegrationsPage,
    navigation: { labelKey: 'nav.integrations', icon: CableOutlined, group: 'setUp', onBottomBar: false, needs: 'connection.see' },
  },
  { path: paths.integration, load: async () => (await import('./routes/integration-page')).IntegrationPage, detailOf: paths.integrations },
  {
    path: paths.settings,
    load: async () => (await import('./routes/settings-page')).SettingsPage,
    navigation: { labelKey: 'nav.settings', icon: SettingsOutlined, group: 'setUp', onBottomBar: false, needs: 'apiKey.see' },
  },
  { path: paths.parked, load: async () => (await import('./routes/parked-page')).ParkedPage, detailOf: paths.dashboard },
];

export interface NavigationItem extends NavigationEntry {
  path: string;
}

export const navigation: readonly NavigationItem[] = pages.flatMap(({ path, navigation: entry }) => (entry ? [{ path, ...entry }] : []));
