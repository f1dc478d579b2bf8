import SendOutlined from '@mui/icons-material/SendOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useTranslation } from 'react-i18next';

import type { Conversation } from '@/api/rows';
import { NotAllowed } from '@/components/not-allowed';
import { useMay } from '@/lib/authorization';
import { draftChanged } from '@/state/drafts-slice';
import { useAppDispatch, useAppSelector } from '@/state/hooks';

import { AnsweredLine } from './answered-line';
import { ProductPicker } from './product-picker';
import { useSend } from './use-send';

/** Where a person writes. Locked while the bot holds the conversation or the window is closed. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const mayHold = useMay('conversation.hold');
  if (!mayHold) return <Foot><NotAllowed>{t('inbox.notAllowed')}</NotAllowed></Foot>;
  if (conversation.window.kind === 'closed') return <Foot><NotAllowed>{t('inbox.windowClosed', { name: conversation.lead.name })}</NotAllowed></Foot>;
  return (
    <Foot>
      {conversation.can_write && <AnsweredLine threadId={conversation.id} />}
      <WritingField conversation={conversation} />
    </Foot>
  );
}

function Foot({ children }: { children: React.ReactNode }) {
  return <Box sx={{ px: { xs: 3, sm: 4 }, py: 3, pb: 'max(12px, env(safe-area-inset-bottom))', borderTop: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.surface' }}>{children}</Box>;
}

function useHint({ can_write: canWrite, holder, holder_name: name, lead }: Conversation): string {
  const { t } = useTranslation();
  if (canWrite) return t('inbox.writeTo', { name: lead.name });
  return holder === 'person' ? t('inbox.heldBy', { name }) : t('inbox.takeOverToWrite');
}

function WritingField({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const draft = useAppSelector((state) => state.drafts[conversation.id] ?? '');
  const { send, busy } = useSend(conversation.id);
  const hint = useHint(conversation);
  const ready = conversation.can_write && draft.trim() !== '' && !busy;
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (ready) void send(draft.trim());
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'flex', alignItems: 'flex-end', gap: 2 }}>
      <OutlinedInput
        multiline
        maxRows={6}
        fullWidth
        value={draft}
        disabled={!conversation.can_write}
        onChange={(event) => dispatch(draftChanged({ threadId: conversation.id, text: event.target.value }))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
        }}
        placeholder={hint}
        inputProps={{ 'aria-label': hint, enterKeyHint: 'send' }}
        sx={{ p: '10px 14px', borderRadius: '12px', '& textarea': { p: 0 }, '&.Mui-disabled': { bgcolor: 'tokens.sunken' } }}
      />
      <ProductPicker conversation={conversation} />
      <IconButton type="submit" disabled={!ready} aria-label={t('inbox.send')} sx={{ width: 44, height: 44, borderRadius: '50%', bgcolor: 'tokens.primary', color: 'tokens.onPrimary', '&:hover': { bgcolor: 'tokens.primaryHover' }, '&.Mui-disabled': { bgcolor: 'tokens.sunken', color: 'tokens.text3' } }}>
        <SendOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
