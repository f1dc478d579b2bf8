import type { OrderPage } from '@/api/rows';

export type OrderTab = keyof OrderPage['counts'];

/** The tabs of orders there are pages for. */
export const orderTabs: readonly OrderTab[] = ['all', 'to_pay', 'to_ship', 'on_the_way', 'closed'];

/** The tabs of the page: those of orders, what comes back, and what went wrong. */
export type PageTab = OrderTab | 'returns' | 'tickets';
export const pageTabs: readonly PageTab[] = [...orderTabs, 'returns', 'tickets'];
