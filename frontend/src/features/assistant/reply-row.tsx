import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

import type { ReplyText } from '@/api/rows';
import { Tag } from '@/components/tag';

import { saidNow } from './reply-draft';

interface RowProps {
  text: ReplyText;
  mayWord: boolean;
  onEdit: () => void;
}

/** A sentence as a customer reads it, each of its wordings on a line. */
export function ReplyRow({ text, mayWord, onEdit }: RowProps) {
  const { t } = useTranslation();
  const said = saidNow(text);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, alignItems: 'flex-start', px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 1, overflowWrap: 'anywhere' }}>
        {said.map((words, place) => (
          <Box key={place} sx={place > 0 ? { fontSize: 13, color: 'tokens.text2' } : undefined}>
            {words}
          </Box>
        ))}
        {text.own.length > 0 && (
          <Box>
            <Tag tone="ours">{t('assistant.replies.own')}</Tag>
          </Box>
        )}
      </Box>
      {mayWord && (
        <Button variant="text" aria-label={t('assistant.editOf', { title: said[0] })} onClick={onEdit}>
          {t('assistant.edit')}
        </Button>
      )}
    </Box>
  );
}
