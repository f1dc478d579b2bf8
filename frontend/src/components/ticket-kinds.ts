import type { TicketRow } from '@/api/rows';

/** What a ticket can be about, as the server knows it. */
export const ticketKinds: readonly TicketRow['kind'][] = ['damaged', 'wrong_item', 'missing', 'not_arrived', 'exchange', 'refund', 'payment', 'complaint', 'question'];
