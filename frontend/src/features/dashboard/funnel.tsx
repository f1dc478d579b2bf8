import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Dashboard } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ThinBar } from '@/components/thin-bar';
import { useFormat } from '@/lib/use-format';

const steps = ['arrived', 'wrote', 'chose', 'bought'] as const;

interface FunnelProps {
  funnel: Dashboard['funnel'];
  today: boolean;
}

/** Four bars from zero, each with its share of the step before. */
export function Funnel({ funnel, today }: FunnelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t(today ? 'funnel.today' : 'funnel.title')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2.5 }}>
        {steps.map((step, index) => (
          <FunnelStep key={step} label={t(`funnel.${step}`)} value={funnel[step]} first={funnel.arrived} before={index > 0 ? funnel[steps[index - 1] ?? 'arrived'] : null} position={index} />
        ))}
      </Box>
    </Panel>
  );
}

interface FunnelStepProps {
  label: string;
  value: number;
  first: number;
  before: number | null;
  position: number;
}

function FunnelStep({ label, value, first, before, position }: FunnelStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = before ? format.wholeShare(value / before) : null;
  return (
    <Box component="li">
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 1 }}>
        <Box component="span" sx={{ flex: 1 }}>
          {label}
        </Box>
        <strong>{format.count(value)}</strong>
        {share && (
          <Box component="span" sx={{ fontSize: 13, color: 'tokens.text3' }}>
            {position > 1 ? t('funnel.ofThose', { share }) : share}
          </Box>
        )}
      </Box>
      <ThinBar share={first ? value / first : 0} height={8} />
    </Box>
  );
}
