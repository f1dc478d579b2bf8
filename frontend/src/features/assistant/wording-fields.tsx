import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import type { ReplyText } from '@/api/rows';

import { formsOf, missingNames, previewOf, type Wording } from './reply-draft';

interface FieldsProps {
  text: ReplyText;
  wording: Wording;
  place: number;
  onChange: (wording: Wording) => void;
  onRemove: (() => void) | undefined;
}

/** One wording, a field for each plural form it has. */
export function WordingFields({ text, wording, place, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation();
  const forms = formsOf(text);
  return (
    <Box component="fieldset" aria-label={t('assistant.replies.wording', { number: place + 1 })} sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 3 }}>
      {forms.map((form) => (
        <FormField key={form} text={text} label={t('assistant.replies.wording', { number: place + 1 }) + (forms.length > 1 ? ` (${t(`assistant.replies.form.${form}`)})` : '')} words={wording[form] ?? ''} onChange={(words) => onChange({ ...wording, [form]: words })} />
      ))}
      {onRemove && (
        <Button variant="text" size="small" color="inherit" sx={{ justifySelf: 'start' }} onClick={onRemove} aria-label={t('assistant.replies.removeOf', { number: place + 1 })}>
          {t('assistant.replies.remove')}
        </Button>
      )}
    </Box>
  );
}

function FormField({ text, label, words, onChange }: { text: ReplyText; label: string; words: string; onChange: (words: string) => void }) {
  const { t } = useTranslation();
  const missing = words.trim() ? missingNames(words, text) : [];
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        label={label}
        multiline={text.longest > 20}
        value={words}
        error={missing.length > 0}
        helperText={missing.length > 0 ? t('assistant.replies.missing', { names: missing.join(', ') }) : words && previewOf(words, text)}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: text.longest * 2 } }}
      />
      {text.names.length > 0 && (
        <Box role="group" aria-label={t('assistant.replies.insert')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {text.names.map(({ name, sample }) => (
            <Button key={name} variant="outlined" size="small" title={sample} onClick={() => onChange(`${words}${words && !words.endsWith(' ') ? ' ' : ''}{${name}}`)} sx={{ fontSize: 12, minHeight: 28, textTransform: 'none' }}>
              {`{${name}}`}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  );
}
