import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSyncTemplatesMutation } from '@/api/endpoints.gen';
import type { Template } from '@/api/rows';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { useProblemWords } from '@/features/templates/problems';
import { TemplateEditor } from '@/features/templates/template-editor';
import { TemplateList } from '@/features/templates/template-list';
import { useMay } from '@/lib/authorization';
import { useAppDispatch } from '@/state/hooks';
import { noticeShown } from '@/state/notices-slice';

/** Message templates: written here, reviewed by WhatsApp. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const mayChange = useMay('template.write');
  const { whole } = useProblemWords();
  const [sync, { isLoading, error }] = useSyncTemplatesMutation();
  const [edited, setEdited] = useState<Template | 'new' | null>(null);
  const syncNow = async () => {
    const answer = await sync();
    if (!('error' in answer)) dispatch(noticeShown({ kind: 'done', textKey: 'templates.synced' }));
  };
  return (
    <PageBody>
      <PageHead title={t('templates.title')} line={t('templates.line')}>
        {mayChange && (
          <>
            <Button variant="outlined" loading={isLoading} onClick={() => void syncNow()}>
              {t('templates.sync')}
            </Button>
            <Button variant="contained" onClick={() => setEdited('new')}>
              {t('templates.new')}
            </Button>
          </>
        )}
      </PageHead>
      {Boolean(error) && <Alert severity="error">{whole(error)}</Alert>}
      <TemplateList onEdit={setEdited} />
      {edited && <TemplateEditor template={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </PageBody>
  );
}
