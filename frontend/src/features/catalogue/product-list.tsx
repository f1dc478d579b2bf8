import CheckroomOutlined from '@mui/icons-material/CheckroomOutlined';
import { useTranslation } from 'react-i18next';

import { useProductPagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState, NothingFound } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useLayout } from '@/lib/use-layout';

import type { Problem, Status } from './problems';
import { ProductCards } from './product-cards';
import { ProductTable } from './product-table';

interface ProductListProps {
  problem: Problem;
  words: string;
  status: Status;
  onClear: () => void;
}

/** The products that fit the filter and the search. */
export function ProductList({ problem, words, status, onClear }: ProductListProps) {
  const { t } = useTranslation();
  const phone = useLayout() === 'phone';
  const query = useProductPagesInfiniteQuery({ q: words || undefined, problem: problem === 'all' ? undefined : problem, status: status === 'active' ? undefined : status });
  const rows = query.currentData?.pages.flatMap(({ results }) => results);
  if (!rows) {
    return <Panel flush>{query.isError ? <ErrorState title={t('catalogue.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={8} picture="square" />}</Panel>;
  }
  if (rows.length === 0) {
    const isFiltered = problem !== 'all' || words !== '' || status !== 'active';
    const filters = [t(`catalogue.problem.${problem}`), status === 'active' ? '' : t(`goods.choice.${status}`), words].filter(Boolean).join(', ');
    return <Panel flush>{isFiltered ? <NothingFound title={t('catalogue.noMatch')} filters={filters} onClear={onClear} /> : <EmptyState icon={CheckroomOutlined} title={t('catalogue.empty')} text={t('catalogue.emptyText')} />}</Panel>;
  }
  return (
    <div>
      {phone ? (
        <ProductCards rows={rows} />
      ) : (
        <Panel flush>
          <ProductTable rows={rows} />
        </Panel>
      )}
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </div>
  );
}
