import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

import { useListTemplatesQuery } from '@/api/endpoints.gen';
import type { Template } from '@/api/rows';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { NotAllowed } from '@/components/not-allowed';
import { Panel } from '@/components/panel';
import { SkeletonRows } from '@/components/skeleton-rows';
import { useMay } from '@/lib/authorization';

import { TemplateRow } from './template-row';

/** Every template of the shop by name and language. */
export function TemplateList({ onEdit }: { onEdit: (template: Template) => void }) {
  const { t } = useTranslation();
  const { data, error, isError, refetch } = useListTemplatesQuery();
  const mayChange = useMay('template.write');
  if (!data) return <Panel flush>{isError ? <ErrorState title={t('templates.failed')} error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} picture="square" />}</Panel>;
  if (data.results.length === 0) {
    return (
      <Panel>
        <EmptyState icon={DescriptionOutlined} title={t('templates.empty')} text={t('templates.emptyText')} />
      </Panel>
    );
  }
  return (
    <>
      {!mayChange && <NotAllowed>{t('templates.notAllowed')}</NotAllowed>}
      <Panel flush>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {data.results.map((template) => (
            <TemplateRow key={template.id} template={template} mayChange={mayChange} onEdit={() => onEdit(template)} />
          ))}
        </Box>
      </Panel>
    </>
  );
}
