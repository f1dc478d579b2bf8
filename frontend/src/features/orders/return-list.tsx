import Box from '@mui/material/Box';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import { useTranslation } from 'react-i18next';

import { useReturnPagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState, NothingFound } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useFormat } from '@/lib/use-format';

import { ReturnCard } from './return-card';

const returnTabs = ['all', 'to_decide', 'coming', 'here', 'closed'] as const;

/** Every return of the shop, newest first. */
export function ReturnList() {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useAddressFilter('returns', returnTabs, 'all');
  const query = useReturnPagesInfiniteQuery({ tab: shown });
  if (!query.currentData) {
    return <Panel flush>{query.isError ? <ErrorState title={t('returns.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={5} picture="square" />}</Panel>;
  }
  const rows = query.currentData.pages.flatMap(({ results }) => results);
  const counts = query.currentData.pages[0]?.counts;
  const pills = returnTabs.map((value) => ({ value, label: counts ? t('inbox.filterCount', { filter: t(`returns.tab.${value}`), total: format.count(counts[value]) }) : t(`returns.tab.${value}`) }));
  if (counts?.all === 0) return <Panel flush>{<EmptyState icon={UndoOutlined} title={t('returns.empty')} text={t('returns.emptyText')} />}</Panel>;
  return (
    <>
      <FilterPills label={t('returns.filters')} pills={pills} value={shown} onChange={setShown} scrollOnPhone />
      {rows.length === 0 && <Panel flush>{<NothingFound title={t('returns.noMatch')} filters={t(`returns.tab.${shown}`)} onClear={() => setShown('all')} />}</Panel>}
      {rows.length > 0 && (
      <Panel>
        <Box component="ul" aria-label={t('returns.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {rows.map((row) => (
            <ReturnCard key={row.id} row={row} showOrder />
          ))}
        </Box>
      </Panel>
      )}
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}
