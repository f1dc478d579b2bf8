import LockOutlined from '@mui/icons-material/LockOutlined';
import { useTranslation } from 'react-i18next';

import { EmptyState } from './empty-state';
import { PageTitle } from './page-title';

/** A page that the person's role does not open, and who can. */
export function NoRight({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <EmptyState isPage icon={LockOutlined} title={title} text={t('states.noRight')} />
    </>
  );
}
