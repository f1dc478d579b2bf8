import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import { useTicketPagesInfiniteQuery } from '@/api/paged-endpoints';
import { EmptyState, NothingFound } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { Panel } from '@/components/panel';
import { ShowMore } from '@/components/show-more';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useAddressFilter } from '@/lib/use-address-filter';
import { useLayout } from '@/lib/use-layout';

import { kindFilters, ticketTabs, whose } from './filters';
import { TicketCards } from './ticket-cards';
import { TicketFigures } from './ticket-figures';
import { TicketTable } from './ticket-table';

/** What went wrong after a sale: what is due first stands first. */
export function TicketList() {
  const { t } = useTranslation();
  const phone = useLayout() === 'phone';
  const [tab, setTab] = useAddressFilter('state', ticketTabs, 'to_do');
  const [kind, setKind] = useAddressFilter('kind', kindFilters, '');
  const [owner, setOwner] = useAddressFilter('whose', whose, 'everybody');
  const wanted = { tab, kind: kind || undefined, mine: owner === 'me' || undefined };
  const counts = useTicketPagesInfiniteQuery(wanted).data?.pages[0]?.counts;
  const pills = ticketTabs.map((value) => ({ value, label: counts ? t('inbox.filterCount', { filter: t(`tickets.tab.${value}`), total: counts[value] }) : t(`tickets.tab.${value}`) }));
  const clear = () => {
    setTab('all');
    setKind('');
    setOwner('everybody');
  };
  const isAll = tab === 'all' && kind === '' && owner === 'everybody';
  return (
    <>
      <TicketFigures />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', minWidth: 0 }}>
        <FilterPills label={t('tickets.byState')} pills={pills} value={tab} onChange={setTab} scrollOnPhone />
        <Box sx={{ display: 'flex', gap: 2, flex: { xs: '1 1 100%', sm: '0 1 auto' }, ml: { sm: 'auto' } }}>
          <TextField select size="small" label={t('tickets.about')} value={kind} onChange={(event) => setKind(event.target.value as (typeof kindFilters)[number])} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }} sx={{ minWidth: 140, flex: 1 }}>
            {kindFilters.map((value) => (
              <MenuItem key={value} value={value}>
                {value ? t(`tickets.kind.${value}`) : t('tickets.anything')}
              </MenuItem>
            ))}
          </TextField>
          <TextField select size="small" label={t('tickets.assignee')} value={owner} onChange={(event) => setOwner(event.target.value as (typeof whose)[number])} slotProps={{ inputLabel: { shrink: true } }} sx={{ minWidth: 120, flex: 1 }}>
            {whose.map((value) => (
              <MenuItem key={value} value={value}>
                {t(`tickets.whose.${value}`)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
      </Box>
      <Rows wanted={wanted} phone={phone} isAll={isAll} onClear={clear} />
    </>
  );
}

interface RowsProps {
  wanted: Parameters<typeof useTicketPagesInfiniteQuery>[0];
  phone: boolean;
  /** Nothing narrows the list. */
  isAll: boolean;
  onClear: () => void;
}

function Rows({ wanted, phone, isAll, onClear }: RowsProps) {
  const { t } = useTranslation();
  const query = useTicketPagesInfiniteQuery(wanted);
  if (!query.currentData) {
    return <Panel flush>{query.isError ? <ErrorState title={t('tickets.failed')} error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonRows count={5} picture="round" />}</Panel>;
  }
  const rows = query.currentData.pages.flatMap(({ results }) => results);
  const total = query.currentData.pages[0]?.counts.all ?? 0;
  if (total === 0 || (isAll && rows.length === 0)) return <Panel flush>{<EmptyState icon={ConfirmationNumberOutlined} title={t('tickets.empty')} text={t('tickets.emptyText')} />}</Panel>;
  if (rows.length === 0) return <Panel flush>{<NothingFound title={t('tickets.noMatch')} filters={t('tickets.noMatchText')} onClear={onClear} />}</Panel>;
  return (
    <>
      {phone ? (
        <TicketCards rows={rows} />
      ) : (
        <Panel flush>
          <TicketTable rows={rows} />
        </Panel>
      )}
      <ShowMore hasMore={query.hasNextPage} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}
