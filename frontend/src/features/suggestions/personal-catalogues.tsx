import LinkOutlined from '@mui/icons-material/LinkOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { usePersonalCataloguePagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';

import { PersonalCatalogueRow } from './personal-catalogue-row';

/** Pages of chosen products behind a link, with what came of each. */
export function PersonalCatalogues() {
  const { t } = useTranslation();
  const query = usePersonalCataloguePagesInfiniteQuery(undefined, { refetchOnMountOrArgChange: true });
  const rows = query.currentData?.pages.flatMap(({ results }) => results);
  return (
    <Panel title={t('pages.title')} flush>
      <Box sx={{ px: 4, pb: 3, color: 'tokens.text2' }}>{t('pages.line')}</Box>
      {!rows && (query.isError ? <ErrorState title={t('pages.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={3} picture="square" />)}
      {rows?.length === 0 && <EmptyState icon={LinkOutlined} title={t('pages.empty')} text={t('pages.emptyText')} />}
      <Box component="ul" aria-label={t('pages.title')} sx={{ m: 0, p: 0, listStyle: 'none', borderTop: '1px solid', borderColor: 'tokens.line' }}>
        {rows?.map((row) => (
          <PersonalCatalogueRow key={row.id} row={row} />
        ))}
      </Box>
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Panel>
  );
}
