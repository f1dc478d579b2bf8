import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Reach, SuggestionPart } from '@/api/rows';
import { Panel } from '@/components/panel';
import { ThinBar } from '@/components/thin-bar';
import { useFormat } from '@/lib/use-format';

const steps = ['shown', 'tapped', 'added', 'bought'] as const;

/** Four bars from zero: how many showings came how far. */
export function TotalPanel({ total, sources }: { total: Reach; sources: readonly SuggestionPart[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('suggestions.total')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2.5 }}>
        {steps.map((step) => (
          <Box component="li" key={step}>
            <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 1 }}>
              <Box component="span" sx={{ flex: 1 }}>
                {t(`suggestions.step.${step}`)}
              </Box>
              <strong>{format.count(total[step])}</strong>
              {step !== 'shown' && (
                <Box component="span" sx={{ fontSize: 13, color: 'tokens.text3', minWidth: 48, textAlign: 'right' }}>
                  {format.share(total[step] / total.shown)}
                </Box>
              )}
            </Box>
            <ThinBar share={total[step] / total.shown} height={8} />
          </Box>
        ))}
      </Box>
      <Box sx={{ mt: 4, fontSize: 13, color: 'tokens.text2' }}>
        {sources.map(({ name, reach }) => (
          <div key={name}>{t(`suggestions.source.${name}`, { defaultValue: name, shown: format.count(reach.shown), share: format.share(reach.tapped / reach.shown) })}</div>
        ))}
        <div>{t('suggestions.credited')}</div>
      </Box>
    </Panel>
  );
}
