import { matchPath } from 'react-router';

/** Every address of the portal. Nothing else in the code spells one out. */
export const paths = {
  dashboard: '/',
  inbox: '/inbox',
  conversation: '/inbox/:threadId',
  orders: '/orders',
  order: '/orders/:orderId',
  ticket: '/orders/tickets/:ticketId',
  catalogue: '/catalogue',
  newProduct: '/catalogue/new',
  sizeCharts: '/catalogue/size-charts',
  suggestions: '/catalogue/suggestions',
  imports: '/catalogue/import',
  import: '/catalogue/import/:importId',
  product: '/catalogue/:productId',
  productEdit: '/catalogue/:productId/edit',
  parked: '/parked',
  templates: '/templates',
  assistant: '/assistant',
  integrations: '/integrations',
  integration: '/integrations/:kind/:slug',
  settings: '/settings',
  signIn: '/sign-in',
} as const;

export const conversationPath = (threadId: string) => `/inbox/${encodeURIComponent(threadId)}`;
export const orderPath = (orderId: string) => `/orders/${encodeURIComponent(orderId)}`;
export const ticketPath = (ticketId: string) => `/orders/tickets/${encodeURIComponent(ticketId)}?tab=tickets`;
export const ticketsPath = '/orders?tab=tickets';
export const productPath = (productId: string) => `/catalogue/${encodeURIComponent(productId)}`;
export const productEditPath = (productId: string) => `${productPath(productId)}/edit`;
export const importPath = (importId: string) => `${paths.imports}/${encodeURIComponent(importId)}`;

export const integrationPath = (kind: string, slug: string) => `/integrations/${encodeURIComponent(kind)}/${encodeURIComponent(slug)}`;

/** Guides that the server itself serves, outside of the portal. */
export const guides = { integrations: '/docs/integrations', webhooks: '/docs/webhooks', security: '/docs/security' } as const;

export function signInPath(next: string): string {
  return next === paths.dashboard ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(next)}`;
}

/** The page to show after signing in: only a path of this portal, never another site. */
export function safeNext(next: string | null): string {
  return next && next.startsWith('/') && isPortalPath(next) && !next.startsWith(paths.signIn) ? next : paths.dashboard;
}

/** Whether a path (with or without a query) is a page that exists. */
export function isPortalPath(address: string): boolean {
  const pathname = address.split(/[?#]/)[0] ?? '';
  return Object.values(paths).some((pattern) => matchPath(pattern, pathname) !== null);
}
