import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';

import type { OrderPage } from '@/api/rows';
import { FilterPills } from '@/components/filter-pills';
import { useLayout } from '@/lib/use-layout';

import { pageTabs, type PageTab } from './tabs';

interface OrderTabsProps {
  tab: PageTab;
  counts: (OrderPage['counts'] & { returns: number; tickets: number }) | undefined;
  onChange: (tab: PageTab) => void;
}

/** What is to be done with orders, with counts: tabs on wide screens, pills on a phone. */
export function OrderTabs({ tab, counts, onChange }: OrderTabsProps) {
  const { t } = useTranslation();
  const phone = useLayout() === 'phone';
  const label = t('orders.tabs');
  if (phone) {
    const pills = pageTabs.map((value) => ({ value, label: counts ? t('inbox.filterCount', { filter: t(`orders.tab.${value}`), total: counts[value] }) : t(`orders.tab.${value}`) }));
    return <FilterPills label={label} pills={pills} value={tab} onChange={onChange} scrollOnPhone />;
  }
  return (
    <Box sx={{ borderBottom: '1px solid', borderColor: 'tokens.line' }}>
      <Tabs value={tab} onChange={(_event, next: PageTab) => onChange(next)} aria-label={label} variant="scrollable" sx={{ minHeight: 44 }}>
        {pageTabs.map((value) => (
          <Tab
            key={value}
            value={value}
            disableRipple
            label={
              <span>
                {t(`orders.tab.${value}`)}
                <Box component="span" sx={{ ml: 1.5, fontSize: 13, color: 'tokens.text3', fontWeight: 400 }}>
                  {counts?.[value]}
                </Box>
              </span>
            }
            sx={{ minHeight: 44, minWidth: 0, px: 0, mr: 6, textTransform: 'none', fontWeight: 500, '&.Mui-selected': { fontWeight: 600 } }}
          />
        ))}
      </Tabs>
    </Box>
  );
}
