import TextField, { type TextFieldProps } from '@mui/material/TextField';

import type { Hints } from './problem-words';

type LabelledProps = Omit<TextFieldProps, 'onChange' | 'value' | 'name'> & { name: string; label: string; value: string; hints: Hints; onText: (text: string) => void };

/** A field with its label above it, and below it what is wrong. */
export function Labelled({ name, value, hints, onText, helperText, slotProps, ...rest }: LabelledProps) {
  const hint = hints[name] ?? '';
  return <TextField id={`field-${name}`} value={value} error={Boolean(hint)} helperText={hint || helperText} onChange={(event) => onText(event.target.value)} slotProps={{ inputLabel: { shrink: true }, ...slotProps }} {...rest} />;
}
