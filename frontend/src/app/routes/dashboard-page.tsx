import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetDashboardQuery, useGetMeQuery } from '@/api/endpoints.gen';
import type { Dashboard } from '@/api/rows';
import { ErrorState } from '@/components/error-state';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { Panel } from '@/components/panel';
import { Channels } from '@/features/dashboard/channels';
import { DashboardSkeleton } from '@/features/dashboard/dashboard-skeleton';
import { useDateRange, type DateRange } from '@/features/dashboard/date-range';
import { Funnel } from '@/features/dashboard/funnel';
import { LiveConversations } from '@/features/dashboard/live-conversations';
import { NeedsYou } from '@/features/dashboard/needs-you';
import { RangeChoice } from '@/features/dashboard/range-choice';
import { StatCards } from '@/features/dashboard/stat-cards';
import { WaitingCard } from '@/features/dashboard/waiting-card';
import { firstName } from '@/lib/format/names';
import { useFormat } from '@/lib/use-format';
import { useLayout } from '@/lib/use-layout';

/** The state of the shop in one look: what needs a person first. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { range } = useDateRange();
  const dashboard = useGetDashboardQuery(range.query);
  return (
    <PageBody>
      <Greeting dashboard={dashboard.data} today={range.name === 'today'} />
      {dashboard.data && <Content dashboard={dashboard.data} range={range} />}
      {!dashboard.data && dashboard.isError && (
        <Panel>
          <ErrorState title={t('dashboard.failed')} error={dashboard.error} onRetry={() => void dashboard.refetch()} />
        </Panel>
      )}
      {!dashboard.data && !dashboard.isError && <DashboardSkeleton />}
    </PageBody>
  );
}

function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

function Greeting({ dashboard, today }: { dashboard: Dashboard | undefined; today: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useGetMeQuery();
  const waiting = dashboard?.needs_you.find(({ kind }) => kind === 'person_wanted')?.count ?? 0;
  const orders = dashboard?.channels_total.orders;
  const ordersText = orders === undefined ? '' : t(today ? 'dashboard.ordersToday' : 'dashboard.ordersThen', { count: orders });
  const waitingText = dashboard ? t('dashboard.waiting', { count: waiting }) : '';
  const greeting = t(`dashboard.greeting.${partOfDay(format.hour())}`, { name: firstName(me?.user.name ?? '') });
  return (
    <PageHead title={greeting} tabTitle={t('nav.dashboard')} line={`${ordersText} ${waitingText}`}>
      <RangeChoice />
    </PageHead>
  );
}

function Content({ dashboard, range }: { dashboard: Dashboard; range: DateRange }) {
  const layout = useLayout();
  const today = range.name === 'today';
  const phone = layout === 'phone';
  const wanted = dashboard.needs_you.find(({ kind }) => kind === 'person_wanted');
  const others = phone ? dashboard.needs_you.filter((need) => need !== wanted) : dashboard.needs_you;
  const funnel = <Funnel funnel={dashboard.funnel} today={today} />;
  const channels = <Channels dashboard={dashboard} periodText={usePeriodText(dashboard, range)} />;
  const live = <LiveConversations rows={dashboard.live} total={dashboard.open_conversations.total} />;
  return (
    <>
      {phone && wanted && <WaitingCard need={wanted} />}
      <StatCards dashboard={dashboard} today={today} />
      {layout === 'desktop' ? (
        <Columns
          left={
            <>
              <NeedsYou needs={others} />
              {live}
            </>
          }
          right={
            <>
              {funnel}
              {channels}
            </>
          }
        />
      ) : (
        <>
          {(!phone || others.length > 0 || !wanted) && <NeedsYou needs={others} />}
          {!phone && live}
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, gap: { xs: 3, sm: 4 }, alignItems: 'start' }}>
            {funnel}
            {phone && live}
            {channels}
          </Box>
        </>
      )}
    </>
  );
}

function Columns({ left, right }: { left: React.ReactNode; right: React.ReactNode }) {
  const column = { display: 'grid', gap: 4, alignContent: 'start', minWidth: 0 } as const;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 356px', gap: 4 }}>
      <Box sx={column}>{left}</Box>
      <Box sx={column}>{right}</Box>
    </Box>
  );
}

/** The period in words, for what stands beside figures. */
function usePeriodText(dashboard: Dashboard, range: DateRange): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (range.name === 'today') return t('range.today');
  if (range.name === 'own') return t('range.between', { from: format.date(`${dashboard.from}T12:00:00Z`), to: format.date(`${dashboard.to}T12:00:00Z`) });
  return t('range.lastDays', { count: range.name === '7d' ? 7 : 30 });
}
