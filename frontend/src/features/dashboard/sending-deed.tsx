import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useDismissNoticeMutation, useResumeSendingMutation } from '@/api/endpoints.gen';
import type { Need } from '@/api/rows';
import { useMay } from '@/lib/authorization';

/** What can be done about the sending at once: try again, or take note. */
export function SendingDeed({ need }: { need: Need }) {
  const { t } = useTranslation();
  const may = useMay('message.retry');
  const [resume, resuming] = useResumeSendingMutation();
  const [dismiss, dismissing] = useDismissNoticeMutation();
  if (!may || !need.told) return null;
  if (need.kind === 'sending_stopped') {
    return (
      <Button variant="outlined" loading={resuming.isLoading} onClick={() => void resume()}>
        {t('needs.sending_stopped.retry')}
      </Button>
    );
  }
  const { id } = need;
  return id ? (
    <Button variant="text" loading={dismissing.isLoading} onClick={() => void dismiss({ noticeId: id })}>
      {t('needs.sending_notice.dismiss')}
    </Button>
  ) : null;
}
