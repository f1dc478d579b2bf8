import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useEffect, useRef } from 'react';

export interface Pill<Value extends string> {
  value: Value;
  label: string;
  icon?: React.ReactNode;
}

interface FilterPillsProps<Value extends string> {
  label: string;
  pills: readonly Pill<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** On phones a long row scrolls sideways instead of wrapping. */
  scrollOnPhone?: boolean;
}

const pillLook = {
  minHeight: 34,
  px: 3,
  gap: 1.5,
  borderRadius: '999px',
  border: '1px solid',
  borderColor: 'tokens.line',
  bgcolor: 'tokens.surface',
  color: 'tokens.text2',
  fontSize: 13,
  fontWeight: 500,
  whiteSpace: 'nowrap',
  flexShrink: 0,
  '&[aria-pressed="true"]': { bgcolor: 'tokens.primarySoft', color: 'tokens.onPrimarySoft', borderColor: 'tokens.primary', fontWeight: 600 },
  '&:hover': { borderColor: 'tokens.edge' },
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;

/** One choice out of a few, pressed with a single tap. */
export function FilterPills<Value extends string>({ label, pills, value, onChange, scrollOnPhone }: FilterPillsProps<Value>) {
  const row = scrollOnPhone
    ? { flexWrap: { xs: 'nowrap', sm: 'wrap' }, overflowX: { xs: 'auto', sm: 'visible' }, mx: { xs: -4, sm: 0 }, px: { xs: 4, sm: 0 }, py: { xs: '3px', sm: 0 }, scrollbarWidth: 'none' }
    : { flexWrap: 'wrap' };
  const group = useRef<HTMLDivElement>(null);
  const written = pills.map((pill) => pill.label).join();
  useEffect(() => {
    // On a phone the chosen one may lie outside of the row; counts that come later make the row longer.
    if (scrollOnPhone) group.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [value, written, scrollOnPhone]);
  return (
    <Box ref={group} role="group" aria-label={label} sx={{ display: 'flex', gap: 2, ...row }}>
      {pills.map((pill) => (
        <ButtonBase key={pill.value} aria-pressed={pill.value === value} onClick={() => onChange(pill.value)} sx={pillLook}>
          {pill.icon}
          {pill.label}
        </ButtonBase>
      ))}
    </Box>
  );
}
