import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAnswerUnansweredMutation, useChangeAnswerMutation, useCreateAnswerMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Entry, Unanswered } from '@/api/rows';
import { Sheet } from '@/components/sheet';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { AnswerFields } from './answer-fields';
import { draftFor, draftOf, emptyDraft, entryOf } from './draft';

/** What is edited: an answer that is there, a new one, or the answer to a message that had none. */
export type Edited = { entry: Entry } | { asked: Unanswered } | 'new';

interface EditorProps {
  edited: Edited;
  onClose: () => void;
}

const startOf = (edited: Edited) => (edited === 'new' ? emptyDraft : 'entry' in edited ? draftOf(edited.entry) : draftFor(edited.asked));
const knownOf = (edited: Edited) => (edited === 'new' ? [] : 'entry' in edited ? edited.entry.questions : [edited.asked]);

/** Writes an answer; it counts from the next message on. */
export function AnswerEditor({ edited, onClose }: EditorProps) {
  const { t, i18n } = useTranslation();
  const dispatch = useAppDispatch();
  const [draft, setDraft] = useState(() => startOf(edited));
  const [isTried, setTried] = useState(false);
  const { save, isSaving, error } = useSave(edited);
  const entry = entryOf(draft, knownOf(edited), i18n.language);
  const missing = { questions: entry.questions.length === 0, answers: Object.keys(entry.answers).length === 0 };
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.questions || missing.answers || (await save(entry))) return;
    dispatch(noticeShown({ kind: 'done', textKey: 'assistant.saved' }));
    onClose();
  };
  const title = t(edited !== 'new' && 'entry' in edited ? 'assistant.changeAnswer' : 'assistant.newAnswer');
  return (
    <Sheet label={title} open onClose={onClose}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ p: 4, display: 'grid', gap: 4, overflowY: 'auto' }}>
        <Typography variant="h2" sx={{ pr: 8 }}>
          {title}
        </Typography>
        {Boolean(error) && <Alert severity="error">{t(`assistant.problem.${readProblem(error).code}`, { defaultValue: t('assistant.problem.other') })}</Alert>}
        <AnswerFields draft={draft} missing={isTried ? missing : {}} onChange={setDraft} />
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button variant="text" onClick={onClose}>
            {t('assistant.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isSaving}>
            {t('assistant.save')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}

/** The one of three ways to save; true says that it failed. */
function useSave(edited: Edited) {
  const [create, creating] = useCreateAnswerMutation();
  const [change, changing] = useChangeAnswerMutation();
  const [answer, answering] = useAnswerUnansweredMutation();
  const save = async (newEntry: ReturnType<typeof entryOf>) => {
    if (edited === 'new') return 'error' in (await create({ newEntry }));
    if ('entry' in edited) return 'error' in (await change({ entryId: edited.entry.id, newEntry }));
    return 'error' in (await answer({ unansweredId: edited.asked.id, answerTo: { entry: newEntry } }));
  };
  return { save, isSaving: creating.isLoading || changing.isLoading || answering.isLoading, error: creating.error ?? changing.error ?? answering.error };
}
