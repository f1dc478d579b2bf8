import type { ConversationPage } from '@/api/rows';

export type InboxFilter = keyof ConversationPage['counts'];

export const inboxFilters: readonly InboxFilter[] = ['all', 'needs_you', 'mine', 'bot', 'closed'];
