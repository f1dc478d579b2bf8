import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

import { useDismissUnansweredMutation, useTeachUnansweredMutation, type ExampleOf } from '@/api/endpoints.gen';
import type { Unanswered } from '@/api/rows';
import { Tag } from '@/components/tag';
import { TextLink } from '@/components/text-link';
import { conversationPath } from '@/config/paths';
import { languageMark } from '@/lib/format/locale';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { teachable } from './intents';

interface RowProps {
  asked: Unanswered;
  mayTeach: boolean;
  onAnswer: () => void;
}

/** A question that had no answer: its words, how often and why, and what can be made of it. */
export function UnansweredRow({ asked, mayTeach, onAnswer }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1.5, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{asked.text}</Box>
        <Tag tone="plain">{languageMark(asked.language)}</Tag>
        <Tag tone="look">{t('assistant.times', { count: asked.count })}</Tag>
      </Box>
      {asked.others.length > 0 && <Box sx={{ fontSize: 13, color: 'tokens.text2', overflowWrap: 'anywhere' }}>{t('assistant.alsoAsked', { questions: asked.others.join(' · ') })}</Box>}
      <Box sx={{ fontSize: 13, color: 'tokens.text2' }}>
        {t('assistant.askedBy', { count: asked.people, time: format.moment(asked.last_at), reason: t(`assistant.reason.${asked.reason}`) })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {mayTeach && <Deeds asked={asked} onAnswer={onAnswer} />}
        <TextLink to={conversationPath(asked.thread_id)} label={t('assistant.openChatOf', { text: asked.text })}>
          {t('assistant.openChat')}
        </TextLink>
      </Box>
    </Box>
  );
}

function Deeds({ asked, onAnswer }: Omit<RowProps, 'mayTeach'>) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [teach, teaching] = useTeachUnansweredMutation();
  const [dismiss, dismissing] = useDismissUnansweredMutation();
  const run = async (deed: Promise<object>, textKey: string) => {
    const answer = await deed;
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'assistant.refused' } : { kind: 'done', textKey }));
  };
  const unansweredId = asked.id;
  const teachAs = (intent: string) => run(teach({ unansweredId, exampleOf: { intent: intent as ExampleOf['intent'] } }), 'assistant.taught');
  return (
    <>
      <Button variant="contained" aria-label={t('assistant.answerOf', { text: asked.text })} onClick={onAnswer}>
        {t('assistant.answer')}
      </Button>
      <TextField select size="small" label={t('assistant.means')} value="" disabled={teaching.isLoading} onChange={(event) => void teachAs(event.target.value)} sx={{ minWidth: 180 }}>
        {teachable.map((intent) => (
          <MenuItem key={intent} value={intent}>
            {t(`intent.${intent}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button variant="text" color="inherit" aria-label={t('assistant.dismissOf', { text: asked.text })} loading={dismissing.isLoading} onClick={() => void run(dismiss({ unansweredId }), 'assistant.dismissed')}>
        {t('assistant.dismiss')}
      </Button>
    </>
  );
}
