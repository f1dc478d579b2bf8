import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FilterPills, type Pill } from '@/components/filter-pills';

import { useDateRange, type RangeName } from './date-range';

/** Today, 7 days, 30 days, own dates. */
export function RangeChoice() {
  const { t } = useTranslation();
  const { range, choose, chooseDates } = useDateRange();
  const anchor = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState(false);
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
          onChoose={(from, to) => {
            setPicking(false);
            chooseDates(from, to);
          }}
        />
      </Popover>
    </div>
  );
}

function OwnDates({ onChoose }: { onChoose: (from: string, to: string) => void }) {
  const { t } = useTranslation();
  const { range } = useDateRange();
  const known = 'from' in range.query ? range.query : { from: '', to: '' };
  const [from, setFrom] = useState(known.from);
  const [to, setTo] = useState(known.to);
  const wrongOrder = from !== '' && to !== '' && from > to;
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (from && to && !wrongOrder) onChoose(from, to);
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ p: 4, display: 'grid', gap: 4, width: 260 }}>
      <TextField type="date" label={t('range.from')} value={from} onChange={(event) => setFrom(event.target.value)} required slotProps={{ inputLabel: { shrink: true } }} />
      <TextField type="date" label={t('range.to')} value={to} onChange={(event) => setTo(event.target.value)} required slotProps={{ inputLabel: { shrink: true } }} error={wrongOrder} helperText={wrongOrder ? t('range.wrongOrder') : undefined} />
      <Button type="submit" variant="contained">
        {t('range.show')}
      </Button>
    </Box>
  );
}
