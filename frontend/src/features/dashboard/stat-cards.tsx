import Box from '@mui/material/Box';
import { Trans, useTranslation } from 'react-i18next';

import type { Dashboard } from '@/api/rows';
import { paths } from '@/config/paths';
import { useFormat } from '@/lib/use-format';
import { useLayout } from '@/lib/use-layout';

import { Sparkline } from './sparkline';
import { StatCard } from './stat-card';

interface StatCardsProps {
  dashboard: Dashboard;
  today: boolean;
}

/** Revenue, share who bought, open conversations, first reply. */
export function StatCards({ dashboard, today }: StatCardsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { revenue, bought } = dashboard;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' }, gap: { xs: 3, sm: 4 } }}>
      <StatCard
        label={t(today ? 'dashboard.revenueToday' : 'dashboard.revenue')}
        figure={format.money(revenue.value)}
        sense={<RevenueSense revenue={revenue} today={today} />}
        trend={<Sparkline values={revenue.trend} label={t('dashboard.revenueTrend')} />}
        to={paths.orders}
      />
      <BoughtCard bought={bought} />
      <OpenCard open={dashboard.open_conversations} />
      <ReplyCard reply={dashboard.first_reply} />
    </Box>
  );
}

function BoughtCard({ bought }: Pick<Dashboard, 'bought'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useLayout() === 'phone';
  const values = { people: format.count(bought.people), count: bought.arrived, arrived: format.count(bought.arrived) };
  return (
    <StatCard
      label={t('dashboard.bought')}
      figure={format.share(bought.share)}
      sense={t(phone ? 'dashboard.short.boughtOf' : 'dashboard.boughtOf', values)}
      trend={<Sparkline values={bought.trend} label={t('dashboard.boughtTrend')} />}
      to={paths.orders}
    />
  );
}

function OpenCard({ open }: { open: Dashboard['open_conversations'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useLayout() === 'phone';
  const values = { bot: format.count(open.with_bot), count: open.with_people, people: format.count(open.with_people) };
  return (
    <StatCard
      label={t(phone ? 'dashboard.short.open' : 'dashboard.open')}
      figure={format.count(open.total)}
      sense={t(phone ? 'dashboard.short.openSplit' : 'dashboard.openSplit', values)}
      to={paths.inbox}
    />
  );
}

function ReplyCard({ reply }: { reply: Dashboard['first_reply'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useLayout() === 'phone';
  const { median_ms: median, p95_ms: most } = reply;
  if (median === null || most === null) return <StatCard label={t('dashboard.firstReply')} figure="–" sense={t('dashboard.noReply')} to={paths.inbox} />;
  const sense = t(phone ? 'dashboard.short.firstReplySense' : 'dashboard.firstReplySense', { most: format.seconds(most) });
  return <StatCard label={t('dashboard.firstReply')} figure={format.seconds(median)} sense={sense} to={paths.inbox} />;
}

/** How the day compares with the same weekday before; nothing is said while there are too few days. */
function RevenueSense({ revenue, today }: { revenue: Dashboard['revenue']; today: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useLayout() === 'phone';
  if (!revenue.usual || !today) return t(today ? 'dashboard.noUsualDay' : 'dashboard.paidOrders');
  const minor = revenue.value.minor - revenue.usual.minor;
  if (minor === 0) return t('dashboard.asUsual', { weekday: format.weekday() });
  const keys = minor > 0 ? (['dashboard.moreThanUsual', 'dashboard.short.moreThanUsual'] as const) : (['dashboard.lessThanUsual', 'dashboard.short.lessThanUsual'] as const);
  const amount = format.wholeMoney({ minor: Math.abs(minor), currency: revenue.value.currency });
  const tone = minor > 0 ? 'tokens.success' : 'tokens.text';
  return <Trans i18nKey={keys[phone ? 1 : 0]} values={{ amount, weekday: format.weekday() }} components={{ b: <Box component="b" sx={{ color: tone }} /> }} />;
}
