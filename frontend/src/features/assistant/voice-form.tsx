import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useChangeVoiceMutation, useGetVoiceQuery, type Voice } from '@/api/endpoints.gen';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { ProblemBox } from '@/components/problem-box';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

const emojiChoices = ['none', 'some', 'many'] as const satisfies readonly Voice['emoji'][];

/** How openings and thanks sound. It never touches facts, refusals or totals. */
export function VoicePanel() {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useGetVoiceQuery();
  const mayWord = useMay('knowledge.write');
  if (!data) return <Panel flush>{isError ? <ErrorState title={t('assistant.voice.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} picture="square" />}</Panel>;
  return (
    <>
      {!mayWord && <NotAllowed>{t('assistant.notAllowed')}</NotAllowed>}
      <Panel title={t('assistant.voice.title')}>
        <VoiceForm key={JSON.stringify(data)} voice={data} mayWord={mayWord} />
      </Panel>
    </>
  );
}

function VoiceForm({ voice, mayWord }: { voice: Voice; mayWord: boolean }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [draft, setDraft] = useState(voice);
  const [change, { error, isLoading }] = useChangeVoiceMutation();
  const save = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!('error' in (await change({ voice: draft })))) dispatch(noticeShown({ kind: 'done', textKey: 'assistant.saved' }));
  };
  return (
    <Box component="form" noValidate onSubmit={(event) => void save(event)} sx={{ display: 'grid', gap: 4, maxWidth: 560 }}>
      <ProblemBox text={error ? t('assistant.problem.other') : ''} />
      <TextField label={t('assistant.voice.greeting')} value={draft.greeting} placeholder={t('assistant.voice.greetingExample')} helperText={t('assistant.voice.greetingHint')} disabled={!mayWord} onChange={(event) => setDraft({ ...draft, greeting: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 80 } }} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ fontWeight: 600 }}>{t('assistant.voice.emoji')}</Box>
        <FilterPills label={t('assistant.voice.emoji')} pills={emojiChoices.map((value) => ({ value, label: t(`assistant.voice.emojiChoice.${value}`) }))} value={draft.emoji} onChange={(emoji) => mayWord && setDraft({ ...draft, emoji })} />
      </Box>
      <TextField label={t('assistant.voice.signature')} value={draft.signature} helperText={t('assistant.voice.signatureHint')} disabled={!mayWord || draft.emoji === 'none'} onChange={(event) => setDraft({ ...draft, signature: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 8 } }} sx={{ maxWidth: 200 }} />
      {mayWord && (
        <Button type="submit" variant="contained" loading={isLoading} sx={{ justifySelf: 'start' }}>
          {t('assistant.save')}
        </Button>
      )}
    </Box>
  );
}
