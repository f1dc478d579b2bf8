import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { OwnDates } from '@/components/own-dates';
import { useFormat } from '@/lib/use-format';

import type { PlacedDates } from './placed-dates';

interface DatesButtonProps {
  dates: PlacedDates;
  onChange: (dates: PlacedDates) => void;
}

/** Shows orders of some days only; what is chosen stays in view with a way back to all. */
export function DatesButton({ dates, onChange }: DatesButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const anchor = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState(false);
  const { from = '', to = '' } = dates;
  const words = from && to ? (from === to ? format.calendarDay(from) : t('orders.fromTo', { from: format.calendarDay(from), to: format.calendarDay(to) })) : t('orders.dates');
  return (
    <Box ref={anchor} sx={{ display: 'flex', alignItems: 'center' }}>
      <Button variant="outlined" startIcon={<CalendarTodayOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setPicking(true)}>
        {words}
      </Button>
      {from && (
        <IconButton aria-label={t('orders.allDays')} onClick={() => onChange({})}>
          <CloseOutlined fontSize="small" />
        </IconButton>
      )}
      <Popover open={picking} anchorEl={() => anchor.current} onClose={() => setPicking(false)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} slotProps={{ paper: { role: 'dialog', 'aria-label': t('orders.dates') } }}>
        <OwnDates
          from={from}
          to={to}
          onChoose={(first, last) => {
            setPicking(false);
            onChange({ from: first, to: last });
          }}
        />
      </Popover>
    </Box>
  );
}
