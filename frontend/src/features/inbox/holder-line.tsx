import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useGetMeQuery } from '@/api/endpoints.gen';
import type { ConversationRow } from '@/api/rows';

const tones: Record<ConversationRow['holder'], string> = { waiting: 'tokens.coral', bot: 'tokens.onPrimarySoft', person: 'tokens.plum' };

/** Why somebody waits, in words; a code we do not know says only that a person is asked for. */
export function useReason() {
  const { t } = useTranslation();
  return (code: string) => t(`reason.${code}`, { defaultValue: t('reason.other') });
}

/** A person of the shop by name; the reader is "You". */
export function usePersonName() {
  const { t } = useTranslation();
  const { data: me } = useGetMeQuery();
  return (name: string) => (name !== '' && name === me?.user.name ? t('holder.you') : name || t('holder.person'));
}

/** Who holds a conversation: coral needs you and why, teal is the bot, plum is a person. */
export function HolderLine({ row }: { row: ConversationRow }) {
  const { t, i18n } = useTranslation();
  const reason = useReason();
  const personName = usePersonName();
  const words = {
    waiting: () => reason(row.reason ?? 'other'),
    bot: () => (row.stage === 'browsing' ? t('holder.bot') : t('holder.botStage', { stage: t(`stage.${row.stage}`).toLocaleLowerCase(i18n.language) })),
    person: () => personName(row.holder_name),
  };
  return (
    <Box component="span" sx={{ fontSize: 13, fontWeight: 500, color: tones[row.holder], overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
      {words[row.holder]()}
    </Box>
  );
}
