import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Connection } from '@/api/rows';
import { Fact, Facts } from '@/components/facts';
import { Panel } from '@/components/panel';
import { TextLink } from '@/components/text-link';
import { paths } from '@/config/paths';
import { useFormat } from '@/lib/use-format';

import { useAttentionText } from './use-attention-text';

/** How a connection is doing: what needs a look, when it last heard and sent something, what failed. */
export function HealthPanel({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { health, kind } = connection;
  const moment = (at: string | null) => (at ? <span title={format.exactly(at)}>{format.moment(at)}</span> : t('integrations.never'));
  return (
    <Panel title={t('integrations.health')}>
      <Attention connection={connection} />
      <Facts>
        <Fact term={t(kind === 'payments' ? 'integrations.heardPayment' : 'integrations.heardMessage')}>{moment(health.last_heard_at)}</Fact>
        {kind === 'messaging' && <Fact term={t('integrations.sent')}>{moment(health.last_sent_at)}</Fact>}
        {kind === 'messaging' && <Fact term={t('integrations.refusedDay')}>{format.count(health.failed)}</Fact>}
        <Fact term={t('integrations.putAside')}>{health.parked > 0 ? <TextLink to={paths.parked}>{t('integrations.seeParked', { count: health.parked })}</TextLink> : format.count(0)}</Fact>
        <Fact term={t('integrations.since')}>{moment(connection.created_at)}</Fact>
      </Facts>
      {health.last_failed_at && (
        <Box sx={{ mt: 3, pt: 3, borderTop: '1px solid', borderColor: 'tokens.line', fontSize: 13, overflowWrap: 'anywhere' }}>
          <Box sx={{ color: 'tokens.text2' }}>{t('integrations.lastRefusal', { time: format.moment(health.last_failed_at) })}</Box>
          <Box sx={{ color: 'tokens.danger' }}>{[health.last_error, health.last_error_code && `(${health.last_error_code})`].filter(Boolean).join(' ')}</Box>
        </Box>
      )}
    </Panel>
  );
}

function Attention({ connection }: { connection: Connection }) {
  const texts = useAttentionText()(connection);
  if (texts.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, mb: 3, p: 3, listStyle: 'none', display: 'grid', gap: 2, borderRadius: '8px', bgcolor: 'tokens.warningSoft', color: 'tokens.warning' }}>
      {texts.map((text) => (
        <Box component="li" key={text} sx={{ display: 'flex', gap: 2 }}>
          <ReportProblemOutlined aria-hidden fontSize="small" />
          {text}
        </Box>
      ))}
    </Box>
  );
}
