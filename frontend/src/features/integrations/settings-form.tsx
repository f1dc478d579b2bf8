import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { readProblem, type Problem } from '@/api/problem';
import type { Connection, Provider } from '@/api/rows';
import { ProblemBox } from '@/components/problem-box';

import { changesOf, fieldsOf, startValues, type SettingField, type Values } from './schema';
import { SettingInput } from './setting-input';
import { useProblemText } from './use-problem-text';

interface SettingsFormProps {
  provider: Provider;
  /** What is connected already; without it the form makes a connection. */
  connection?: Connection;
  mayChange: boolean;
  /** Keeps what was typed; the answer tells what is wrong, if anything. */
  onSave: (changes: Record<string, unknown>) => Promise<{ error?: unknown }>;
}

/** A provider's settings: one input each, as its schema says. Secrets are typed anew or left as they are. */
export function SettingsForm({ provider, connection, mayChange, onSave }: SettingsFormProps) {
  const { t } = useTranslation();
  const fields = fieldsOf(provider).filter(({ filledBy }) => filledBy !== 'us');
  const start = startValues(fields, connection?.settings ?? {});
  const [typed, setTyped] = useState<Values>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const values = { ...start, ...typed };
  const changes = changesOf(fields, start, values);
  const id = useId();
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const { error } = await onSave(changes);
    setBusy(false);
    setProblem(error ? readProblem(error) : null);
    if (!error) setTyped({});
  };
  const wrong = fields.filter(({ name }) => problem?.fields[name]);
  return (
    <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 5 }}>
      <ProblemBox text={useProblemText(problem)} fields={wrong.map(({ name, label }) => ({ id: `${id}-${name}`, label }))} />
      {fields.map((field) => (
        <SettingInput key={field.name} id={`${id}-${field.name}`} field={field} value={values[field.name] ?? ''} kept={endingOf(field, connection)} problem={problem?.fields[field.name] ?? ''} disabled={!mayChange} onChange={(value) => setTyped({ ...typed, [field.name]: value })} />
      ))}
      {mayChange && (!connection || fields.length > 0) && (
        <Button type="submit" variant="contained" loading={busy} disabled={connection && Object.keys(changes).length === 0} sx={{ justifySelf: { xs: 'stretch', sm: 'start' } }}>
          {connection ? t('integrations.save') : t('integrations.connectName', { name: provider.name })}
        </Button>
      )}
    </Box>
  );
}

function endingOf({ name }: SettingField, connection?: Connection): string | null {
  const secret = connection?.secrets.find((found) => found.name === name);
  return secret?.is_set ? secret.ending : null;
}
