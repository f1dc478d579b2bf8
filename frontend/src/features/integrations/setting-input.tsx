import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import type { SettingField } from './schema';

interface SettingInputProps {
  id: string;
  field: SettingField;
  value: string | boolean;
  /** Last characters of a secret that is set; null when none is. */
  kept: string | null;
  problem: string;
  disabled: boolean;
  onChange: (value: string | boolean) => void;
}

/** The input that a setting's schema asks for. */
export function SettingInput(props: SettingInputProps) {
  return props.field.kind === 'switch' ? <SwitchInput {...props} /> : <TypedInput {...props} />;
}

function SwitchInput({ id, field, value, problem, disabled, onChange }: SettingInputProps) {
  const help = problem || field.help;
  return (
    <FormControl error={Boolean(problem)} disabled={disabled}>
      <FormControlLabel label={field.label} control={<Switch id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)} slotProps={{ input: { 'aria-describedby': help ? `${id}-help` : undefined } }} />} />
      {help && <FormHelperText id={`${id}-help`}>{help}</FormHelperText>}
    </FormControl>
  );
}

/** What is wrong in the colour of the field, the note below it plain. */
function Help({ problem, note }: { problem: string; note: string }) {
  return (
    <>
      {problem && <Box component="span" sx={{ display: 'block' }}>{problem}</Box>}
      {note && <Box component="span" sx={{ display: 'block', color: 'tokens.text2' }}>{note}</Box>}
    </>
  );
}

function TypedInput({ id, field, value, kept, problem, disabled, onChange }: SettingInputProps) {
  const { t } = useTranslation();
  const isSelect = field.kind === 'select';
  const secret = kept !== null ? t(kept ? 'integrations.secretKeptEnding' : 'integrations.secretKept', { ending: kept }) : '';
  return (
    <TextField
      id={id}
      name={field.name}
      type={field.kind === 'password' ? 'password' : 'text'}
      select={isSelect}
      label={field.label}
      value={value}
      disabled={disabled}
      error={Boolean(problem)}
      helperText={<Help problem={problem} note={[secret, field.help].filter(Boolean).join(' ')} />}
      autoComplete={field.kind === 'password' ? 'new-password' : 'off'}
      placeholder={secret ? '••••••••' : undefined}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        select: { native: true },
        htmlInput: { inputMode: field.kind === 'number' ? 'decimal' : undefined, 'aria-required': field.required && !secret, spellCheck: false },
      }}
    >
      {isSelect && field.options.map((option) => <option key={option}>{option}</option>)}
    </TextField>
  );
}
