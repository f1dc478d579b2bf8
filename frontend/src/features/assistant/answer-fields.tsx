import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { languageName } from '@/lib/format/locale';

import { answerLanguages, ownLanguage, type Draft } from './draft';

interface FieldsProps {
  draft: Draft;
  missing: { questions?: boolean; answers?: boolean };
  onChange: (draft: Draft) => void;
}

const labelAbove = { inputLabel: { shrink: true } };
const MOST_WORDS = 1000;

export function AnswerFields({ draft, missing, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('assistant.questions')}
        required
        multiline
        minRows={2}
        value={draft.questions}
        error={missing.questions}
        helperText={t(missing.questions ? 'assistant.questionMissing' : 'assistant.questionsHint')}
        onChange={(event) => onChange({ ...draft, questions: event.target.value })}
        slotProps={labelAbove}
      />
      <Answers draft={draft} missing={missing} onChange={onChange} />
      <TextField label={t('assistant.keywords')} value={draft.keywords} helperText={t('assistant.keywordsHint')} onChange={(event) => onChange({ ...draft, keywords: event.target.value })} slotProps={labelAbove} />
      <FormControlLabel control={<Switch checked={draft.isActive} onChange={(_event, isActive) => onChange({ ...draft, isActive })} />} label={t('assistant.isActive')} />
    </>
  );
}

/** The answer in the reader's language, in those it has already, and in any that is added. */
function Answers({ draft, missing, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const [added, setAdded] = useState<readonly string[]>(() => (Object.keys(draft.answers).length > 0 ? Object.keys(draft.answers) : [ownLanguage(i18n.language)]));
  return (
    <>
      {answerLanguages
        .filter((language) => added.includes(language))
        .map((language) => (
          <TextField
            key={language}
            label={t('assistant.answerIn', { language: languageName(language, i18n.language) })}
            multiline
            minRows={2}
            value={draft.answers[language] ?? ''}
            error={missing.answers}
            helperText={missing.answers ? t('assistant.answerMissing') : undefined}
            onChange={(event) => onChange({ ...draft, answers: { ...draft.answers, [language]: event.target.value } })}
            slotProps={{ ...labelAbove, htmlInput: { maxLength: MOST_WORDS } }}
          />
        ))}
      <Box role="group" aria-label={t('assistant.otherLanguages')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {answerLanguages
          .filter((language) => !added.includes(language))
          .map((language) => (
            <Button key={language} variant="text" size="small" onClick={() => setAdded([...added, language])}>
              {t('assistant.addLanguage', { language: languageName(language, i18n.language) })}
            </Button>
          ))}
      </Box>
    </>
  );
}
