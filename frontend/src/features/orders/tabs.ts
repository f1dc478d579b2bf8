import type { OrderPage } from '@/api/rows';

export type OrderTab = keyof OrderPage['counts'];

/** The tabs there are pages for. */
export const orderTabs: readonly OrderTab[] = ['all', 'to_pay', 'to_ship', 'on_the_way', 'closed'];
