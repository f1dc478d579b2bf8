import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCreateTemplateMutation, useEditTemplateMutation } from '@/api/endpoints.gen';
import type { Template } from '@/api/rows';
import { Sheet } from '@/components/sheet';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

import { draftOf, emptyDraft } from './draft';
import { fieldProblems, useProblemWords } from './problems';
import { TemplateFields } from './template-fields';
import { TemplatePreview } from './template-preview';

interface EditorProps {
  /** None for a new one. */
  template: Template | null;
  onClose: () => void;
}

/** Writes a template beside the phone it will appear on. */
export function TemplateEditor({ template, onClose }: EditorProps) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [draft, setDraft] = useState(template ? draftOf(template) : emptyDraft);
  const [create, creating] = useCreateTemplateMutation();
  const [edit, editing] = useEditTemplateMutation();
  const { whole } = useProblemWords();
  const error = template ? editing.error : creating.error;
  const problems = fieldProblems(error);
  const save = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    const answer = template ? await edit({ templateId: template.id, templateDraft: draft }) : await create({ templateDraft: draft });
    if ('error' in answer) return;
    dispatch(noticeShown({ kind: 'done', textKey: 'templates.saved' }));
    onClose();
  };
  const title = template ? template.name : t('templates.new');
  return (
    <Sheet label={title} open onClose={onClose}>
      <Box component="form" noValidate onSubmit={(event) => void save(event)} sx={{ p: 4, display: 'grid', gap: 4, overflowY: 'auto' }}>
        <Typography variant="h2" sx={{ pr: 8, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {Boolean(error) && Object.keys(problems).length === 0 && <Alert severity="error">{whole(error)}</Alert>}
        <TemplatePreview draft={draft} />
        <TemplateFields draft={draft} isSubmitted={template?.is_submitted ?? false} problems={problems} onChange={setDraft} />
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button variant="text" onClick={onClose}>
            {t('templates.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={creating.isLoading || editing.isLoading}>
            {t('templates.save')}
          </Button>
        </Box>
      </Box>
    </Sheet>
  );
}
