import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useCreateConnectionMutation } from '@/api/endpoints.gen';
import type { Provider } from '@/api/rows';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { useMay } from '@/lib/authorization';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { SettingsForm } from './settings-form';

interface ConnectPanelProps {
  provider: Provider;
  /** After connecting. */
  onDone: () => void;
}

/** A provider that is not connected yet: what is needed, and one button. The keys are tried before they are kept. */
export function ConnectPanel({ provider, onDone }: ConnectPanelProps) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const mayChange = useMay('connection.change');
  const [create] = useCreateConnectionMutation();
  const { kind, slug, name } = provider;
  const connect = async (settings: Record<string, unknown>) => {
    const answer = await create({ newConnection: { kind, slug, settings } });
    if (!('error' in answer)) {
      dispatch(noticeShown({ kind: 'done', textKey: 'integrations.nowConnected', values: { name } }));
      onDone();
    }
    return answer;
  };
  const about = t(`integrations.about.${slug}`, { defaultValue: t(`integrations.aboutKind.${kind}`, { defaultValue: '' }) });
  return (
    <Box sx={{ maxWidth: 640 }}>
      <Panel title={t('integrations.connectTitle', { name })}>
        <Box sx={{ color: 'tokens.text2', mb: 5 }}>{about}</Box>
        {mayChange ? <SettingsForm provider={provider} mayChange onSave={connect} /> : <NotAllowed>{t('integrations.notAllowed')}</NotAllowed>}
      </Panel>
    </Box>
  );
}
