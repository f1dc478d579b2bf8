import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDeleteAnswerMutation } from '@/api/endpoints.gen';
import type { Entry } from '@/api/rows';
import { Tag } from '@/components/tag';
import { languageMark } from '@/lib/format/locale';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { ownLanguage } from './draft';

interface RowProps {
  entry: Entry;
  mayTeach: boolean;
  onEdit: () => void;
}

/** An answer: what it is asked by, what it says, in which languages. */
export function AnswerRow({ entry, mayTeach, onEdit }: RowProps) {
  const { t, i18n } = useTranslation();
  const languages = Object.keys(entry.answers);
  const shown = entry.answers[ownLanguage(i18n.language)] ?? entry.answers[languages[0] ?? ''] ?? '';
  const [first, ...others] = entry.questions;
  const title = first?.text ?? entry.keywords[0] ?? t('assistant.noQuestion');
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1.5, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Box>
        {languages.map((language) => (
          <Tag key={language} tone="plain">
            {languageMark(language)}
          </Tag>
        ))}
        {!entry.is_active && <Tag tone="look">{t('assistant.off')}</Tag>}
      </Box>
      {others.length > 0 && <Box sx={{ fontSize: 13, color: 'tokens.text2', overflowWrap: 'anywhere' }}>{t('assistant.alsoAsked', { questions: others.map(({ text }) => text).join(' · ') })}</Box>}
      <Box sx={{ color: 'tokens.text2', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{shown}</Box>
      {mayTeach && <Deeds entry={entry} title={title} onEdit={onEdit} />}
    </Box>
  );
}

function Deeds({ entry, title, onEdit }: Pick<RowProps, 'entry' | 'onEdit'> & { title: string }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [asking, setAsking] = useState(false);
  const [remove, { isLoading }] = useDeleteAnswerMutation();
  const removeNow = async () => {
    const answer = await remove({ entryId: entry.id });
    dispatch(noticeShown('error' in answer ? { kind: 'failed', textKey: 'assistant.refused' } : { kind: 'done', textKey: 'assistant.deleted' }));
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <Button variant="outlined" aria-label={t('assistant.editOf', { title })} onClick={onEdit}>
        {t('assistant.edit')}
      </Button>
      {asking && <Box sx={{ fontSize: 13 }}>{t('assistant.confirmDelete')}</Box>}
      <Button variant="text" color={asking ? 'error' : 'inherit'} aria-label={t('assistant.deleteOf', { title })} loading={isLoading} onClick={() => (asking ? void removeNow() : setAsking(true))}>
        {t('assistant.delete')}
      </Button>
    </Box>
  );
}
