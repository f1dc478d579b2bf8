import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { useListImportsQuery } from '@/api/endpoints.gen';
import { BackLink } from '@/components/back-link';
import { useNameDetail } from '@/components/detail-title';
import { NoRight } from '@/components/no-right';
import { PageBody } from '@/components/page-body';
import { PageHead } from '@/components/page-head';
import { importPath, paths } from '@/config/paths';
import { ImportList } from '@/features/catalogue/import-list';
import { ImportUpload } from '@/features/catalogue/import-upload';
import { ImportView } from '@/features/catalogue/import-view';
import { useMayNot } from '@/lib/authorization';

const working = ['reading', 'running', 'undoing'];

/** A file of products: looked at first, then applied, and undone if it was a mistake. */
export function ImportPage() {
  const { t } = useTranslation();
  const { importId } = useParams();
  useNameDetail(t('import.title'));
  const navigate = useNavigate();
  const mayNot = useMayNot('merchandise.write');
  const { data } = useListImportsQuery(undefined, { skip: mayNot });
  if (mayNot) return <NoRight title={t('import.title')} />;
  const imports = data?.results ?? [];
  return (
    <PageBody>
      <BackLink to={paths.catalogue}>{t('nav.catalogue')}</BackLink>
      <PageHead title={t('import.title')} line={t('import.promise')} />
      <ImportUpload isBusy={imports.some(({ state }) => working.includes(state))} onRead={(id) => void navigate(importPath(id))} />
      {importId && <ImportView key={importId} importId={importId} />}
      <ImportList imports={imports} />
    </PageBody>
  );
}
