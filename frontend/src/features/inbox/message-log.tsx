import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import { useMessagePagesInfiniteQuery } from '@/api/paged-endpoints';
import type { Conversation, Message } from '@/api/rows';
import { ErrorState } from '@/components/error-state';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useFormat } from '@/lib/use-format';
import { answerChosen } from '@/state/answering-slice';
import { useAppDispatch } from '@/state/hooks';

import { HandoffCard } from './handoff-card';
import { Happening, MessageBubble } from './message-bubble';

/** The chat. It grows upward from its foot, so that new messages never push what is being read. */
export function MessageLog({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const query = useMessagePagesInfiniteQuery({ threadId: conversation.id });
  const messages = query.data?.pages.toReversed().flatMap(({ results }) => results) ?? [];
  return (
    <Box tabIndex={0} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column-reverse', overflowY: 'auto', px: { xs: 3, sm: 4 }, py: 4, '&:focus-visible': { outlineOffset: '-2px !important' } }}>
      <Box>
        {!query.data && (query.isError ? <ErrorState title={t('inbox.messagesFailed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={4} picture="round" />)}
        {query.hasNextPage && (
          <Box sx={{ display: 'grid', justifyItems: 'center', mb: 3 }}>
            <Button variant="outlined" size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('inbox.earlier')}
            </Button>
          </Box>
        )}
        <Box role="log" aria-label={t('inbox.log', { name: conversation.lead.name })} sx={{ display: 'grid', gap: 3 }}>
          <Messages messages={messages} conversation={conversation} />
        </Box>
      </Box>
    </Box>
  );
}

/** The card stands before the words that called for a person. */
function cardIndex(messages: readonly Message[], { handoff }: Conversation): number {
  if (!handoff) return -1;
  return Math.max(0, messages.findLastIndex(({ direction, at }) => direction === 'in' && Date.parse(at) <= Date.parse(handoff.since)));
}

interface MessagesProps {
  messages: readonly Message[];
  conversation: Conversation;
}

function Messages({ messages, conversation }: MessagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dispatch = useAppDispatch();
  const lastIn = messages.findLastIndex(({ direction }) => direction === 'in');
  const card = cardIndex(messages, conversation);
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const newDay = before !== undefined && format.day(before.at) !== format.day(message.at);
    return (
      <Fragment key={message.id}>
        {newDay && <Happening>{format.isToday(message.at) ? t('range.today') : format.date(message.at)}</Happening>}
        {index === card && conversation.handoff && <HandoffCard handoff={conversation.handoff} orders={conversation.orders} />}
        <MessageBubble message={message} used={index < lastIn} quoted={messages.find(({ id }) => id === message.reply_to)} onAnswer={conversation.can_write ? () => dispatch(answerChosen({ threadId: conversation.id, messageId: message.id })) : undefined} />
      </Fragment>
    );
  });
}
