import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useUnwordTextMutation, useWordTextMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { ReplyLanguage, ReplyText } from '@/api/rows';
import { ProblemBox } from '@/components/problem-box';
import { Sheet } from '@/components/sheet';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { filledWordings, formsOf, missingNames, mostWordings, replyLanguageName, startOf, type Wording } from './reply-draft';
import { WordingFields } from './wording-fields';

interface EditorProps {
  text: ReplyText;
  language: ReplyLanguage;
  onClose: () => void;
}

/** Words a sentence anew. The facts in it stay: each has its place in braces. */
export function ReplyEditor({ text, language, onClose }: EditorProps) {
  const { t, i18n } = useTranslation();
  const dispatch = useAppDispatch();
  const [draft, setDraft] = useState<Wording[]>(() => startOf(text));
  const [word, wording] = useWordTextMutation();
  const [unword, unwording] = useUnwordTextMutation();
  const error = wording.error ?? unwording.error;
  const wordings = filledWordings(draft);
  const isWhole = wordings.length > 0 && wordings.every((each) => each.other && Object.values(each).every((words) => missingNames(words, text).length === 0));
  const done = (answer: object, textKey: string) => {
    if ('error' in answer) return;
    dispatch(noticeShown({ kind: 'done', textKey }));
    onClose();
  };
  const save = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (isWhole) done(await word({ key: text.key, language, ownWording: { wordings } }), 'assistant.saved');
  };
  const title = t('assistant.replies.edit');
  return (
    <Sheet label={title} open onClose={onClose}>
      <Box component="form" noValidate onSubmit={(event) => void save(event)} sx={{ p: 4, display: 'grid', gap: 4, overflowY: 'auto' }}>
        <Box sx={{ pr: 8 }}>
          <Typography variant="h2">{title}</Typography>
          <Box sx={{ color: 'tokens.text2' }}>{replyLanguageName(language, i18n.language)}</Box>
        </Box>
        <ProblemBox text={error ? t(`assistant.replies.problem.${readProblem(error).code}`, { defaultValue: t('assistant.problem.other') }) : ''} />
        {draft.map((each, place) => (
          <WordingFields
            key={place}
            text={text}
            wording={each}
            place={place}
            onChange={(changed) => setDraft(draft.map((other, index) => (index === place ? changed : other)))}
            onRemove={draft.length > 1 ? () => setDraft(draft.filter((_, index) => index !== place)) : undefined}
          />
        ))}
        {draft.length < mostWordings && (
          <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => setDraft([...draft, Object.fromEntries(formsOf(text).map((form) => [form, '']))])}>
            {t('assistant.replies.another')}
          </Button>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'flex-end' }}>
          {text.own.length > 0 && (
            <Button variant="text" color="inherit" loading={unwording.isLoading} onClick={() => void unword({ key: text.key, language }).then((answer) => done(answer, 'assistant.replies.oursAgain'))} sx={{ mr: 'auto' }}>
              {t('assistant.replies.useOurs')}
            </Button>
          )}
          <Button variant="text" onClick={onClose}>
            {t('assistant.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={!isWhole} loading={wording.isLoading}>
            {t('assistant.save')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}
