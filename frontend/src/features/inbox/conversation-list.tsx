import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useConversationPagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState, NothingFound } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { NewRowsPill } from '@/components/new-rows-pill';
import { SearchField } from '@/components/search-field';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useAddressSearch } from '@/lib/use-address-search';
import { useSteadyRows } from '@/lib/use-steady-rows';

import { ConversationListRow } from './conversation-list-row';
import { inboxFilters, type InboxFilter } from './filters';

/** The queue: who waits first, by value and wait, then the rest by time. */
export function ConversationList({ openId }: { openId: string | undefined }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useAddressFilter('filter', inboxFilters, 'all');
  const search = useAddressSearch();
  const query = useConversationPagesInfiniteQuery({ filter, q: search.settled || undefined });
  const counts = query.data?.pages[0]?.counts;
  const pills = inboxFilters.map((value) => ({ value, label: counts ? t('inbox.filterCount', { filter: t(`inbox.filter.${value}`), total: counts[value] }) : t(`inbox.filter.${value}`) }));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%', bgcolor: 'tokens.surface' }}>
      <Box sx={{ display: 'grid', gap: 3, px: { xs: 4, sm: 3.5 }, pt: 4, pb: 3, borderBottom: '1px solid', borderColor: 'tokens.line' }}>
        <Typography variant="h1">{t('nav.inbox')}</Typography>
        <FilterPills label={t('inbox.filters')} pills={pills} value={filter} onChange={setFilter} scrollOnPhone />
        <SearchField label={t('inbox.search')} value={search.typed} onChange={search.setTyped} />
        <Typography variant="small" sx={{ color: 'tokens.text2' }}>
          {t('inbox.order')}
        </Typography>
      </Box>
      <QueueRows
        filter={filter}
        words={search.settled}
        openId={openId}
        onClear={() => {
          setFilter('all');
          search.setTyped('');
        }}
      />
    </Box>
  );
}

interface QueueRowsProps {
  filter: InboxFilter;
  words: string;
  openId: string | undefined;
  onClear: () => void;
}

function QueueRows({ filter, words, openId, onClear }: QueueRowsProps) {
  const { t } = useTranslation();
  const [touched, setTouched] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const query = useConversationPagesInfiniteQuery({ filter, q: words || undefined });
  const all = query.currentData?.pages.flatMap(({ results }) => results) ?? [];
  const { rows, waiting, showAll } = useSteadyRows(all, `${filter} ${words}`, touched || scrolled);
  const isFiltered = filter !== 'all' || words !== '';
  const filters = [t(`inbox.filter.${filter}`), words].filter(Boolean).join(', ');
  return (
    <Box onPointerEnter={() => setTouched(true)} onPointerLeave={() => setTouched(false)} onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)} sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
      <NewRowsPill count={waiting} onShow={showAll} />
      <Box component="nav" aria-label={t('inbox.conversations')}>
        {rows.map((row) => (
          <ConversationListRow key={row.id} row={row} open={row.id === openId} />
        ))}
      </Box>
      {query.currentData && rows.length === 0 && (isFiltered ? <NothingFound title={t('inbox.noMatch')} filters={filters} onClear={onClear} /> : <EmptyState icon={ForumOutlined} title={t('inbox.empty')} text={t('inbox.emptyText')} />)}
      {!query.currentData && (query.isError ? <ErrorState title={t('inbox.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={8} picture="round" />)}
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Box>
  );
}
