import { ticketKinds } from '@/components/ticket-kinds';

export const ticketTabs = ['to_do', 'waiting', 'solved', 'all'] as const;
export type TicketTab = (typeof ticketTabs)[number];

export const kindFilters = ['', ...ticketKinds] as const;
export const whose = ['everybody', 'me'] as const;
