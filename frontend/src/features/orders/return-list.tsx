import Box from '@mui/material/Box';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import { useTranslation } from 'react-i18next';

import { useReturnPagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';

import { ReturnCard } from './return-card';

/** Every return of the shop, newest first. */
export function ReturnList() {
  const { t } = useTranslation();
  const query = useReturnPagesInfiniteQuery({});
  if (!query.currentData) {
    return <Panel flush>{query.isError ? <ErrorState title={t('returns.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={5} picture="square" />}</Panel>;
  }
  const rows = query.currentData.pages.flatMap(({ results }) => results);
  if (rows.length === 0) return <Panel flush>{<EmptyState icon={UndoOutlined} title={t('returns.empty')} text={t('returns.emptyText')} />}</Panel>;
  return (
    <>
      <Panel>
        <Box component="ul" aria-label={t('returns.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {rows.map((row) => (
            <ReturnCard key={row.id} row={row} showOrder />
          ))}
        </Box>
      </Panel>
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}
