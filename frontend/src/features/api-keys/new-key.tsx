import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCreateApiKeyMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import { CopyField } from '@/components/copy-field';
import { ProblemBox } from '@/components/problem-box';

/** Makes a key and shows it the one time it can be shown. */
export function NewKey() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [create, { data: made, error, isLoading, reset }] = useCreateApiKeyMutation();
  if (made) {
    return (
      <Box sx={{ display: 'grid', gap: 3, maxWidth: 560 }}>
        <Box role="status">{t('apiKeys.once', { name: made.name })}</Box>
        <CopyField label={made.name} value={made.key} />
        <Button variant="outlined" onClick={reset} sx={{ justifySelf: 'start' }}>
          {t('apiKeys.kept')}
        </Button>
      </Box>
    );
  }
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    void create({ newApiKey: { name: name.trim() } }).then((answer) => 'error' in answer || setName(''));
  };
  const wrong = error ? readProblem(error).fields.name : undefined;
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 560 }}>
      <ProblemBox text={error && !wrong ? t('apiKeys.makeFailed') : ''} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-start' }}>
        <TextField id="api-key-name" label={t('apiKeys.name')} helperText={wrong ? t('apiKeys.nameNeeded') : t('apiKeys.nameHelp')} error={Boolean(wrong)} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 80 } }} sx={{ flex: '1 1 240px' }} />
        <Button type="submit" variant="contained" loading={isLoading} sx={{ mt: '2px' }}>
          {t('apiKeys.make')}
        </Button>
      </Box>
    </Box>
  );
}
