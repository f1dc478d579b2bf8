import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useDismissNoticeMutation, useResumeSendingMutation } from '@/api/endpoints.gen';
import type { Need } from '@/api/rows';
import { useMay } from '@/lib/authorization';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** What can be done at once about the sending, or what was told of us: try again, or take note. */
export function SendingDeed({ need }: { need: Need }) {
  const { t } = useTranslation();
  const may = useMay('message.retry');
  const mayDismiss = useMay('notice.dismiss');
  const [resume, resuming] = useResumeSendingMutation();
  if (may && need.kind === 'sending_stopped') {
    return (
      <Button variant="outlined" loading={resuming.isLoading} onClick={() => void resume()}>
        {t('needs.sending_stopped.retry')}
      </Button>
    );
  }
  return mayDismiss && need.id ? <Dismiss noticeId={need.id} told={need.told} /> : null;
}

/** Puts a notice away once it was read. */
function Dismiss({ noticeId, told }: { noticeId: string; told: Need['told'] }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [dismiss, { isLoading }] = useDismissNoticeMutation();
  const read = async () => {
    if ('error' in (await dismiss({ noticeId }))) dispatch(noticeShown({ kind: 'failed', textKey: 'notice.dismissFailed' }));
  };
  return (
    <Button variant="text" loading={isLoading} onClick={() => void read()}>
      {t(told === 'template_category_changed' ? 'notice.agree' : 'notice.dismiss')}
    </Button>
  );
}
