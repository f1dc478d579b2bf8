import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import NetworkCheckOutlined from '@mui/icons-material/NetworkCheckOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import { useTestConnectionMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Checked, Connection } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';

import { useProblemText } from './use-problem-text';

const looks = {
  works: { icon: CheckCircleOutlined, tone: 'success' },
  look: { icon: ReportProblemOutlined, tone: 'warning' },
  failed: { icon: ErrorOutlineOutlined, tone: 'danger' },
} as const;

/** Asks the provider now, and says in plain words what it answered. */
export function TestPanel({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const [test, { data, error, isLoading }] = useTestConnectionMutation();
  return (
    <Panel title={t('integrations.test')}>
      <Box sx={{ color: 'tokens.text2', mb: 3 }}>{t('integrations.testText')}</Box>
      <ProblemBox text={useProblemText(error ? readProblem(error) : null)} />
      <Box role="status">
        {data && (
          <Box component="ul" sx={{ m: 0, mb: 3, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
            {data.results.map((checked) => (
              <Result key={`${checked.name} ${checked.subject}`} checked={checked} />
            ))}
          </Box>
        )}
      </Box>
      <Button variant="outlined" startIcon={<NetworkCheckOutlined />} loading={isLoading} onClick={() => void test({ connectionId: connection.id })}>
        {t(data ? 'integrations.testAgain' : 'integrations.testNow')}
      </Button>
    </Panel>
  );
}

function Result({ checked: { name, subject, verdict, reason, facts, detail } }: { checked: Checked }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = looks[verdict];
  const told = Object.entries(facts).filter(([fact, value]) => fact !== 'in_app' || value === 'yes').map(([fact, value]) => t(`integrations.fact.${fact}`, { value, defaultValue: value }));
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3 }}>
      <Icon aria-hidden sx={{ fontSize: 20, mt: '1px', color: `tokens.${tone}` }} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>{reason ? t(`integrations.reason.${reason}`, { defaultValue: t('integrations.reason.other') }) : t(`integrations.works.${name}`, { defaultValue: t('integrations.works.other') })}</Box>
        <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>{[...told, told.length === 0 && subject].filter(Boolean).join(', ')}</Box>
        {detail && <Box sx={{ fontSize: 13, color: 'tokens.text3' }}>{t('integrations.theySaid', { words: detail })}</Box>}
      </Box>
    </Box>
  );
}
