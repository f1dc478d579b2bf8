import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import { languageName } from '@/lib/format/locale';

import { categoryChoices, languageChoices, most, parameterChoices, withBody, type Draft } from './draft';
import { useProblemWords } from './problems';

interface FieldsProps {
  draft: Draft;
  /** A submitted template keeps its name, language and kind. */
  isSubmitted: boolean;
  problems: Record<string, string[]>;
  onChange: (draft: Draft) => void;
}

const labelAbove = { inputLabel: { shrink: true } };

export function TemplateFields(props: FieldsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Identity {...props} />
      <Line {...props} name="header" />
      <Line {...props} name="body" />
      <Parameters {...props} />
      <Line {...props} name="footer" />
      <Buttons {...props} />
    </Box>
  );
}

function useHint(problems: FieldsProps['problems']) {
  const { words } = useProblemWords();
  return (field: string) => (problems[field] ?? []).map(words).join(' ');
}

function Identity({ draft, isSubmitted, problems, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const hint = useHint(problems);
  return (
    <>
      <TextField label={t('templates.name')} required value={draft.name} disabled={isSubmitted} error={Boolean(hint('name'))} helperText={hint('name') || t('templates.nameHint')} onChange={(event) => onChange({ ...draft, name: event.target.value })} slotProps={labelAbove} />
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField select label={t('templates.language')} value={draft.language} disabled={isSubmitted} onChange={(event) => onChange({ ...draft, language: event.target.value })} slotProps={labelAbove}>
          {[...new Set([...languageChoices, draft.language])].map((code) => (
            <MenuItem key={code} value={code}>
              {languageName(code, i18n.language)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select label={t('templates.category')} value={draft.category} disabled={isSubmitted} onChange={(event) => onChange({ ...draft, category: event.target.value as Draft['category'] })} slotProps={labelAbove}>
          {categoryChoices.map((category) => (
            <MenuItem key={category} value={category}>
              {t(`templates.categories.${category}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
}

/** One of the three texts, with how many of its characters are used. */
function Line({ draft, problems, onChange, name }: FieldsProps & { name: 'header' | 'body' | 'footer' }) {
  const { t } = useTranslation();
  const hint = useHint(problems)(name);
  const used = t('templates.count', { used: draft[name].length, most: most[name] });
  const about = name === 'body' ? `${used} · ${t('templates.bodyHint', { example: '{{1}}' })}` : used;
  const change = (text: string) => onChange(name === 'body' ? withBody(draft, text) : { ...draft, [name]: text });
  return (
    <TextField
      label={t(`templates.${name}`)}
      required={name === 'body'}
      multiline={name === 'body'}
      minRows={name === 'body' ? 4 : undefined}
      value={draft[name]}
      error={Boolean(hint) || draft[name].length > most[name]}
      helperText={hint ? `${hint} ${used}` : about}
      onChange={(event) => change(event.target.value)}
      slotProps={labelAbove}
    />
  );
}

function Parameters({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const change = (place: number, value: string) => onChange({ ...draft, parameters: draft.parameters.map((old, each) => (each === place ? value : old)) });
  return draft.parameters.map((parameter, place) => (
    <TextField key={place} select label={t('templates.variable', { variable: `{{${place + 1}}}` })} value={parameter} onChange={(event) => change(place, event.target.value)} slotProps={labelAbove}>
      {[...new Set([...parameterChoices, parameter])].map((choice) => (
        <MenuItem key={choice} value={choice}>
          {choice}
        </MenuItem>
      ))}
    </TextField>
  ));
}

function Buttons({ draft, problems, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const hint = useHint(problems)('buttons');
  const change = (place: number, text: string) => onChange({ ...draft, buttons: draft.buttons.map((old, each) => (each === place ? { ...old, text } : old)) });
  const remove = (place: number) => onChange({ ...draft, buttons: draft.buttons.filter((_, each) => each !== place) });
  return (
    <>
      {draft.buttons.map((button, place) => (
        <Box key={place} sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
          <TextField fullWidth label={t('templates.quickReply')} value={button.text} error={Boolean(hint)} helperText={hint || t('templates.count', { used: button.text.length, most: most.button })} onChange={(event) => change(place, event.target.value)} slotProps={labelAbove} />
          <Button variant="text" aria-label={t('templates.removeButton', { number: place + 1 })} onClick={() => remove(place)}>
            {t('templates.delete')}
          </Button>
        </Box>
      ))}
      {draft.buttons.length < most.buttons && (
        <Button variant="outlined" onClick={() => onChange({ ...draft, buttons: [...draft.buttons, { type: 'QUICK_REPLY', text: '', url: '', phone_number: '' }] })} sx={{ justifySelf: 'start' }}>
          {t('templates.addButton')}
        </Button>
      )}
    </>
  );
}
