import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

import { useUpdateConnectionMutation } from '@/api/endpoints.gen';
import type { Connection, Provider } from '@/api/rows';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { useMay } from '@/lib/authorization';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { HealthPanel } from './health-panel';
import { numberName } from './number-name';
import { NumbersPanel } from './numbers-panel';
import { PastePanel } from './paste-panel';
import { fieldsOf } from './schema';
import { SettingsForm } from './settings-form';
import { StateTag } from './state-tag';
import { SwitchOff } from './switch-off';
import { TestPanel } from './test-panel';

interface ConnectionSectionProps {
  provider: Provider;
  connection: Connection;
  /** Whether the provider has several connections, so that each needs a head of its own. */
  isOneOfMany: boolean;
}

const column = { display: 'grid', gap: 'inherit', alignContent: 'start', minWidth: 0 } as const;

/** One connection: how it is doing and its numbers at the left, keys and addresses at the right. */
export function ConnectionSection({ provider, connection, isOneOfMany }: ConnectionSectionProps) {
  const { t } = useTranslation();
  const mayChange = useMay('connection.change');
  const first = connection.numbers[0];
  const title = first ? numberName(first) : provider.name;
  return (
    <Box component="section" aria-label={title} sx={{ display: 'grid', gap: { xs: 3, sm: 4 } }}>
      {isOneOfMany && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Typography variant="h2">{title}</Typography>
          <StateTag state={connection.state} />
        </Box>
      )}
      {!mayChange && <NotAllowed>{t('integrations.notAllowed')}</NotAllowed>}
      <Box sx={{ display: 'grid', gap: 'inherit', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 396px' } }}>
        <Box sx={column}>
          <HealthPanel connection={connection} />
          {provider.can_test && connection.state !== 'off' && <TestPanel connection={connection} />}
          {provider.has_numbers && <NumbersPanel connection={connection} mayChange={mayChange} />}
        </Box>
        <Box sx={column}>
          <KeysPanel provider={provider} connection={connection} mayChange={mayChange} />
          <PastePanel provider={provider} connection={connection} />
          {mayChange && <SwitchOff connection={connection} />}
        </Box>
      </Box>
    </Box>
  );
}

function KeysPanel({ provider, connection, mayChange }: Omit<ConnectionSectionProps, 'isOneOfMany'> & { mayChange: boolean }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [change] = useUpdateConnectionMutation();
  if (fieldsOf(provider).length === 0) return null;
  const save = async (settings: Record<string, unknown>) => {
    const answer = await change({ connectionId: connection.id, changedConnection: { settings } });
    if (!('error' in answer)) dispatch(noticeShown({ kind: 'done', textKey: 'integrations.saved' }));
    return answer;
  };
  return (
    <Panel title={t('integrations.keys')}>
      <Box sx={{ pt: 3 }}>
        <SettingsForm provider={provider} connection={connection} mayChange={mayChange} onSave={save} />
      </Box>
    </Panel>
  );
}
