import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDisconnectConnectionMutation, useEnableConnectionMutation } from '@/api/endpoints.gen';
import type { Connection } from '@/api/rows';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** Disconnects after asking; connects again at once, with what was kept. */
export function SwitchOff({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [asking, setAsking] = useState(false);
  const [disconnect, { isLoading: isStopping }] = useDisconnectConnectionMutation();
  const [enable, { isLoading: isStarting }] = useEnableConnectionMutation();
  const { id: connectionId, kind, name, state } = connection;
  const tell = ({ error }: { error?: unknown }, textKey: string) => dispatch(noticeShown(error ? { kind: 'failed', textKey: 'integrations.problem.other' } : { kind: 'done', textKey, values: { name } }));
  const stop = async () => {
    tell(await disconnect({ connectionId }), 'integrations.disconnected');
    setAsking(false);
  };
  if (state === 'off') {
    return (
      <Button variant="contained" startIcon={<LinkOutlined />} loading={isStarting} onClick={() => void enable({ connectionId }).then((answer) => tell(answer, 'integrations.enabled'))} sx={{ justifySelf: 'start' }}>
        {t('integrations.enable')}
      </Button>
    );
  }
  const text = kind === 'payments' ? 'integrations.disconnectPayments' : 'integrations.disconnectMessages';
  return (
    <>
      <Button color="error" startIcon={<LinkOffOutlined />} onClick={() => setAsking(true)} sx={{ justifySelf: 'start' }}>
        {t('integrations.disconnect')}
      </Button>
      <ConfirmDialog open={asking} title={t('integrations.disconnectTitle', { name })} text={t(text)} deed={t('integrations.disconnectName', { name })} busy={isStopping} onConfirm={() => void stop()} onClose={() => setAsking(false)} />
    </>
  );
}
