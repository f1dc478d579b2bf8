import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined';
import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FilterPills, type Pill } from '@/components/filter-pills';
import { OwnDates } from '@/components/own-dates';

import { useDateRange, type RangeName } from './date-range';

/** Today, 7 days, 30 days, own dates. */
export function RangeChoice() {
  const { t } = useTranslation();
  const { range, choose, chooseDates } = useDateRange();
  const anchor = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState(false);
  const known = 'from' in range.query ? range.query : { from: '', to: '' };
  const pills: Pill<RangeName>[] = [
    { value: 'today', label: t('range.today') },
    { value: '7d', label: t('range.days', { count: 7 }) },
    { value: '30d', label: t('range.days', { count: 30 }) },
    { value: 'own', label: t('range.pick'), icon: <CalendarTodayOutlined aria-hidden sx={{ fontSize: 16 }} /> },
  ];
  return (
    <div ref={anchor}>
      <FilterPills label={t('range.label')} pills={pills} value={range.name} onChange={(name) => (name === 'own' ? setPicking(true) : choose(name))} scrollOnPhone />
      <Popover open={picking} anchorEl={() => anchor.current} onClose={() => setPicking(false)} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }} slotProps={{ paper: { role: 'dialog', 'aria-label': t('range.pick') } }}>
        <OwnDates
          from={known.from}
          to={known.to}
          onChoose={(from, to) => {
            setPicking(false);
            chooseDates(from, to);
          }}
        />
      </Popover>
    </div>
  );
}
