import { useEffect } from 'react';

import { useMarkSeenMutation } from '@/api/endpoints.gen';
import type { Conversation } from '@/api/rows';

/** Tells the server that whoever holds the conversation has it open: the customer gets blue ticks. Looking alone tells nothing. */
export function useSeen(conversation: Conversation | undefined): void {
  const [markSeen] = useMarkSeenMutation();
  const threadId = conversation?.id;
  const fresh = conversation?.can_write ? conversation.unread : 0;
  useEffect(() => {
    if (threadId && fresh > 0) void markSeen({ threadId });
  }, [threadId, fresh, markSeen]);
}
