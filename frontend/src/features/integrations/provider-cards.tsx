import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Connection, Provider } from '@/api/rows';
import { integrationPath } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { ProviderIcon } from './provider-icon';
import { StateTag, stateOf } from './state-tag';
import { useAttentionText } from './use-attention-text';

interface ProviderCardsProps {
  providers: readonly Provider[];
  connections: readonly Connection[];
}

/** All that can be connected, by what it is for; each card tells its state at a glance. */
export function ProviderCards({ providers, connections }: ProviderCardsProps) {
  const kinds = [...new Set(providers.map(({ kind }) => kind))];
  return kinds.map((kind) => <Group key={kind} kind={kind} providers={providers.filter((provider) => provider.kind === kind)} connections={connections} />);
}

function Group({ kind, providers, connections }: ProviderCardsProps & { kind: string }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ mb: 2 }}>
        {t(`integrations.group.${kind}`, { defaultValue: kind })}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: { xs: 3, sm: 4 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' } }}>
        {providers.map((provider) => (
          <Card key={provider.slug} provider={provider} connections={connections.filter(({ kind: of, slug }) => of === kind && slug === provider.slug)} />
        ))}
      </Box>
    </Box>
  );
}

const cardLook = {
  width: '100%',
  height: '100%',
  minHeight: 96,
  p: 4,
  gap: 3,
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  textAlign: 'left',
  bgcolor: 'tokens.surface',
  border: '1px solid',
  borderColor: 'tokens.line',
  borderRadius: '12px',
  '&:hover': { borderColor: 'tokens.edge' },
} as const;

function Card({ provider, connections }: { provider: Provider; connections: readonly Connection[] }) {
  const line = useCardLine(provider, connections);
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <ButtonBase component={Link} to={integrationPath(provider.kind, provider.slug)} sx={cardLook}>
        <ProviderIcon kind={provider.kind} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box component="h3" sx={{ m: 0, fontSize: 14, fontWeight: 600, mb: 1 }}>
            {provider.name}
          </Box>
          <StateTag state={stateOf(connections)} />
          <Box sx={{ fontSize: 13, color: 'tokens.text2', mt: 1.5, overflowWrap: 'anywhere' }}>{line}</Box>
        </Box>
        <ChevronRightOutlined aria-hidden fontSize="small" sx={{ color: 'tokens.text3' }} />
      </ButtonBase>
    </Box>
  );
}

/** What needs a look, else when something was last heard, else what it is for. */
function useCardLine({ kind, slug }: Provider, connections: readonly Connection[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  const attentionText = useAttentionText();
  const worst = connections.find(({ state }) => state === 'attention');
  if (worst) return attentionText(worst)[0] ?? '';
  const heard = connections.flatMap(({ state, health }) => (state === 'connected' && health.last_heard_at ? [health.last_heard_at] : [])).sort().pop();
  if (heard) return t('integrations.lastHeard', { time: format.moment(heard) });
  const about = t(`integrations.aboutKind.${kind}`, { defaultValue: '' });
  return t(`integrations.about.${slug}`, { defaultValue: about });
}
