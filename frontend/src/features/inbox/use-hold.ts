import { taggedApi } from '@/api/cache-tags';
import { useGetMeQuery, useHandBackMutation, useTakeOverMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Conversation } from '@/api/rows';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** Take over and hand back: shown at once, taken back with a word if the server refuses. */
export function useHold(threadId: string) {
  const dispatch = useAppDispatch();
  const { data: me } = useGetMeQuery();
  const [takeOver, taking] = useTakeOverMutation();
  const [handBack, handing] = useHandBackMutation();
  const patch = (change: Partial<Conversation>) =>
    dispatch(taggedApi.util.updateQueryData('getConversation', { threadId }, (conversation) => void Object.assign(conversation, change)));
  const run = async (change: Partial<Conversation>, deed: typeof takeOver | typeof handBack, failed: string) => {
    const shown = patch(change);
    const answer = await deed({ threadId });
    if (!('error' in answer)) return;
    shown.undo();
    const { code } = readProblem(answer.error);
    dispatch(noticeShown({ kind: 'failed', textKey: code === 'already_held' ? 'inbox.alreadyHeld' : failed }));
  };
  return {
    busy: taking.isLoading || handing.isLoading,
    takeOver: () => run({ unread: 0, holder: 'person', holder_name: me?.user.name ?? '', can_take_over: false, can_write: true }, takeOver, 'inbox.takeOverFailed'),
    handBack: () => run({ holder: 'bot', holder_name: '', can_take_over: true, can_write: false }, handBack, 'inbox.handBackFailed'),
  };
}
