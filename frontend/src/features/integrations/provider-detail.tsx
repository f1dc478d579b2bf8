import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Connection, Provider } from '@/api/rows';
import { useMay } from '@/lib/authorization';

import { ConnectPanel } from './connect-panel';
import { ConnectionSection } from './connection-section';

interface ProviderDetailProps {
  provider: Provider;
  connections: readonly Connection[];
}

/** One provider: its connections, or the way to the first one. */
export function ProviderDetail({ provider, connections }: ProviderDetailProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const mayAdd = useMay('connection.change') && provider.has_numbers;
  if (connections.length === 0 || adding) return <ConnectPanel provider={provider} onDone={() => setAdding(false)} />;
  return (
    <>
      {connections.map((connection) => (
        <ConnectionSection key={connection.id} provider={provider} connection={connection} isOneOfMany={connections.length > 1} />
      ))}
      {mayAdd && (
        <Button variant="outlined" onClick={() => setAdding(true)} sx={{ justifySelf: 'start' }}>
          {t('integrations.connectAnother')}
        </Button>
      )}
    </>
  );
}
