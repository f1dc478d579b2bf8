import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Connection, Provider } from '@/api/rows';
import { CopyField } from '@/components/copy-field';
import { Panel } from '@/components/panel';

import { fieldsOf } from './schema';

/** What is pasted at the provider: where its events go, and what we made up for it. */
export function PastePanel({ provider, connection }: { provider: Provider; connection: Connection }) {
  const { t } = useTranslation();
  if (!connection.webhook_url) return null;
  const labels = new Map(fieldsOf(provider).map(({ name, label }) => [name, label]));
  const made = Object.entries(connection.paste_there);
  return (
    <Panel title={t('integrations.address')}>
      <Box sx={{ color: 'tokens.text2', mb: 3 }}>{t(provider.sets_webhook ? 'integrations.addressText' : 'integrations.pasteText', { name: provider.name })}</Box>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <CopyField label={t('integrations.webhookAddress')} value={connection.webhook_url} />
        {made.map(([name, value]) => (
          <CopyField key={name} label={labels.get(name) ?? name} value={value} />
        ))}
      </Box>
    </Panel>
  );
}
