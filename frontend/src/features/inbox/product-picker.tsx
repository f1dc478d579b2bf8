import CheckroomOutlined from '@mui/icons-material/CheckroomOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Conversation, ProductRow } from '@/api/rows';
import { SearchField } from '@/components/search-field';
import { Sheet } from '@/components/sheet';
import { useSettled } from '@/lib/use-settled';

import { PickerList } from './picker-list';
import { PickerPreview } from './picker-preview';

export const MOST = 10;

/** Sends products in a chat: search, choose up to ten, look at the message, send. */
export function ProductPicker({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton aria-label={t('picker.title')} title={t('picker.title')} disabled={!conversation.can_write} onClick={() => setOpen(true)} sx={{ width: 44, height: 44, color: 'tokens.primary' }}>
        <CheckroomOutlined />
      </IconButton>
      <Sheet label={t('picker.title')} open={open} onClose={() => setOpen(false)}>
        {open && <Picking conversation={conversation} onDone={() => setOpen(false)} />}
      </Sheet>
    </>
  );
}

function Picking({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly ProductRow[]>([]);
  const [words, setWords] = useState('');
  const [isLooking, setLooking] = useState(false);
  const settled = useSettled(words.trim());
  const toggle = (row: ProductRow) => setChosen((before) => (before.some(({ id }) => id === row.id) ? before.filter(({ id }) => id !== row.id) : [...before, row].slice(0, MOST)));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: { xs: '70dvh', sm: '100dvh' }, maxHeight: { xs: '92dvh', sm: '100dvh' } }}>
      <Box sx={{ px: 4, pt: 4, pr: 12 }}>
        <Typography variant="h2">{isLooking ? t('picker.look', { name: conversation.lead.name }) : t('picker.title')}</Typography>
      </Box>
      {isLooking ? (
        <PickerPreview conversation={conversation} chosen={chosen} onBack={() => setLooking(false)} onSent={onDone} />
      ) : (
        <>
          <Box sx={{ p: 4, pb: 2 }}>
            <SearchField label={t('picker.search')} value={words} onChange={setWords} />
          </Box>
          <PickerList words={settled} chosen={chosen} onToggle={toggle} />
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, p: 4, borderTop: '1px solid', borderColor: 'tokens.line', bgcolor: 'tokens.raised' }}>
            <Box role="status" sx={{ flex: 1, color: 'tokens.text2' }}>
              {t('picker.chosen', { count: chosen.length, most: MOST })}
            </Box>
            <Button variant="contained" disabled={chosen.length === 0} onClick={() => setLooking(true)}>
              {t('picker.next')}
            </Button>
          </Box>
        </>
      )}
    </Box>
  );
}
