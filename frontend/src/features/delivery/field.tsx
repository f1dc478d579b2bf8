import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import type { Wrong } from './draft';

type FieldProps = Omit<TextFieldProps, 'onChange' | 'value' | 'name'> & { name: string; label: string; value: string; wrong: Wrong; onText: (text: string) => void; numeric?: boolean };

/** A field with its label above it, and below it what is wrong. */
export function Field({ name, value, wrong, onText, helperText, numeric = false, ...rest }: FieldProps) {
  const { t } = useTranslation();
  const key = wrong[name];
  const input = numeric ? ({ inputMode: 'decimal' } as const) : {};
  return <TextField id={`field-${name}`} value={value} error={Boolean(key)} helperText={key ? t(key) : helperText} onChange={(event) => onText(event.target.value)} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: input }} {...rest} />;
}
