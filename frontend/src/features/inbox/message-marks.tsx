import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import type { Message } from '@/api/rows';

type Marks = Message['marks'];

/** Over a message: what it answers, and that it was passed on. */
export function MarksBefore({ marks }: { marks: Marks }) {
  const { t } = useTranslation();
  if (!marks.forwarded && !marks.quoted) return null;
  return (
    <Box sx={{ px: 3.5, pt: 2, display: 'grid', gap: 1, fontSize: 13, color: 'tokens.text2' }}>
      {marks.forwarded && <i>{t(marks.forwarded === 'often' ? 'marks.forwardedOften' : 'marks.forwarded')}</i>}
      {marks.quoted && (
        <Box component="blockquote" aria-label={t('marks.answers')} sx={{ m: 0, pl: 2, borderLeft: '3px solid', borderColor: 'tokens.line', overflowWrap: 'anywhere' }}>
          {marks.quoted.text || t('messageKind.media')}
        </Box>
      )}
    </Box>
  );
}

/** Under a message: that it was changed, and who reacted how. */
export function MarksAfter({ marks }: { marks: Marks }) {
  const { t } = useTranslation();
  const { customer, shop } = marks.reactions;
  if (!marks.is_edited && !customer && !shop) return null;
  return (
    <Box sx={{ px: 3.5, pb: 2, display: 'flex', gap: 2, alignItems: 'center', fontSize: 13, color: 'tokens.text2' }}>
      {marks.is_edited && <i>{t('marks.edited')}</i>}
      {customer && <Reaction emoji={customer} words={t('marks.reactedCustomer', { emoji: customer })} />}
      {shop && <Reaction emoji={shop} words={t('marks.reactedShop', { emoji: shop })} />}
    </Box>
  );
}

function Reaction({ emoji, words }: { emoji: string; words: string }) {
  return (
    <Box component="span" role="img" aria-label={words} title={words} sx={{ px: 1.5, borderRadius: '999px', border: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.surface', fontSize: 15 }}>
      {emoji}
    </Box>
  );
}
