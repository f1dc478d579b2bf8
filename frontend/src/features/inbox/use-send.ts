import { nanoid } from '@reduxjs/toolkit';

import { useGetMeQuery, useSendMessageMutation } from '@/api/endpoints.gen';
import { pagedUtil } from '@/api/paged-endpoints';
import { readProblem } from '@/api/problem';
import type { Message } from '@/api/rows';
import { useNow } from '@/lib/business-clock';
import { answerDropped } from '@/state/answering-slice';
import { draftChanged } from '@/state/drafts-slice';
import { useAppDispatch, useAppSelector } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

const reasons: Record<string, string> = { not_holding: 'inbox.notHolding', window_closed: 'inbox.windowJustClosed', no_connection: 'inbox.notSentOffline', blocked: 'inbox.notSentBlocked', no_such_message: 'inbox.answeredGone' };

function waitingMessage(text: string, name: string, at: Date, answered: string | null): Message {
  return {
    id: `waiting-${nanoid()}`,
    direction: 'out',
    sender: 'agent',
    sender_name: name,
    kind: 'text',
    content: { kind: 'text', body: text },
    text,
    at: at.toISOString(),
    status: 'queued',
    error: null,
    cost: null,
    decision: null,
    ad: null,
    marks: { media: null, reactions: { customer: '', shop: '' }, quoted: null, is_edited: false, is_deleted: false, forwarded: '' },
    reply_to: answered,
  };
}

/** Sends what a person wrote. It stands in the chat at once; if it is refused it goes back into the field, with the reason. */
export function useSend(threadId: string) {
  const dispatch = useAppDispatch();
  const now = useNow();
  const { data: me } = useGetMeQuery();
  const [sendMessage, { isLoading }] = useSendMessageMutation();
  const answered = useAppSelector((state) => state.answering[threadId] ?? null);
  const send = async (text: string) => {
    const message = waitingMessage(text, me?.user.name ?? '', now, answered);
    dispatch(draftChanged({ threadId, text: '' }));
    dispatch(answerDropped({ threadId }));
    const shown = dispatch(pagedUtil.updateQueryData('messagePages', { threadId }, ({ pages }) => void pages[0]?.results.push(message)));
    const answer = await sendMessage({ threadId, newMessage: { text, reply_to: answered } });
    if (!('error' in answer)) return;
    shown.undo();
    dispatch(draftChanged({ threadId, text }));
    dispatch(noticeShown({ kind: 'failed', textKey: reasons[readProblem(answer.error).code] ?? 'inbox.notSent' }));
  };
  return { send, busy: isLoading };
}
