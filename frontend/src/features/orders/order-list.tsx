import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useOrderPagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState, NothingFound } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NewRowsPill } from '@/components/new-rows-pill';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useLayout } from '@/lib/use-layout';
import { useFormat } from '@/lib/use-format';
import { useSteadyRows } from '@/lib/use-steady-rows';

import { OrderCards } from './order-cards';
import type { PlacedDates } from './placed-dates';
import { OrdersTable } from './orders-table';
import type { OrderTab } from './tabs';

interface OrderListProps {
  tab: OrderTab;
  words: string;
  dates: PlacedDates;
  onClear: () => void;
}

/** The orders of a tab that fit the search; new ones wait behind a pill while somebody reads. */
export function OrderList({ tab, words, dates, onClear }: OrderListProps) {
  const { t } = useTranslation();
  const phone = useLayout() === 'phone';
  const [touched, setTouched] = useState(false);
  const query = useOrderPagesInfiniteQuery({ tab, q: words || undefined, ...dates });
  const all = query.currentData?.pages.flatMap(({ results }) => results) ?? [];
  const { rows, waiting, showAll } = useSteadyRows(all, `${tab} ${words} ${dates.from}`, touched || window.scrollY > 0);
  if (!query.currentData) {
    return <Panel flush>{query.isError ? <ErrorState title={t('orders.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={8} picture="square" />}</Panel>;
  }
  if (rows.length === 0 && waiting === 0) return <Panel flush>{<NoOrders tab={tab} words={words} dates={dates} onClear={onClear} />}</Panel>;
  return (
    <Box onPointerEnter={() => setTouched(true)} onPointerLeave={() => setTouched(false)}>
      <NewRowsPill count={waiting} onShow={showAll} />
      {phone ? (
        <OrderCards rows={rows} />
      ) : (
        <Panel flush>
          <OrdersTable rows={rows} />
        </Panel>
      )}
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </Box>
  );
}

function NoOrders({ tab, words, dates: { from, to }, onClear }: OrderListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (tab === 'all' && !words && !from) return <EmptyState icon={ReceiptLongOutlined} title={t('orders.empty')} text={t('orders.emptyText')} />;
  return <NothingFound title={t('orders.noMatch')} filters={[t(`orders.tab.${tab}`), words, from && to && t('orders.fromTo', { from: format.calendarDay(from), to: format.calendarDay(to) })].filter(Boolean).join(', ')} onClear={onClear} />;
}
