import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { PageTitle } from '@/components/page-title';
import { TextLink } from '@/components/text-link';
import { paths } from '@/config/paths';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle>{t('frame.notFound')}</PageTitle>
      <EmptyState isPage title={t('frame.notFound')} text={t('frame.notFoundText')}>
        <TextLink to={paths.dashboard}>{t('frame.openDashboard')}</TextLink>
      </EmptyState>
    </>
  );
}
