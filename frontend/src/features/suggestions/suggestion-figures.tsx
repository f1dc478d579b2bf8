import AutoAwesomeOutlined from '@mui/icons-material/AutoAwesomeOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetSuggestionsQuery } from '@/api/endpoints.gen';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';

import { PartPanel } from './part-panel';
import { ProductPanel } from './product-panel';
import { TotalPanel } from './total-panel';

/** A message in the chat has no more. */
const PLACES = 5;
const column = { display: 'grid', gap: { xs: 3, sm: 4 }, gridTemplateColumns: 'minmax(0, 1fr)' } as const;
const columns = { display: 'grid', gap: { xs: 3, sm: 4 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' } as const;

/** From shown to bought, in all, by place, by reason and by product. */
export function SuggestionFigures({ range }: { range: '7d' | '30d' }) {
  const { t } = useTranslation();
  const { currentData: data, error, isError, refetch } = useGetSuggestionsQuery({ range }, { refetchOnMountOrArgChange: true });
  if (!data) return <Panel flush>{isError ? <ErrorState title={t('suggestions.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} picture="square" />}</Panel>;
  if (data.total.shown === 0) {
    return (
      <Panel flush>
        <EmptyState icon={AutoAwesomeOutlined} title={t('suggestions.empty')} text={t('suggestions.emptyText')} />
      </Panel>
    );
  }
  const why = (name: string) => t(`suggestions.why.${name}`, { defaultValue: name });
  return (
    <Box sx={columns}>
      <Box sx={column}>
        <TotalPanel total={data.total} sources={data.sources} />
        <PartPanel title={t('suggestions.byReason')} head={t('suggestions.reason')} parts={data.reasons} name={why} />
      </Box>
      <Box sx={column}>
        <PartPanel title={t('suggestions.byPlace')} head={t('suggestions.place')} parts={data.slots.slice(0, PLACES)} name={(slot) => t('suggestions.nth', { place: slot })} />
        <ProductPanel products={data.products} />
      </Box>
    </Box>
  );
}
