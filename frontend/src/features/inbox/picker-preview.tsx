import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { usePreviewProductsMutation, useSendProductsMutation } from '@/api/endpoints.gen';
import { readProblem } from '@/api/problem';
import type { Conversation, ProductRow } from '@/api/rows';
import { ErrorState } from '@/components/error-state';
import { FilterPills } from '@/components/filter-pills';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useSettled } from '@/lib/use-settled';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { PickerMessage } from './picker-message';

const reasons: Record<string, string> = { not_holding: 'inbox.notHolding', window_closed: 'inbox.windowJustClosed', no_connection: 'inbox.notSentOffline', blocked: 'inbox.notSentBlocked', invalid: 'picker.gone' };

interface PickerPreviewProps {
  conversation: Conversation;
  chosen: readonly ProductRow[];
  onBack: () => void;
  onSent: () => void;
}

/** The message as the customer will get it, with own words above it if there are some. */
export function PickerPreview({ conversation, chosen, onBack, onSent }: PickerPreviewProps) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [text, setText] = useState('');
  const [way, setWay] = useState<'link' | 'list'>('link');
  const [look, preview] = usePreviewProductsMutation();
  const [send, sending] = useSendProductsMutation();
  const words = useSettled(text.trim());
  const ids = chosen.map(({ id }) => id).join(',');
  const ask = { threadId: conversation.id, selection: { product_ids: ids.split(','), way, text: words } };
  useEffect(() => {
    void look({ threadId: conversation.id, selection: { product_ids: ids.split(','), text: words } });
  }, [look, conversation.id, ids, words]);
  const submit = async () => {
    const answer = await send({ ...ask, selection: { ...ask.selection, text: text.trim() } });
    if ('error' in answer) dispatch(noticeShown({ kind: 'failed', textKey: reasons[readProblem(answer.error).code] ?? 'inbox.notSent' }));
    else onSent();
  };
  const ways = (['link', 'list'] as const).map((value) => ({ value, label: t(`picker.way.${value}`) }));
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}>
        <TextField label={t('picker.words')} helperText={t('picker.wordsHelp')} value={text} onChange={(event) => setText(event.target.value)} multiline maxRows={4} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 300 } }} />
        {preview.data?.can_list && <FilterPills label={t('picker.how')} pills={ways} value={way} onChange={setWay} />}
        {preview.data ? <PickerMessage preview={preview.data} way={way} /> : preview.isError ? <ErrorState title={t('picker.failed')} error={preview.error} onRetry={() => void look(ask)} /> : <SkeletonRows count={3} picture="square" />}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, p: 4, borderTop: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.raised' }}>
        <Button variant="outlined" onClick={onBack}>
          {t('picker.back')}
        </Button>
        <Button variant="contained" disabled={!preview.data} loading={sending.isLoading} onClick={() => void submit()}>
          {t(`picker.send.${way}`)}
        </Button>
      </Box>
    </>
  );
}
