import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useAcceptTemplateCategoryMutation, useDeleteTemplateMutation, useSubmitTemplateMutation } from '@/api/endpoints.gen';
import type { Template } from '@/api/rows';
import { Tag } from '@/components/tag';
import { languageMark } from '@/lib/format/locale';
import { useFormat } from '@/lib/use-format';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { useProblemWords } from './problems';
import { TemplateState } from './template-state';

interface RowProps {
  template: Template;
  mayChange: boolean;
  onEdit: () => void;
}

/** A template in the list: what it says, where it stands, and what can be done about it. */
export function TemplateRow({ template, mayChange, onEdit }: RowProps) {
  const { t } = useTranslation();
  return (
    <Box component="li" sx={{ display: 'grid', gap: 2, px: 4, py: 3, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{template.name}</Box>
        <Tag tone="plain">{languageMark(template.language)}</Tag>
        <Tag tone="plain">{t(`templates.categories.${template.category}`, { defaultValue: template.category })}</Tag>
        <TemplateState template={template} />
      </Box>
      <Box sx={{ color: 'tokens.text2', overflowWrap: 'anywhere' }}>{template.body}</Box>
      <Trouble template={template} />
      {mayChange && <Deeds template={template} onEdit={onEdit} />}
    </Box>
  );
}

/** Why it is not simply used. */
function Trouble({ template }: { template: Template }) {
  const { t } = useTranslation();
  const format = useFormat();
  const category = t(`templates.categories.${template.next_category}`, { defaultValue: template.next_category });
  const lines = [
    template.reason && t(`sendErrors.${template.reason}`, { defaultValue: template.reason }),
    template.paused_until && t('templates.pausedUntil', { time: format.moment(template.paused_until) }),
    template.held_reason && t('templates.held'),
    template.next_category && t('templates.willMove', { category }),
  ].filter(Boolean);
  return lines.map((line) => (
    <Box key={line} sx={{ fontSize: 13, color: 'tokens.warning' }}>
      {line}
    </Box>
  ));
}

function Deeds({ template, onEdit }: Omit<RowProps, 'mayChange'>) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { whole } = useProblemWords();
  const [asking, setAsking] = useState(false);
  const [submit, submitting] = useSubmitTemplateMutation();
  const [accept, accepting] = useAcceptTemplateCategoryMutation();
  const [remove, removing] = useDeleteTemplateMutation();
  const [failure, setFailure] = useState('');
  const run = async (deed: Promise<object>, textKey: string) => {
    const answer = await deed;
    setFailure('error' in answer ? whole(answer.error) : '');
    if (!('error' in answer)) dispatch(noticeShown({ kind: 'done', textKey }));
  };
  const named = (deed: string) => `${t(`templates.${deed}`)}: ${template.name} ${languageMark(template.language)}`;
  const isOpen = !template.is_submitted && ['DRAFT', 'REJECTED'].includes(template.status);
  return (
    <>
      {failure && (
        <Box role="alert" sx={{ fontSize: 13, color: 'tokens.danger' }}>
          {failure}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {isOpen && (
          <Button variant="contained" aria-label={named('submit')} loading={submitting.isLoading} onClick={() => void run(submit({ templateId: template.id }), 'templates.submitted')}>
            {t('templates.submit')}
          </Button>
        )}
        {template.held_reason && (
          <Button variant="contained" aria-label={named('accept')} loading={accepting.isLoading} onClick={() => void run(accept({ templateId: template.id }), 'templates.saved')}>
            {t('templates.accept')}
          </Button>
        )}
        {template.editable_at && (
          <Button variant="outlined" aria-label={named('edit')} onClick={onEdit}>
            {t('templates.edit')}
          </Button>
        )}
        {asking && <Box sx={{ fontSize: 13 }}>{t('templates.confirmDelete')}</Box>}
        <Button variant="text" color={asking ? 'error' : 'inherit'} aria-label={named('delete')} loading={removing.isLoading} onClick={() => (asking ? void run(remove({ templateId: template.id }), 'templates.deleted') : setAsking(true))}>
          {t('templates.delete')}
        </Button>
      </Box>
    </>
  );
}
