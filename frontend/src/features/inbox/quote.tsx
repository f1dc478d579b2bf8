import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Message } from '@/api/rows';

/** The message that is answered, in one line above the answer. */
export function Quote({ message }: { message: Message }) {
  const { t } = useTranslation();
  const who = message.sender === 'bot' ? t('inbox.bot') : message.sender_name || t('inbox.customer');
  const [first = ''] = message.text.split('\n');
  const words = first === '' ? t(`messageKind.${message.kind}`) : first;
  return (
    <Box component="blockquote" aria-label={t('inbox.answerTo', { name: who })} sx={{ m: 1, mb: 0, px: 2.5, py: 1, borderLeft: '3px solid', borderColor: 'tokens.primary', borderRadius: '6px', bgcolor: 'tokens.sunken', color: 'tokens.text2', fontSize: 13, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
      {words}
    </Box>
  );
}
