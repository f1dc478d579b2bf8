import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useListSizeChartsQuery } from '@/api/endpoints.gen';
import type { Chart } from '@/api/rows';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';

import { ChartEditor } from './chart-editor';
import { SizeChart } from './size-chart';

/** Every size chart, with how many products use it. */
export function SizeCharts() {
  const { t } = useTranslation();
  const { currentData, isError, error, refetch } = useListSizeChartsQuery();
  const mayWrite = useMay('merchandise.write');
  const [edited, setEdited] = useState<Chart | 'new' | null>(null);
  if (!currentData) return <Panel flush>{isError ? <ErrorState title={t('goods.chartsFailed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} picture="square" />}</Panel>;
  return (
    <>
      {mayWrite && (
        <Button variant="contained" sx={{ justifySelf: 'start' }} onClick={() => setEdited('new')}>
          {t('goods.newChart')}
        </Button>
      )}
      {currentData.results.length === 0 && (
        <Panel flush>
          <EmptyState title={t('goods.noCharts')} text={t('goods.noChartsText')} />
        </Panel>
      )}
      {currentData.results.map((chart) => (
        <Box key={chart.id} sx={{ display: 'grid', gap: 2 }}>
          <SizeChart title={chart.name} note={t('goods.usedBy', { count: chart.products })} rows={chart.rows} />
          {mayWrite && (
            <Button variant="outlined" sx={{ justifySelf: 'start' }} aria-label={t('goods.edit', { name: chart.name })} onClick={() => setEdited(chart)}>
              {t('goods.change')}
            </Button>
          )}
        </Box>
      ))}
      {edited && <ChartEditor chart={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
