import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { useOrderPagesInfiniteQuery, useReturnPagesInfiniteQuery, useTicketPagesInfiniteQuery } from '@/api/paged-endpoints';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { SearchField } from '@/components/search-field';
import { DatesButton } from '@/features/orders/dates-button';
import { ExportLink } from '@/features/orders/export-link';
import { OrderList } from '@/features/orders/order-list';
import { OrderTabs } from '@/features/orders/order-tabs';
import { usePlacedDates } from '@/features/orders/placed-dates';
import { ReturnList } from '@/features/orders/return-list';
import { pageTabs } from '@/features/orders/tabs';
import { TicketList } from '@/features/tickets/ticket-list';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useAddressSearch } from '@/lib/use-address-search';

/** All orders by what is to be done with them. */
export function OrdersPage() {
  const { t } = useTranslation();
  const [tab, setTab] = useAddressFilter('tab', pageTabs, 'all');
  const [, setParams] = useSearchParams();
  const search = useAddressSearch();
  const { dates, setDates } = usePlacedDates();
  const orderTab = tab === 'returns' || tab === 'tickets' ? 'all' : tab;
  const counts = useOrderPagesInfiniteQuery({ tab: orderTab, q: search.settled || undefined, ...dates }).data?.pages[0]?.counts;
  const open = useReturnPagesInfiniteQuery({}).data?.pages[0]?.counts;
  const returns = open ? open.to_decide + open.coming + open.here : 0;
  const tickets = useTicketPagesInfiniteQuery({ tab: 'to_do' }).data?.pages[0]?.counts.to_do ?? 0;
  const line = counts && t('orders.line', { pay: t('orders.toPayCount', { count: counts.to_pay }), ship: t('orders.toShipCount', { count: counts.to_ship }) });
  return (
    <PageBody>
      <PageHead title={t('nav.orders')} line={line} />
      <OrderTabs tab={tab} counts={counts && { ...counts, returns, tickets }} onChange={setTab} />
      {tab === 'tickets' && <TicketList />}
      {tab === 'returns' && <ReturnList />}
      {tab === orderTab && (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Box sx={{ flex: { xs: '1 1 100%', sm: '0 1 320px' } }}>
              <SearchField label={t('orders.search')} value={search.typed} onChange={search.setTyped} />
            </Box>
            <DatesButton dates={dates} onChange={setDates} />
            <Box sx={{ ml: { sm: 'auto' } }}>
              <ExportLink tab={orderTab} words={search.settled} dates={dates} count={counts?.[orderTab]} />
            </Box>
          </Box>
          <OrderList
            tab={orderTab}
            words={search.settled}
            dates={dates}
            onClear={() => {
              setParams({});
              search.setTyped('');
            }}
          />
        </>
      )}
    </PageBody>
  );
}
