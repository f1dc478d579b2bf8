import { useNavigate } from 'react-router';

import { csrfToken } from '@/api/csrf-token';
import { baseApi } from '@/api/base-api';
import { paths } from '@/config/paths';
import { draftsForgotten } from '@/state/drafts-slice';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** Ends the session on the server, then forgets what this browser knew. */
export function useSignOut() {
  const dispatch = useAppDispatch();
  const navigate = useNavigate();
  return async () => {
    const answer = await fetch('/_allauth/browser/v1/auth/session', {
      method: 'DELETE',
      headers: { 'X-CSRFToken': csrfToken() ?? '' },
    }).catch(() => null);
    // allauth answers 401 to say that nobody is signed in any more.
    if (answer?.status !== 401 && !answer?.ok) return void dispatch(noticeShown({ kind: 'failed', textKey: 'frame.signOutFailed' }));
    dispatch(draftsForgotten());
    await navigate(paths.signIn);
    dispatch(baseApi.util.resetApiState());
  };
}
